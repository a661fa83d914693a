// A rate for each stretch of steps. Next: CosineDecay.swift.

import Tensors

/// A rate for each stretch of steps.
///
///     let rate = PiecewiseConstantDecay(
///       boundaries: [100, 150], rates: [0.1, 0.05, 0.01])
///     rate(100)  // 0.1: a boundary belongs to what it ends
///     rate(101)  // 0.05
///
/// - Source: Keras 3.15.1, `PiecewiseConstantDecay` in
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public struct PiecewiseConstantDecay: LearningRate {
  private let boundaries: [Int]
  private let rates: [Swift.Double]

  /// A rate for each stretch.
  ///
  /// - Parameters:
  ///   - boundaries: the last step of each stretch but the last.
  ///   - rates: one more.
  public init(boundaries: [Int], rates: [Swift.Double]) {
    require(
      rates.count == boundaries.count + 1,
      "expected one rate more than boundaries; got \(rates.count) and "
        + "\(boundaries.count)")
    for (first, second) in zip(boundaries, boundaries.dropFirst()) {
      require(
        first < second,
        "expected rising boundaries; got \(second) after \(first)")
    }
    self.boundaries = boundaries
    self.rates = rates
  }

  /// The learning rate of an update; the first one is step 0.
  public func callAsFunction(_ step: Int) -> Swift.Double {
    rates[boundaries.firstIndex { step <= $0 } ?? boundaries.count]
  }
}
