// How a token strip is laid out: words in lines, or each in a line of its own.

extension TokenStrip {
  public var picture: String {
    guard !tokens.isEmpty, !rows.isEmpty else {
      var drawing = Drawing()
      drawing.title(title + ": no tokens")
      return drawing.finished(height: 24)
    }
    return across + down + table
  }

  private var top: Double { title.isEmpty ? 4 : 28 }

  private func drawTitle(width: Double, in drawing: inout Drawing) {
    guard !title.isEmpty else { return }
    drawing.words(
      Lettering.shortened(title, to: width, size: 13), x: 0, y: 15, "faint")
  }

  /// The most tokens that are drawn.
  private var shown: Int { min(tokens.count, 96) }

  /// "and 12 more", if not all are drawn.
  private func drawRest(y: Double, in drawing: inout Drawing) -> Double {
    guard shown < tokens.count else { return y }
    drawing.words(
      "and \(tokens.count - shown) more", x: 0, y: y + 12, "faint")
    return y + 22
  }

  // MARK: - Across

  /// Words side by side, in as many lines as they need.
  private var across: String {
    var drawing = Drawing("across")
    drawTitle(width: Drawing.width, in: &drawing)
    let names = rows.map { Lettering.width(of: $0.name, size: 13) }
    let left = min(150, names.max() ?? 0) + 10
    let cells = Cells(
      rows.flatMap { $0.values }, limit: strongest, width: 50, height: 26)
    let least = cells.decimals == nil ? 24.0 : 52
    var x = left
    var y = top
    let height = 26 + Double(rows.count) * 28 + 14
    drawNames(y: y, end: left - 8, in: &drawing)
    for token in 0..<shown {
      let word = Lettering.shortened(tokens[token], to: 150, size: 17)
      let width = max(least, Lettering.width(of: word, size: 16) + 8)
      if x + width > Drawing.width, x > left {
        x = left
        y += height
        drawNames(y: y, end: left - 8, in: &drawing)
      }
      drawing.words(word, x: x + width / 2, y: y + 17, "word")
      let column = cells.width(width - 2)
      for (row, series) in rows.enumerated() {
        column.draw(
          series.values[token], x: x, y: y + 26 + Double(row) * 28,
          in: &drawing)
      }
      x += width
    }
    return drawing.finished(height: drawRest(y: y + height, in: &drawing))
  }

  private func drawNames(
    y: Double, end: Double, in drawing: inout Drawing
  ) {
    for (row, series) in rows.enumerated() {
      drawing.words(
        Lettering.shortened(series.name, to: end, size: 13), x: end,
        y: y + 44 + Double(row) * 28, "end")
    }
  }

  // MARK: - Down

  /// A word in each line, its values beside it.
  private var down: String {
    var drawing = Drawing("down", width: 360)
    drawTitle(width: 360, in: &drawing)
    let words = tokens.prefix(shown).map {
      Lettering.width(of: $0, size: 15)
    }
    let widest = min(130, words.max() ?? 0)
    let left = widest + 10
    let each = min(120, (360 - left) / Double(rows.count))
    let names = rows.map {
      Lettering.lines(of: $0.name, width: each - 4, size: 13)
    }
    let most = names.map { $0.count }.max() ?? 0
    let start = top + (most > 0 ? 8 + 16 * Double(most) : 0)
    for (column, lines) in names.enumerated() {
      for (line, words) in lines.enumerated() {
        drawing.words(
          words, x: left + (Double(column) + 0.5) * each,
          y: start - 8 - 16 * Double(lines.count - 1 - line), "mid")
      }
    }
    let cells = Cells(
      rows.flatMap { $0.values }, limit: strongest, width: each - 2,
      height: 26)
    for token in 0..<shown {
      let y = start + Double(token) * 28
      drawing.words(
        Lettering.shortened(tokens[token], to: widest, size: 15),
        x: left - 8, y: y + 18, "word end")
      for (column, series) in rows.enumerated() {
        cells.draw(
          series.values[token], x: left + Double(column) * each, y: y,
          in: &drawing)
      }
    }
    let end = start + Double(shown) * 28 + 4
    return drawing.finished(height: drawRest(y: end, in: &drawing))
  }
}
