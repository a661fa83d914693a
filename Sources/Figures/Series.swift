// What a chart draws: lines with names, and values to hold them against.

import Tensors

/// A named list of values, drawn as one line.
///
///     Series("training", losses)                  // at 1, 2, 3, …
///     Series("training", losses, from: 0)         // at 0, 1, 2, …
///     Series("recall", recalled, at: [10, 20, 50])
public struct Series: Equatable, Sendable {
  public var name: String
  public var values: [Double]
  /// Where along the axis each value stands.
  public var positions: [Double]
  /// How far runs lie apart whose mean this is.
  var margin: Margin?

  /// Values that follow each other, the first of them at `first`.
  public init<Value: BinaryFloatingPoint>(
    _ name: String, _ values: [Value], from first: Int = 1
  ) {
    self.name = name
    self.values = values.map { Double($0) }
    self.positions = values.indices.map { Double(first + $0) }
  }

  /// Values at places of their own.
  ///
  /// - Precondition: there are as many places as values.
  public init<Value: BinaryFloatingPoint, Place: BinaryFloatingPoint>(
    _ name: String, _ values: [Value], at positions: [Place]
  ) {
    require(
      values.count == positions.count,
      "expected a position for each of \(values.count) values of \(name); "
        + "got \(positions.count)")
    self.name = name
    self.values = values.map { Double($0) }
    self.positions = positions.map { Double($0) }
  }

  /// Values at whole numbers, such as lengths and counts of units.
  public init<Value: BinaryFloatingPoint>(
    _ name: String, _ values: [Value], at positions: [Int]
  ) {
    self.init(name, values, at: positions.map { Double($0) })
  }
}

/// A named value to compare with, drawn across a chart.
///
///     Reference("a blind guess, ln 3", at: 1.0986)
public struct Reference: Equatable, Sendable {
  public var name: String
  public var value: Double

  public init<Value: BinaryFloatingPoint>(_ name: String, at value: Value) {
    self.name = name
    self.value = Double(value)
  }
}

extension Reference {
  /// "; chance at 0.5000"
  static func words(for references: [Reference]) -> String {
    references.map {
      "; " + $0.name + " at " + Numeral($0.value).description
    }.joined()
  }
}
