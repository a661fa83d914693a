// Bars as a value, and their words. Next: BarChart+Picture.swift.

import LessonRuntime
import Tensors

/// A named value, drawn as one bar.
public struct Bar: Equatable, Sendable {
  public var name: String
  public var value: Double

  public init<Value: BinaryFloatingPoint>(_ name: String, _ value: Value) {
    self.name = name
    self.value = Double(value)
  }

  public init(_ name: String, _ count: Int) {
    self.name = name
    self.value = Double(count)
  }
}

/// Values side by side, longest where largest, each printed at its bar.
///
///     BarChart(
///       "test accuracy", Bar("baseline", 0.835), Bar("LSTM", 0.872),
///       references: [Reference("chance", at: 0.5)])
///
///     BarChart("gradient norm", of: ["step 1", "step 2"], norms)
///
/// Shown, the first is recorded as
///
///     bar chart of test accuracy: baseline 0.8350, LSTM 0.8720; chance at
///     0.5000
public struct BarChart: Showable, Equatable, Sendable {
  /// What the values are.
  public var title: String
  public var bars: [Bar]
  public var references: [Reference]

  public init(
    _ title: String, bars: [Bar], references: [Reference] = []
  ) {
    self.title = title
    self.bars = bars
    self.references = references
  }

  /// A chart of bars that are named one by one.
  public init(
    _ title: String, _ bars: Bar..., references: [Reference] = []
  ) {
    self.init(title, bars: bars, references: references)
  }

  /// A chart of values with their names in a list of their own.
  ///
  /// - Precondition: there are as many names as values.
  public init<Value: BinaryFloatingPoint>(
    _ title: String, of names: [String], _ values: [Value],
    references: [Reference] = []
  ) {
    require(
      names.count == values.count,
      "expected a name for each of \(values.count) bars; "
        + "got \(names.count)")
    self.init(
      title, bars: zip(names, values).map { Bar($0, $1) },
      references: references)
  }

  public var description: String {
    let words = bars.map { bar in
      bar.name + " "
        + (bar.value.isNaN
          ? "not a number" : Numeral(bar.value).description)
    }
    return "bar chart of " + title + ": "
      + (bars.isEmpty ? "no bars" : words.joined(separator: ", "))
      + Reference.words(for: references)
  }
}
