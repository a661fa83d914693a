// Reference lines, and where their names find room between the lines.

extension Plot {
  /// A reference's name, placed.
  struct Label {
    var words: String
    var style: String
    var x: Double
    var y: Double
    var room: Room
  }

  /// What a label covers at the largest size.
  struct Room {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func holds(_ point: (x: Double, y: Double)) -> Bool {
      point.x > left && point.x < right && point.y > top
        && point.y < bottom
    }

    func touches(_ other: Room) -> Bool {
      left < other.right && other.left < right && top < other.bottom
        && other.top < bottom
    }
  }

  /// Draws the lines, and says where their names are to be written, once
  /// everything they must stay clear of has been drawn.
  func drawReferences(
    in drawing: inout Drawing, beside strokes: [Stroke]
  ) -> [Label] {
    var labels: [Label] = []
    for reference in chart.references {
      let isPlaced =
        reference.value.isFinite
        && (chart.scale == .linear || reference.value > 0)
      guard isPlaced else { continue }
      let height = y(reference.value)
      drawing.line("ref", from: (left, height), to: (right, height))
      let choices = places(for: reference.name, at: height)
      labels.append(leastCrossed(choices, by: strokes, besides: labels))
    }
    return labels
  }

  /// Below the line or above it, at its right end, left end or middle.
  private func places(for name: String, at height: Double) -> [Label] {
    let words = Lettering.shortened(name, to: right - left - 8)
    let width = Lettering.width(of: words)
    var labels: [Label] = []
    for baseline in [height + 18, height - 7] {
      let top = baseline - 17
      for (style, x, start) in [
        ("end", right - 4, right - 4 - width),
        ("", left + 4, left + 4),
        ("mid", (left + right) / 2, (left + right - width) / 2),
      ] {
        labels.append(
          Label(
            words: words,
            style: style.isEmpty ? "faint halo" : style + " faint halo",
            x: x, y: baseline,
            room: Room(
              left: start, right: start + width, top: top,
              bottom: baseline + 5)))
      }
    }
    return labels
  }

  /// The first of the places that cross the fewest things.
  private func leastCrossed(
    _ places: [Label], by strokes: [Stroke], besides labels: [Label]
  ) -> Label {
    var best = places[0]
    var fewest = Int.max
    for place in places {
      var crossings = 0
      for label in labels where label.room.touches(place.room) {
        crossings += 1000
      }
      if place.room.bottom > bottom { crossings += 1000 }
      if place.room.top < 0 { crossings += 1000 }
      for stroke in strokes {
        crossings += stroke.samples.count(where: place.room.holds)
      }
      if crossings < fewest {
        fewest = crossings
        best = place
      }
    }
    return best
  }
}

extension Stroke {
  /// Points along the line, close enough that no label slips between two.
  fileprivate var samples: [(x: Double, y: Double)] {
    var samples: [(x: Double, y: Double)] = []
    for piece in pieces {
      for (start, end) in zip(piece, piece.dropFirst()) {
        let reach = max(abs(end.x - start.x), abs(end.y - start.y))
        let parts = max(1, (reach / 8).rounded(.up))
        for part in 0...Int(parts) {
          let share = Double(part) / parts
          samples.append(
            (
              start.x + share * (end.x - start.x),
              start.y + share * (end.y - start.y)
            ))
        }
      }
    }
    return samples
  }
}
