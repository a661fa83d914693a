// The numbers behind a picture, as a table that a page folds away.

/// Rows of names and numbers.
struct DataTable {
  var head: [String]
  var rows: [[String]]

  /// The most rows a page carries; of more, some are left out evenly.
  static let most = 40

  /// The table as HTML, everything in it escaped.
  var markup: String {
    guard !rows.isEmpty else { return "" }
    let every = (rows.count + DataTable.most - 1) / DataTable.most
    var text = "<table class=\"data\">"
    if every > 1 {
      text += "<caption>One row in \(every), of \(rows.count)</caption>"
    }
    text += "<thead><tr>"
    for words in head { text += DataTable.name(words, of: "col") }
    text += "</tr></thead><tbody>"
    for (position, row) in rows.enumerated()
    where position % every == 0 || position + 1 == rows.count {
      text += "<tr>"
      for (column, words) in row.enumerated() {
        text +=
          column == 0
          ? DataTable.name(words, of: "row")
          : "<td>" + Drawing.escaped(words) + "</td>"
      }
      text += "</tr>"
    }
    return text + "</tbody></table>"
  }

  /// What a row or column is called. Without a word it is no heading, but an
  /// empty cell: a heading of nothing is read out as one.
  private static func name(_ words: String, of scope: String) -> String {
    words.isEmpty
      ? "<td></td>"
      : "<th scope=\"" + scope + "\">" + Drawing.escaped(words) + "</th>"
  }
}

extension LineChart {
  /// A row for each place, a column for each line.
  var table: String {
    var places: [Double] = []
    for place in series.flatMap({ $0.positions }).sorted()
    where place != places.last && place.isFinite {
      places.append(place)
    }
    // Each line is read once, at the places in their order.
    let columns = series.map { one -> [String] in
      let order = one.positions.indices.sorted {
        one.positions[$0] < one.positions[$1]
      }
      var next = 0
      return places.map { place in
        while next < order.count, one.positions[order[next]] < place {
          next += 1
        }
        guard next < order.count, one.positions[order[next]] == place
        else { return "" }
        return Numeral(one.values[order[next]]).description
      }
    }
    return DataTable(
      head: [unit] + series.map { $0.name.isEmpty ? title : $0.name },
      rows: places.indices.map { row in
        [Numeral(round: places[row]).description] + columns.map { $0[row] }
      }
    ).markup
  }
}

extension BarChart {
  var table: String {
    DataTable(
      head: ["", title],
      rows: bars.map { [$0.name, Numeral($0.value).description] }
    ).markup
  }
}
