// Steps divided by the recent size of the gradient. Next: Adagrad.swift.

import Tensors

/// Steps divided by the root of the recent mean of squared gradients.
///
///     v = ρ · v + (1 - ρ) · g²
///     p -= rate · g / √(v + ε)
///
/// With momentum μ the last steps go on: `m = μ · m + rate · g / √(v + ε)`,
/// `p -= m`. Centered, the variance takes the place of the mean square: from
/// `v` goes the square of the recent mean gradient.
///
/// ε stands inside the root; PyTorch has it outside.
///
/// - Source: G. Hinton, "Neural networks for machine learning", lecture 6e,
///   2012; Keras 3.15.1, `keras/src/optimizers/rmsprop.py`.
public final class RMSprop: Optimizer {
  /// How slowly the mean squared gradient changes.
  public let rho: Swift.Double
  /// How much of the last step is taken again.
  public let momentum: Swift.Double
  /// Keeps the quotient finite where no gradient has been.
  public let epsilon: Swift.Double
  /// Whether the mean gradient is subtracted.
  public let centered: Bool

  private var squares: [Tensor] = []
  private var means: [Tensor] = []
  private var steps: [Tensor] = []

  /// RMSprop, with Keras' defaults.
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.001, rho: Swift.Double = 0.9,
    momentum: Swift.Double = 0, epsilon: Swift.Double = 1e-7,
    centered: Bool = false, clipping: Clipping = .none,
    weightDecay: Swift.Double = 0
  ) {
    self.init(
      Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      rho, momentum, epsilon, centered)
  }

  private init(
    _ options: Options, _ rho: Swift.Double, _ momentum: Swift.Double,
    _ epsilon: Swift.Double, _ centered: Bool
  ) {
    requireShare(rho, "rho")
    requireShare(momentum, "momentum")
    self.rho = rho
    self.momentum = momentum
    self.epsilon = epsilon
    self.centered = centered
    super.init(options)
  }

  public override var numbersPerParameter: Int {
    1 + (momentum > 0 ? 1 : 0) + (centered ? 1 : 0)
  }

  public override func rule(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    squares.open(slot, like: gradient)
    let ρ = Scalar(rho)
    let share = Scalar(1 - rho)
    squares[slot].change(by: gradient) { v, g in ρ * v + share * (g * g) }
    let step = step(gradient, slot)
    guard momentum > 0 else {
      parameter -= step
      return
    }
    let μ = Scalar(momentum)
    steps.open(slot, like: gradient)
    steps[slot].change(by: step) { m, step in μ * m + step }
    parameter -= steps[slot]
  }

  /// What is to be subtracted, but for momentum.
  private func step(_ gradient: Tensor, _ slot: Int) -> Tensor {
    let (rate, ε) = (rate, Scalar(epsilon))
    var variance = squares[slot]
    if centered {
      means.open(slot, like: gradient)
      let (ρ, share) = (Scalar(rho), Scalar(1 - rho))
      means[slot].change(by: gradient) { m, g in ρ * m + share * g }
      variance.change(by: means[slot]) { v, m in v - m * m }
    }
    variance.change(by: gradient) { v, g in
      rate * g / squareRoot(v + ε)
    }
    return variance
  }
}
