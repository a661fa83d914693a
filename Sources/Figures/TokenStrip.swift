// Words with what a model computed at each. Next: TokenStrip+Picture.swift.

import LessonRuntime
import Tensors

/// Words in a row, and below each what a model computed there: gates,
/// contributions, a probability.
///
///     TokenStrip(
///       "gates", over: ["not", "bad"],
///       Series("forget", forgets), Series("input", inputs))
///
/// Shown, it is recorded as
///
///     token strip of gates, 2 tokens:
///     not: forget 0.9800, input 0.2100
///     bad: forget 0.1200, input 0.8700
public struct TokenStrip: Showable, Equatable, Sendable {
  public var title: String
  public var tokens: [String]
  /// A value for every token, each series a row.
  public var rows: [Series]
  /// The size at which a colour is strongest; 1 or, for larger values,
  /// chosen from them if nil.
  public var limit: Double?

  /// - Precondition: every series has as many values as there are tokens.
  public init(
    _ title: String, over tokens: [String], rows: [Series],
    limit: Double? = nil
  ) {
    for row in rows {
      require(
        row.values.count == tokens.count,
        "expected a value of \(row.name) for each of \(tokens.count) tokens; "
          + "got \(row.values.count)")
    }
    self.title = title
    self.tokens = tokens
    self.rows = rows
    self.limit = limit
  }

  /// A strip of rows that are named one by one.
  public init(
    _ title: String, over tokens: [String], _ rows: Series...,
    limit: Double? = nil
  ) {
    self.init(title, over: tokens, rows: rows, limit: limit)
  }

  public var description: String {
    let start =
      "token strip of " + title + ", " + counted(tokens.count, "token")
    if tokens.isEmpty || rows.isEmpty { return start }
    if tokens.count * rows.count <= 120 {
      return start + ":"
        + tokens.indices.map { "\n" + tokens[$0] + ": " + words(at: $0) }
        .joined()
    }
    return start + ":" + rows.map { "\n" + range(of: $0) }.joined()
  }

  private func words(at token: Int) -> String {
    rows.map { row in
      let number = Numeral(row.values[token]).description
      return row.name.isEmpty ? number : row.name + " " + number
    }.joined(separator: ", ")
  }

  /// "forget from 0.1200 at “bad” to 0.9800 at “not”"
  private func range(of row: Series) -> String {
    let finite = tokens.indices.filter { row.values[$0].isFinite }
    guard var low = finite.first else { return row.name + " no number" }
    var high = low
    for token in finite {
      if row.values[token] < row.values[low] { low = token }
      if row.values[token] > row.values[high] { high = token }
    }
    return (row.name.isEmpty ? "" : row.name + " ") + "from "
      + Numeral(row.values[low]).description + " at “" + tokens[low] + "” to "
      + Numeral(row.values[high]).description + " at “" + tokens[high] + "”"
  }

  var strongest: Double {
    if let limit { return limit }
    let map = HeatMap("", rows.map { $0.values })
    return map.largest <= 1 ? 1 : map.strongest
  }

  var table: String {
    DataTable(
      head: ["token"] + rows.map { $0.name },
      rows: tokens.indices.map { token in
        [tokens[token]]
          + rows.map { Numeral($0.values[token]).description }
      }
    ).markup
  }
}
