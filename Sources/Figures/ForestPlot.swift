// What changes change, each over several runs. Next: ForestPlot+Picture.swift.

import LessonRuntime
import Tensors

/// One change, and by how much each run with it differs from one without.
public struct Change: Equatable, Sendable {
  public var name: String
  public var differences: [Double]

  public init<Value: BinaryFloatingPoint>(
    _ name: String, _ differences: [Value]
  ) {
    self.name = name
    self.differences = differences.map { Double($0) }
  }
}

/// A row for each change: every run a tick, their range a line, their mean a
/// dot; and in words whether the runs agree on which side of zero they are.
///
///     ForestPlot(
///       "accuracy gained", Change("embedding", [0.11, 0.14, 0.12]),
///       Change("dropout", [-0.01, 0.02, 0.01]))
///
/// Shown, it is recorded as
///
///     forest plot of accuracy gained:
///     embedding: mean 0.1233, from 0.1100 to 0.1400 in 3 runs, better
///     dropout: mean 0.006667, from −0.01000 to 0.02000 in 3 runs, not told
///     apart
public struct ForestPlot: Showable, Equatable, Sendable {
  public var title: String
  public var changes: [Change]
  /// Whether a difference above zero is a gain.
  public var moreIsBetter: Bool

  public init(
    _ title: String, changes: [Change], moreIsBetter: Bool = true
  ) {
    self.title = title
    self.changes = changes
    self.moreIsBetter = moreIsBetter
  }

  /// A plot of changes that are named one by one.
  public init(
    _ title: String, _ changes: Change..., moreIsBetter: Bool = true
  ) {
    self.init(title, changes: changes, moreIsBetter: moreIsBetter)
  }

  public var description: String {
    "forest plot of " + title
      + (changes.isEmpty ? ": no changes" : ":")
      + changes.map { change in
        let values = change.finite
        var words = "\n" + change.name + ": "
        guard !values.isEmpty else { return words + "no run" }
        let summary = Summary(values)
        words += "mean " + Numeral(summary.mean).description
        if values.count > 1 {
          words +=
            ", from " + Numeral(summary.low).description + " to "
            + Numeral(summary.high).description
        }
        words += " in " + counted(values.count, "run")
        let lost = change.differences.count - values.count
        if lost > 0 { words += " (\(lost) without a number)" }
        return words + ", " + verdict(on: change)
      }.joined()
  }

  /// What the runs say together: one alone, or two that disagree on the
  /// side, say nothing.
  func verdict(on change: Change) -> String {
    let values = change.finite
    if values.count < 2 { return "one run tells nothing" }
    let isAbove = values.allSatisfy { $0 > 0 }
    let isBelow = values.allSatisfy { $0 < 0 }
    if !isAbove, !isBelow { return "not told apart" }
    return isAbove == moreIsBetter ? "better" : "worse"
  }

  var table: String {
    DataTable(
      head: ["", "mean", "lowest", "highest", "runs", "verdict"],
      rows: changes.map { change in
        let summary = Summary(change.finite)
        return [
          change.name, Numeral(summary.mean).description,
          Numeral(summary.low).description,
          Numeral(summary.high).description, "\(summary.count)",
          verdict(on: change),
        ]
      }
    ).markup
  }
}

extension Change {
  /// The runs that ended with a number.
  var finite: [Double] { differences.filter { $0.isFinite } }
}
