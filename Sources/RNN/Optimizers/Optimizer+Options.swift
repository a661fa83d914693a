// What all optimizers can be told. Next: SGD.swift.

import Tensors

extension Optimizer {
  /// What all optimizers can be told: the learning rate, clipping, and
  /// weight decay.
  public struct Options {
    /// The learning rate of each step.
    let schedule: (Int) -> Swift.Double
    /// Whether the rate may not be set, since a schedule decides about it.
    let isScheduled: Bool
    let clipping: Clipping
    let weightDecay: Swift.Double

    /// Options for `Optimizer.init`.
    ///
    /// - Parameters:
    ///   - learningRate: how far a step goes: a number, or a schedule.
    ///   - clipping: how gradients are shortened.
    ///   - weightDecay: the share of the parameters that is lost in a step of
    ///     rate 1.
    public init<Rate: LearningRate>(
      learningRate: Rate, clipping: Clipping = .none,
      weightDecay: Swift.Double = 0
    ) {
      requireRate(learningRate(0))
      clipping.check()
      require(
        weightDecay >= 0,
        "expected a weight decay of at least 0; got "
          + fixed(wide: weightDecay, 4))
      schedule = { learningRate($0) }
      isScheduled = !learningRate.isConstant
      self.clipping = clipping
      self.weightDecay = weightDecay
    }
  }
}

func requireRate(_ rate: Swift.Double) {
  require(
    rate >= 0,
    "expected a learning rate of at least 0; got " + fixed(wide: rate, 4))
}
