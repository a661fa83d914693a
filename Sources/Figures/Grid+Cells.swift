// The cells of a heat map: with numbers, or where those find no room, with
// colours alone.

extension Grid {
  func drawNumbers(in drawing: inout Drawing) {
    for (row, values) in map.values.enumerated() {
      for (column, value) in values.enumerated() {
        drawing.box(
          shade(of: value), x: x(column) + 1, y: y(row) + 1,
          width: width - 2, height: height - 2)
        drawing.words(
          Grid.number(value, unit: unit, decimals: decimals ?? 0),
          x: x(column) + width / 2, y: y(row) + height / 2 + 5,
          value.isNaN ? "mid faint" : "cell")
      }
    }
  }

  /// Cells without room for numbers: one path for each colour, neighbours of
  /// one colour joined, and a line through what is below zero, so that the
  /// sign does not hang on colour alone.
  func drawColours(in drawing: inout Drawing) {
    let gap = width < 10 ? 0.0 : 1.0
    for style in Grid.shades {
      var runs = ""
      for (row, values) in map.values.enumerated() {
        var column = 0
        while column < values.count {
          let start = column
          while column < values.count, shade(of: values[column]) == style {
            column += 1
            if gap > 0 { break }
          }
          if column > start {
            runs += box(row, from: start, to: column, gap: gap)
          } else {
            column += 1
          }
        }
      }
      drawing.path(style, runs)
    }
    var strokes = ""
    for (row, values) in map.values.enumerated() {
      let middle = y(row) + height / 2
      for (column, value) in values.enumerated() where isBelowZero(value) {
        // Narrow cells share one line, wide ones have a minus each.
        let inset = gap > 0 ? width / 4 : 0
        if inset > 0 || column == 0 || !isBelowZero(values[column - 1]) {
          strokes += Drawing.move(x(column) + inset, middle)
        }
        let isLast = column + 1 == values.count
        if inset > 0 || isLast || !isBelowZero(values[column + 1]) {
          strokes += "H" + Drawing.number(x(column + 1) - inset)
        }
      }
    }
    drawing.path("axis", strokes)
  }

  /// Below zero by enough to have a colour of that side.
  private func isBelowZero(_ value: Double) -> Bool {
    shade(of: value).utf8.first == UInt8(ascii: "n")
  }

  private func box(
    _ row: Int, from start: Int, to end: Int, gap: Double
  ) -> String {
    let across = Drawing.number(x(end) - x(start) - 2 * gap)
    let down = Drawing.number(height - 2 * gap)
    return Drawing.move(x(start) + gap, y(row) + gap) + "h" + across + "v"
      + down + "h-" + across + "z"
  }
}
