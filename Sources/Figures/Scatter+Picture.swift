// How a scatter is laid out: axes, marks, and names where there is room.

extension Scatter {
  public var picture: String {
    let drawn = spots.filter { $0.isFinite }
    var drawing = Drawing()
    guard !drawn.isEmpty else {
      drawing.title(up + ": no points")
      return drawing.finished(height: 24)
    }
    let field = Field(drawn)
    field.drawAxes(across: across, up: up, in: &drawing)
    let groups = self.groups
    var taken = drawn.map { field.room(around: $0) }
    for (position, spot) in drawn.enumerated() {
      let group = groups.firstIndex(of: spot.group) ?? 0
      field.drawMark(of: spot, group, in: &drawing)
      taken[position] = field.room(around: spot)
    }
    for spot in drawn where !spot.name.isEmpty {
      field.drawName(of: spot, besides: &taken, in: &drawing)
    }
    let bottom = drawKey(groups, y: Field.bottom + 70, in: &drawing)
    return drawing.finished(height: bottom) + table
  }

  /// Which mark is whose, below the axis. Returns where the picture ends.
  private func drawKey(
    _ groups: [String], y: Double, in drawing: inout Drawing
  ) -> Double {
    guard groups != [""] else { return y - 22 }
    var x = 8.0
    var y = y
    for (position, group) in groups.enumerated() {
      let words = Lettering.shortened(group, to: Drawing.width - 30)
      let width = 18 + Lettering.width(of: words)
      if x + width > Drawing.width, x > 8 {
        x = 8
        y += Lettering.leading
      }
      Field.drawMark(x: x, y: y - 5, position, in: &drawing)
      drawing.words(words, x: x + 14, y: y)
      x += width + 18
    }
    return y + 10
  }
}

/// Where points stand.
private struct Field {
  static let top = 34.0
  static let bottom = 400.0

  let across: Axis
  let up: Axis
  let left: Double
  let right = Drawing.width - 12

  init(_ spots: [Spot]) {
    across = Field.axis(spots.map { $0.x })
    up = Field.axis(spots.map { $0.y })
    let widest = up.ticks.map { Lettering.width(of: $0.label) }.max() ?? 0
    left = widest + 10
  }

  /// Also around values that are all the same.
  private static func axis(_ values: [Double]) -> Axis {
    Axis.covering(values, scale: .linear)
  }

  func x(_ spot: Spot) -> Double {
    left + across.share(of: spot.x) * (right - left)
  }

  func y(_ spot: Spot) -> Double {
    Field.bottom - up.share(of: spot.y) * (Field.bottom - Field.top)
  }

  func drawAxes(
    across name: String, up title: String, in drawing: inout Drawing
  ) {
    drawing.title(title)
    for tick in up.ticks {
      let y =
        Field.bottom - up.share(of: tick.value) * (Field.bottom - Field.top)
      drawing.line(
        tick.value == 0 ? "axis" : "grid", from: (left, y), to: (right, y))
      drawing.words(tick.label, x: left - 8, y: y + 5, "end")
    }
    var free = -1.0
    for tick in across.ticks {
      let x = left + across.share(of: tick.value) * (right - left)
      drawing.line(
        tick.value == 0 ? "axis" : "grid", from: (x, Field.top),
        to: (x, Field.bottom))
      let half = Lettering.width(of: tick.label) / 2
      let middle = min(x, Drawing.width - half)
      guard middle - half > free else { continue }
      drawing.words(tick.label, x: middle, y: Field.bottom + 22, "mid")
      free = middle + half + 6
    }
    drawing.words(
      Lettering.shortened(name, to: right), x: right, y: Field.bottom + 43,
      "end faint")
  }

  // MARK: - Marks

  func drawMark(of spot: Spot, _ group: Int, in drawing: inout Drawing) {
    Field.drawMark(x: x(spot), y: y(spot), group, in: &drawing)
  }

  /// A dot, a ring, a cross or a square: told apart by shape.
  static func drawMark(
    x: Double, y: Double, _ group: Int, in drawing: inout Drawing
  ) {
    switch group % 4 {
    case 0: drawing.ring("belief-dot last", x: x, y: y)
    case 1: drawing.ring("bar", x: x, y: y)
    case 2:
      drawing.path(
        "wire",
        Drawing.move(x - 4, y - 4) + Drawing.draw(x + 4, y + 4)
          + Drawing.move(x - 4, y + 4) + Drawing.draw(x + 4, y - 4))
    default:
      drawing.box(
        "tokenbox", x: x - 4, y: y - 4, width: 8, height: 8, radius: 0)
    }
  }

  func room(around spot: Spot) -> Plot.Room {
    Plot.Room(
      left: x(spot) - 5, right: x(spot) + 5, top: y(spot) - 5,
      bottom: y(spot) + 5)
  }

  /// To the right of its mark, or left, above, below: wherever nothing is
  /// touched. A name without such a place is left to the table.
  func drawName(
    of spot: Spot, besides taken: inout [Plot.Room],
    in drawing: inout Drawing
  ) {
    let words = Lettering.shortened(spot.name, to: 200)
    let width = Lettering.width(of: words)
    let (x, y) = (x(spot), y(spot))
    let places: [(style: String, x: Double, y: Double, left: Double)] = [
      ("", x + 8, y + 5, x + 8), ("end", x - 8, y + 5, x - 8 - width),
      ("mid", x, y - 10, x - width / 2), ("mid", x, y + 23, x - width / 2),
      ("", x + 6, y - 9, x + 6), ("end", x - 6, y - 9, x - 6 - width),
      ("", x + 6, y + 21, x + 6), ("end", x - 6, y + 21, x - 6 - width),
    ]
    for place in places {
      let room = Plot.Room(
        left: place.left, right: place.left + width, top: place.y - 16,
        bottom: place.y + 5)
      let isFree =
        room.left >= left && room.right <= Drawing.width
        && room.top >= Field.top - 14 && room.bottom <= Field.bottom + 4
        && !taken.contains { $0.touches(room) }
      guard isFree else { continue }
      drawing.words(
        words, x: place.x, y: place.y,
        place.style.isEmpty ? "halo" : place.style + " halo")
      taken.append(room)
      return
    }
  }
}
