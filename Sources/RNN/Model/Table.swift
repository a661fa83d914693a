// A table drawn with lines.

/// A table with a header, lines around all cells, and the last column to the
/// right.
struct Table {
  let header: [String]
  /// How many characters fit into each column.
  let widths: [Int]
  var rows: [[String]] = []

  init(header: [String], widths: [Int]) {
    self.header = header
    self.widths = widths
  }

  /// The table, line by line.
  var lines: [String] {
    var lines = [rule("┏", "━", "┳", "┓")]
    lines += cells(header, wall: "┃")
    lines.append(rule("┡", "━", "╇", "┩"))
    for (index, row) in rows.enumerated() {
      if index > 0 { lines.append(rule("├", "─", "┼", "┤")) }
      lines += cells(row, wall: "│")
    }
    lines.append(rule("└", "─", "┴", "┘"))
    return lines
  }

  private func rule(
    _ left: String, _ dash: String, _ joint: String, _ right: String
  ) -> String {
    var line = left
    for (column, width) in widths.enumerated() {
      if column > 0 { line += joint }
      line += String(repeating: dash, count: width + 2)
    }
    return line + right
  }

  private func cells(_ texts: [String], wall: String) -> [String] {
    var columns: [[String]] = []
    var height = 1
    for (text, width) in zip(texts, widths) {
      let folded = fold(text, width: width)
      columns.append(folded)
      height = max(height, folded.count)
    }
    var lines: [String] = []
    for row in 0..<height {
      var line = wall
      for (column, parts) in columns.enumerated() {
        let part = row < parts.count ? parts[row] : ""
        let gap = String(repeating: " ", count: widths[column] - part.count)
        let isLast = column == widths.count - 1
        line += " " + (isLast ? gap + part : part + gap) + " " + wall
      }
      lines.append(line)
    }
    return lines
  }

  /// A text in lines of at most `width` characters; a longer word ends in an
  /// ellipsis.
  private func fold(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = String(word)
      if !line.isEmpty && line.count + 1 + rest.count <= width {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      if rest.count > width { rest = String(rest.prefix(width - 1)) + "…" }
      line = rest
    }
    return lines + [line]
  }
}
