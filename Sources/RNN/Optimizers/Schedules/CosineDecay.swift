// A rate that falls along a cosine. Next: CosineDecayRestarts.swift.

import Tensors

/// A rate that falls along half a wave, slowly at both ends, and stays there.
///
///     start · ((1 - α) · ½ · (1 + cos(π · step / steps)) + α)
///
///     CosineDecay(from: 0.1, steps: 100)(50)  // 0.05
///
/// A warm-up comes before that, if one likes: in so many steps the rate rises
/// from `start` to its `target` in a straight line, and falls from there.
///
/// - Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent
///   with warm restarts", 2017, arXiv:1608.03983; Keras 3.15.1,
///   `CosineDecay` in
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public struct CosineDecay: LearningRate {
  private let start: Swift.Double
  private let steps: Int
  private let alpha: Swift.Double
  private let warmup: (target: Swift.Double, steps: Int)?

  /// A rate that falls along a cosine.
  ///
  /// - Parameters:
  ///   - start: the rate of the first step.
  ///   - steps: how many steps it takes to fall.
  ///   - alpha: the share of the rate that is left.
  ///   - warmup: what it rises to first, and in how many steps.
  public init(
    from start: Swift.Double, steps: Int, alpha: Swift.Double = 0,
    warmup: (target: Swift.Double, steps: Int)? = nil
  ) {
    requireSteps(steps)
    if let warmup { requireSteps(warmup.steps) }
    self.start = start
    self.steps = steps
    self.alpha = alpha
    self.warmup = warmup
  }

  /// The learning rate of an update; the first one is step 0.
  public func callAsFunction(_ step: Int) -> Swift.Double {
    guard let warmup else { return fallen(step, from: start) }
    if step < warmup.steps {
      let share = Swift.Double(step) / Swift.Double(warmup.steps)
      return (warmup.target - start) * share + start
    }
    return fallen(step - warmup.steps, from: warmup.target)
  }

  private func fallen(
    _ step: Int, from top: Swift.Double
  ) -> Swift.Double {
    let share = Swift.Double(min(step, steps)) / Swift.Double(steps)
    return top * ((1 - alpha) * halfWave(share) + alpha)
  }
}

/// `½ · (1 + cos(π · x))`: from 1 at 0 to 0 at 1.
func halfWave(_ x: Swift.Double) -> Swift.Double {
  0.5 * (1 + cosine(turns: x / 2))
}
