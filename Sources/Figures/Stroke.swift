// One line of a chart as it is drawn: thinned, and in an ink of its own.

/// How a line is drawn, so that it can be told from the others without
/// colour: by its weight first, then by its dashes.
struct Ink {
  let line: String
  let label: String
  let dashes: String
  /// What a band around the line is filled with.
  let margin: String

  init(_ position: Int) {
    margin = ["margin-a", "margin-b", "margin-c"][position % 3]
    switch position % 6 {
    case 0: (line, label, dashes) = ("series-a", "label-a", "")
    case 1: (line, label, dashes) = ("series-b", "label-b", "")
    case 2: (line, label, dashes) = ("wire", "strong", "9 4")
    case 3: (line, label, dashes) = ("series-a", "label-a", "0 6")
    case 4: (line, label, dashes) = ("series-b", "label-b", "5 3")
    default: (line, label, dashes) = ("axis", "faint", "2 3")
    }
  }

  /// Of lines that run backward, all in that colour.
  init(backward position: Int) {
    margin = "margin-b"
    line = ["fan-a", "fan-b", "fan-c"][position % 3]
    label = "back"
    dashes = ["", "8 4", "2 4"][position / 3 % 3]
  }
}

/// A series in units of the drawing.
struct Stroke {
  let series: Series
  let ink: Ink
  /// Pieces without a gap: a value that cannot be drawn breaks the line.
  let pieces: [[(x: Double, y: Double)]]

  init(_ series: Series, ink: Ink, in plot: Plot) {
    self.series = series
    self.ink = ink
    var pieces: [[(x: Double, y: Double)]] = []
    var isOpen = false
    for index in series.values.indices {
      guard series.canDraw(index, on: plot.chart.scale) else {
        isOpen = false
        continue
      }
      if !isOpen { pieces.append([]) }
      isOpen = true
      pieces[pieces.count - 1].append(
        (plot.x(series.positions[index]), plot.y(series.values[index])))
    }
    self.pieces = pieces.map(Stroke.thinned)
  }

  /// Where the line stops, and its name begins.
  var end: (x: Double, y: Double) {
    pieces.last?.last ?? (0, 0)
  }

  func draw(in drawing: inout Drawing) {
    var commands = ""
    for piece in pieces {
      guard piece.count > 1 else {
        for point in piece { drawing.ring(ink.line, x: point.x, y: point.y) }
        continue
      }
      for (position, point) in piece.enumerated() {
        commands +=
          position == 0
          ? Drawing.move(point.x, point.y) : Drawing.draw(point.x, point.y)
      }
    }
    drawing.path(ink.line, commands, dashes: ink.dashes)
  }

  // MARK: - Thinning

  /// The same line with fewer points: in every column of four units the
  /// first, lowest, highest and last stay, so no peak is lost.
  static func thinned(
    _ points: [(x: Double, y: Double)]
  ) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      var end = start
      var low = start
      var high = start
      while end < points.count, abs(points[end].x - points[start].x) < 4 {
        if points[end].y < points[low].y { low = end }
        if points[end].y > points[high].y { high = end }
        end += 1
      }
      var last = -1
      for index in [start, min(low, high), max(low, high), end - 1]
      where index > last {
        kept.append(points[index])
        last = index
      }
      start = end
    }
    return straightened(kept)
  }

  /// Without the points that all lie on the way from one kept point to the
  /// next, by a quarter of a unit, which no one can see.
  private static func straightened(
    _ points: [(x: Double, y: Double)]
  ) -> [(x: Double, y: Double)] {
    var kept: [Int] = []
    for index in points.indices {
      if let last = kept.last, index + 1 < points.count,
        (last + 1...index).allSatisfy({
          isOnWay(points[$0], from: points[last], to: points[index + 1])
        })
      {
        continue
      }
      kept.append(index)
    }
    return kept.map { points[$0] }
  }

  private static func isOnWay(
    _ point: (x: Double, y: Double), from start: (x: Double, y: Double),
    to end: (x: Double, y: Double)
  ) -> Bool {
    guard end.x > start.x else { return false }
    let share = (point.x - start.x) / (end.x - start.x)
    return abs(start.y + share * (end.y - start.y) - point.y) < 0.25
  }
}
