// A rate that falls along a cosine again and again.
// Next: Elementary.swift.

import Tensors

/// A rate that falls along a cosine, jumps back, and falls again.
///
///     start · ((1 - α) · height · ½ · (1 + cos(π · x)) + α)
///
/// where x goes from 0 to 1 in every period. Each period is `stretch` times
/// as long as the one before, and starts at `shrink` times its height.
///
///     let rate = CosineDecayRestarts(from: 0.1, steps: 100)
///     rate(99)   // nearly 0
///     rate(100)  // 0.1; the second period has 200 steps
///
/// - Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent
///   with warm restarts", 2017, arXiv:1608.03983; Keras 3.15.1,
///   `CosineDecayRestarts` in
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public struct CosineDecayRestarts: LearningRate {
  private let start: Swift.Double
  private let steps: Int
  private let stretch, shrink, alpha: Swift.Double

  /// A rate that falls along a cosine again and again.
  ///
  /// - Parameters:
  ///   - start: the rate of the first step.
  ///   - steps: how many steps the first period takes.
  ///   - stretch: how many times longer each next period is: Keras' `t_mul`.
  ///   - shrink: how many times higher it starts: Keras' `m_mul`.
  ///   - alpha: the share of the rate that is left.
  public init(
    from start: Swift.Double, steps: Int, stretch: Swift.Double = 2,
    shrink: Swift.Double = 1, alpha: Swift.Double = 0
  ) {
    requireSteps(steps)
    require(
      stretch >= 1,
      "expected periods to be stretched by at least 1; got "
        + fixed(wide: stretch, 4))
    self.start = start
    self.steps = steps
    self.stretch = stretch
    self.shrink = shrink
    self.alpha = alpha
  }

  // Keras finds the period by a logarithm, which at a restart may be a digit
  // short and so end the period before; here the periods are counted.
  /// The learning rate of an update; the first one is step 0.
  public func callAsFunction(_ step: Int) -> Swift.Double {
    var rest = Swift.Double(step)
    var period = Swift.Double(steps)
    var height = 1.0
    if stretch == 1 {
      let gone = (rest / period).rounded(.down)
      rest -= gone * period
      height = power(shrink, gone)
    } else {
      while rest >= period {
        rest -= period
        period *= stretch
        height *= shrink
      }
    }
    let wave = height * halfWave(rest / period)
    return start * ((1 - alpha) * wave + alpha)
  }
}
