// A rate that falls to another along a power.
// Next: PiecewiseConstantDecay.swift.

/// A rate that falls to another in so many steps, and stays there.
///
///     (start - end) · (1 - step / steps)^power + end
///
///     PolynomialDecay(from: 0.1, to: 0.02, steps: 100)(25)  // 0.08
///
/// - Source: Keras 3.15.1, `PolynomialDecay` in
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public struct PolynomialDecay: LearningRate {
  private let start, end: Swift.Double
  private let steps: Int
  private let exponent: Swift.Double
  private let cycles: Bool

  /// A rate that falls along a power: in a straight line, if it is 1.
  ///
  /// - Parameters:
  ///   - start: the rate of the first step.
  ///   - end: the rate after `steps`.
  ///   - steps: how many steps it takes.
  ///   - power: above 1, it falls fast first.
  ///   - cycles: whether it rises again after that, and takes one more
  ///     `steps` to fall each time.
  public init(
    from start: Swift.Double, to end: Swift.Double = 0.0001, steps: Int,
    power: Swift.Double = 1, cycles: Bool = false
  ) {
    requireSteps(steps)
    self.start = start
    self.end = end
    self.steps = steps
    self.exponent = power
    self.cycles = cycles
  }

  /// The learning rate of an update; the first one is step 0.
  public func callAsFunction(_ step: Int) -> Swift.Double {
    var total = Swift.Double(steps)
    var time = Swift.Double(step)
    if cycles {
      total *= max((time / total).rounded(.up), 1)
    } else {
      time = min(time, total)
    }
    return (start - end) * power(1 - time / total, exponent) + end
  }
}
