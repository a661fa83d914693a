// A rate multiplied again and again. Next: InverseTimeDecay.swift.

/// A rate multiplied by the same factor every so many steps.
///
///     start · rate^(step / steps)
///
///     ExponentialDecay(from: 0.1, steps: 100, rate: 0.5)(200)  // 0.025
///
/// - Source: Keras 3.15.1, `ExponentialDecay` in
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public struct ExponentialDecay: LearningRate {
  private let start: Swift.Double
  private let steps: Int
  private let rate: Swift.Double
  private let staircase: Bool

  /// A rate that decays exponentially.
  ///
  /// - Parameters:
  ///   - start: the rate of the first step.
  ///   - steps: after how many steps it is multiplied by `rate`.
  ///   - rate: the factor.
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
    return start * power(rate, staircase ? times.rounded(.down) : times)
  }
}
