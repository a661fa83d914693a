// A matrix as a value, and its words. Next: HeatMap+Picture.swift.

import LessonRuntime

/// A matrix in colours, blue below zero and orange above, with its numbers
/// in the cells as long as they find room there.
///
///     HeatMap(
///       "hidden state", [[0.2, -0.7], [0.8, 0.1]],
///       rows: ["unit 1", "unit 2"], columns: ["a", "b"])
///
/// Shown, it is recorded as
///
///     heat map of hidden state, 2 rows by 2 columns:
///     unit 1: 0.2000, −0.7000
///     unit 2: 0.8000, 0.1000
///
/// and from 49 cells on as the range of its values.
public struct HeatMap: Showable, Equatable, Sendable {
  public var title: String
  /// The cells, row by row. A row that is shorter than others ends early.
  public var values: [[Double]]
  /// Names of the rows, or none.
  public var rows: [String]
  /// Names of the columns, or none.
  public var columns: [String]
  /// The size at which a colour is strongest; chosen from the values if nil.
  public var limit: Double?

  public init<Value: BinaryFloatingPoint>(
    _ title: String, _ values: [[Value]], rows: [String] = [],
    columns: [String] = [], limit: Double? = nil
  ) {
    self.title = title
    self.values = values.map { row in row.map { Double($0) } }
    self.rows = rows
    self.columns = columns
    self.limit = limit
  }

  /// A matrix of counts, such as confusions.
  public init(
    _ title: String, _ counts: [[Int]], rows: [String] = [],
    columns: [String] = [], limit: Double? = nil
  ) {
    self.init(
      title, counts.map { row in row.map { Double($0) } }, rows: rows,
      columns: columns, limit: limit)
  }

  var rowCount: Int { values.count }
  var columnCount: Int { values.map { $0.count }.max() ?? 0 }
}

// MARK: - Words

extension HeatMap {
  public var description: String {
    var words = "heat map of " + title + ", "
    words += HeatMap.count(rowCount, "row") + " by "
    words += HeatMap.count(columnCount, "column")
    let cells = values.reduce(0) { $0 + $1.count }
    if cells == 0 { return words }
    return words + (cells <= 48 ? ":" + listing : range)
  }

  /// Every number, a line for each row.
  private var listing: String {
    values.indices.map { row in
      let numbers = values[row].map { Numeral($0).description }
      return "\n" + rowName(row) + ": " + numbers.joined(separator: ", ")
    }.joined()
  }

  /// ", from −0.9812 (row 3, column 1) to 0.8074 (row 2, column 4)"
  private var range: String {
    var low: (value: Double, place: String)?
    var high: (value: Double, place: String)?
    var omitted = 0
    for (row, values) in values.enumerated() {
      for (column, value) in values.enumerated() {
        guard value.isFinite else {
          omitted += 1
          continue
        }
        let place = " (" + rowName(row) + ", " + columnName(column) + ")"
        if low.map({ value < $0.value }) ?? true { low = (value, place) }
        if high.map({ value > $0.value }) ?? true { high = (value, place) }
      }
    }
    var words = ""
    if let low, let high {
      words += ", from " + Numeral(low.value).description + low.place
      words += " to " + Numeral(high.value).description + high.place
    }
    if omitted > 0 {
      words += ", " + HeatMap.count(omitted, "cell") + " without a number"
    }
    return words
  }

  private func rowName(_ row: Int) -> String {
    row < rows.count ? rows[row] : "row \(row + 1)"
  }

  private func columnName(_ column: Int) -> String {
    column < columns.count ? columns[column] : "column \(column + 1)"
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) " + noun + (count == 1 ? "" : "s")
  }
}

// MARK: - Size and colour

extension HeatMap {
  /// The size of the largest value.
  var largest: Double {
    values.joined().filter { $0.isFinite }.map { abs($0) }.max() ?? 0
  }

  /// Whether the values are counts.
  var isWhole: Bool {
    values.joined().filter { $0.isFinite }.allSatisfy {
      $0 == $0.rounded() && abs($0) < 1e6
    }
  }

  /// Whether there is a side below zero at all.
  var isSigned: Bool {
    values.contains { row in row.contains { $0 < 0 } }
  }

  /// The size at which a colour is strongest: 1, 2 or 5 times a power of
  /// ten that no value exceeds, so that charts of similar values share it.
  var strongest: Double {
    if let limit { return limit }
    let largest = self.largest
    guard largest > 0 else { return 1 }
    let power = Decade.power(Decade.order(of: largest))
    for digit in [1.0, 2, 5] where digit * power >= largest {
      return digit * power
    }
    return 10 * power
  }

  /// One of the eleven steps from n5 through z to p5.
  static func shade(of share: Double) -> String {
    let step = Int((min(max(share, -1), 1) * 5).rounded())
    return step == 0 ? "z" : (step < 0 ? "n" : "p") + "\(step.magnitude)"
  }
}
