// What was said of what: counts of answers, by class.

import LessonRuntime
import Tensors

/// A row for each true class, a column for each that was said, and in the
/// cells how often. What lies on the diagonal is right, and has a frame.
///
///     ConfusionMatrix(
///       ["negative", "positive"], truth: labels, said: predictions)
///
/// Shown, it is recorded as
///
///     confusion matrix, 1000 samples, 0.8510 right:
///     negative: 412 said negative, 88 said positive
///     positive: 61 said negative, 439 said positive
public struct ConfusionMatrix: Showable, Equatable, Sendable {
  public var classes: [String]
  /// How often a class, the row, was taken for one, the column.
  public var counts: [[Int]]

  /// - Precondition: a row and a column for each class.
  public init(_ classes: [String], counts: [[Int]]) {
    require(
      counts.count == classes.count
        && counts.allSatisfy { $0.count == classes.count },
      "expected \(classes.count) rows of \(classes.count) counts")
    self.classes = classes
    self.counts = counts
  }

  /// Counts pairs of what is true and what was said, numbered from 0.
  ///
  /// - Precondition: as many of one as of the other, all of them classes.
  public init(_ classes: [String], truth: [Int], said: [Int]) {
    require(
      truth.count == said.count,
      "expected an answer for each of \(truth.count) samples; "
        + "got \(said.count)")
    var counts = classes.map { _ in classes.map { _ in 0 } }
    for (sample, label) in truth.enumerated() {
      for one in [label, said[sample]] {
        require(
          classes.indices.contains(one),
          "expected classes below \(classes.count); got \(one)")
      }
      counts[label][said[sample]] += 1
    }
    self.init(classes, counts: counts)
  }

  private var total: Int { counts.joined().reduce(0, +) }

  private var right: Double {
    let right = classes.indices.reduce(0) { $0 + counts[$1][$1] }
    return total == 0 ? 0 : Double(right) / Double(total)
  }

  public var description: String {
    let start = "confusion matrix, " + counted(total, "sample")
    guard total > 0 else { return start }
    return start + ", " + Numeral(right).description + " right:"
      + classes.indices.map { row in
        "\n" + classes[row] + ": "
          + classes.indices.map { column in
            "\(counts[row][column]) said " + classes[column]
          }.joined(separator: ", ")
      }.joined()
  }

  public var picture: String {
    // Many classes are a heat map like any other.
    guard (1...5).contains(classes.count) else {
      return HeatMap(
        "true class in rows, what was said in columns", counts,
        rows: classes, columns: classes
      ).picture
    }
    var drawing = Drawing()
    let names = classes.map { Lettering.width(of: $0) }.max() ?? 0
    let left = min(names, 170) + 12
    let width = min(150, (Drawing.width - left) / Double(classes.count))
    drawing.words("said:", x: left - 12, y: 17, "end faint")
    for (column, name) in classes.enumerated() {
      drawing.words(
        Lettering.shortened(name, to: width - 6),
        x: left + (Double(column) + 0.5) * width, y: 17, "mid")
    }
    for (row, values) in counts.enumerated() {
      let y = 28 + Double(row) * 66
      drawing.words(
        Lettering.shortened(classes[row], to: left - 12), x: left - 12,
        y: y + 37, "end")
      let sum = values.reduce(0, +)
      for (column, count) in values.enumerated() {
        let share = sum == 0 ? 0 : Double(count) / Double(sum)
        let x = left + Double(column) * width
        drawing.box(
          HeatMap.shade(of: share), x: x + 2, y: y + 2, width: width - 4,
          height: 62)
        if row == column {
          drawing.box(
            "right", x: x + 2, y: y + 2, width: width - 4, height: 62)
        }
        drawing.words("\(count)", x: x + width / 2, y: y + 29, "cell")
        drawing.words(
          Numeral(100 * share, decimals: 0).description + " %",
          x: x + width / 2, y: y + 53, "cell")
      }
    }
    let end = 28 + Double(classes.count) * 66
    drawing.words(
      Lettering.shortened(
        "rows: what is true; framed: right, "
          + Numeral(100 * right, decimals: 1).description + " % of \(total)",
        to: Drawing.width), x: 0, y: end + 22, "faint")
    return drawing.finished(height: end + 30)
  }
}
