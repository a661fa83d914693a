// Rows under a header, aligned so that they read well in a terminal too.

/// A table in Markdown.
struct MarkdownTable {
  let header: [String]
  var rows: [[String]] = []

  /// The lines of the table.
  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { $0[column].count }.max()!
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([line(header), line(rule)] + rows.map(line))
      .joined(separator: "\n")
  }
}
