// A rate divided by the time. Next: PolynomialDecay.swift.

/// A rate divided by the time that has gone.
///
///     start / (1 + rate · step / steps)
///
///     InverseTimeDecay(from: 0.1, steps: 100, rate: 0.5)(200)  // 0.05
///
/// - Source: Keras 3.15.1, `InverseTimeDecay` in
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public struct InverseTimeDecay: LearningRate {
  private let start: Swift.Double
  private let steps: Int
  private let rate: Swift.Double
  private let staircase: Bool

  /// A rate that decays as one over the time.
  ///
  /// - Parameters:
  ///   - start: the rate of the first step.
  ///   - steps: after how many steps `rate` is added to what it is divided by.
  ///   - rate: how much is added.
  ///   - staircase: whether it stays the same in between.
  public init(
    from start: Swift.Double, steps: Int, rate: Swift.Double,
    staircase: Bool = false
  ) {
    requireSteps(steps)
    self.start = start
    self.steps = steps
    self.rate = rate
    self.staircase = staircase
  }

  /// The learning rate of an update; the first one is step 0.
  public func callAsFunction(_ step: Int) -> Swift.Double {
    let times = Swift.Double(step) / Swift.Double(steps)
    return start / (1 + rate * (staircase ? times.rounded(.down) : times))
  }
}
