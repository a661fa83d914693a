// How a line chart is laid out. Next: Stroke.swift thins its lines.

extension LineChart {
  public var picture: String {
    var drawing = Drawing()
    let drawn = series.filter { !$0.points(on: scale).isEmpty }
    guard !drawn.isEmpty else {
      drawing.title(title + ": no value to draw")
      return drawing.finished(height: 24)
    }
    let plot = Plot(self, series: drawn)
    plot.drawAxes(in: &drawing)
    let strokes = drawn.enumerated().map { position, one in
      Stroke(
        one, ink: isBackward ? Ink(backward: position) : Ink(position),
        in: plot)
    }
    for stroke in strokes.reversed() {
      plot.drawMargin(of: stroke, in: &drawing)
    }
    let free = plot.drawReferences(in: &drawing, beside: strokes)
    // The first line is the lesson's subject: draw it last, on top.
    for stroke in strokes.reversed() { stroke.draw(in: &drawing) }
    for label in free {
      drawing.words(label.words, x: label.x, y: label.y, label.style)
    }
    plot.drawNames(of: strokes, in: &drawing)
    return drawing.finished(height: plot.bottom + 48, plot: plot.words)
      + table
  }
}

/// Where things stand in one line chart.
struct Plot {
  let chart: LineChart
  let across: Axis
  let up: Axis
  let left: Double
  let right: Double
  let top = 34.0
  let bottom: Double

  /// - Parameter counts: the values are counts, and only whole numbers are
  ///   named beside them.
  init(_ chart: LineChart, series: [Series], counts: Bool = false) {
    self.chart = chart
    let points = series.flatMap { $0.points(on: chart.scale) }
    let places = points.map { $0.place }
    across = Axis.along(
      places, whole: places.allSatisfy { $0 == $0.rounded() })
    let references = chart.references.map { $0.value }.filter {
      $0.isFinite && (chart.scale == .linear || $0 > 0)
    }
    let margins = series.flatMap { $0.marginPoints(on: chart.scale) }
    up = Axis.covering(
      points.map { $0.value } + references + margins.map { $0.low }
        + margins.map { $0.high }, scale: chart.scale, whole: counts)
    let widest = up.ticks.map { Lettering.width(of: $0.label) }.max() ?? 0
    left = widest + 8
    let names = series.flatMap {
      Lettering.lines(of: $0.name, width: Plot.widestName)
    }
    let name = names.map { Lettering.boldWidth(of: $0) }.max() ?? 0
    right = Drawing.width - (name > 0 ? name + 14 : 6)
    // A dozen lines have a dozen names: they need a taller chart.
    let room = Double(names.count) * Lettering.leading
    bottom = max(268, Plot.highestName + room - Plot.below)
  }

  /// Longer names are broken into lines.
  static let widestName = 170.0

  /// Names stay below the chart's title, and may reach a little below the
  /// axis.
  static let highestName = 22.0
  static let below = 16.0

  func x(_ place: Double) -> Double {
    left + across.share(of: place) * (right - left)
  }

  func y(_ value: Double) -> Double {
    bottom - up.share(of: value) * (bottom - top)
  }

  /// Its left, top, right and bottom, and the axes' ends, as they are spaced:
  /// what a page needs to lay an earlier run's lines over this one's.
  var words: String {
    let places = [left, top, right, bottom].map(Drawing.number)
    let ends = across.spacedEnds + up.spacedEnds
    return (places + ends.map { $0.description }).joined(separator: " ")
  }

  // MARK: - Axes

  func drawAxes(in drawing: inout Drawing) {
    for tick in up.ticks {
      let y = y(tick.value)
      drawing.line("grid", from: (left, y), to: (right, y))
      drawing.words(tick.label, x: left - 8, y: y + 5, "end")
    }
    let floor = up.ends.low < 0 && up.ends.high > 0 ? y(0) : bottom
    drawing.line("axis", from: (left, floor), to: (right, floor))
    var free = 0.0
    for tick in across.ticks {
      // The last one stays within the plot; names too long to stand side by
      // side are left out.
      let x = x(tick.value)
      let width = Lettering.width(of: tick.label)
      let isLast = x + width / 2 > right
      let start = isLast ? right - width : x - width / 2
      guard start >= free else { continue }
      free = start + width
      drawing.words(
        tick.label, x: isLast ? right : x, y: bottom + 22,
        isLast ? "end" : "mid")
    }
    let title =
      chart.title + (chart.scale == .logarithmic ? ", logarithmic" : "")
    drawing.title(title)
    drawing.words(
      Lettering.shortened(chart.unit, to: right), x: right, y: bottom + 43,
      "end faint")
  }

  /// The band around a mean.
  func drawMargin(of stroke: Stroke, in drawing: inout Drawing) {
    let points = stroke.series.marginPoints(on: chart.scale)
    guard points.count > 1 else { return }
    let high = Stroke.thinned(points.map { (x($0.place), y($0.high)) })
    let low = Stroke.thinned(points.map { (x($0.place), y($0.low)) })
    var commands = ""
    for point in high + low.reversed() {
      commands +=
        commands.isEmpty
        ? Drawing.move(point.x, point.y) : Drawing.draw(point.x, point.y)
    }
    drawing.path(stroke.ink.margin, commands + "Z")
  }

  // MARK: - Names at the ends of lines

  /// Names stand to the right of the plot, each at the height of its line's
  /// end, moved apart where they would touch; a thin line leads to a name
  /// that had to move or whose line ends early.
  func drawNames(of strokes: [Stroke], in drawing: inout Drawing) {
    let named = strokes.filter { !$0.series.name.isEmpty }
    var names = named.map { stroke in
      Name(
        lines: Lettering.lines(
          of: stroke.series.name, width: Plot.widestName),
        stroke: stroke, y: stroke.end.y)
    }
    names.sort { $0.y < $1.y }
    spread(&names)
    for name in names {
      let (x, y) = name.stroke.end
      if abs(name.y - y) > 8 || x < right - 8 {
        drawing.path(
          "guide",
          Drawing.move(x, y) + Drawing.draw(max(x, right - 2), y)
            + Drawing.draw(right + 8, name.y))
      }
      for (row, line) in name.lines.enumerated() {
        drawing.words(
          line, x: right + 12,
          y: name.top + (Double(row) + 0.5) * Lettering.leading + 5,
          name.stroke.ink.label)
      }
    }
  }

  struct Name {
    var lines: [String]
    var stroke: Stroke
    /// The middle.
    var y: Double

    var height: Double { Double(lines.count) * Lettering.leading }
    var top: Double { y - height / 2 }
  }

  /// Down until none touches the one above, then up from the bottom.
  private func spread(_ names: inout [Name]) {
    var free = Plot.highestName
    for index in names.indices {
      let half = names[index].height / 2
      names[index].y = max(names[index].y, free + half)
      free = names[index].y + half
    }
    var limit = bottom + Plot.below
    for index in names.indices.reversed() {
      let half = names[index].height / 2
      names[index].y = min(names[index].y, limit - half)
      limit = names[index].y - half
    }
  }
}
