// Adam that looks ahead. Next: Clipping.swift.

import Tensors

/// Adam with Nesterov's momentum: the gradient counts as if the next step's
/// momentum had been followed.
///
///     uₜ = β₁ · (1 - ½ · 0.96ᵗ)      Uₜ = u₁ · … · uₜ
///     m += (1 - β₁) · (g - m)
///     v += (1 - β₂) · (g² - v)
///     m̂ = uₜ₊₁ · m / (1 - Uₜ₊₁) + (1 - uₜ) · g / (1 - Uₜ)
///     p -= rate · m̂ / (√(v / (1 - β₂ᵗ)) + ε)
///
/// - Source: T. Dozat, "Incorporating Nesterov momentum into Adam", 2016,
///   ICLR workshop; Keras 3.15.1, `keras/src/optimizers/nadam.py`.
public final class Nadam: Optimizer {
  /// How slowly the mean gradient changes.
  public let beta1: Swift.Double
  /// How slowly the mean squared gradient changes.
  public let beta2: Swift.Double
  /// Keeps the quotient finite where no gradient has been.
  public let epsilon: Swift.Double

  private var means: [Tensor] = []
  private var squares: [Tensor] = []
  private var beta2Power = 1.0
  private var warmPower = 1.0
  private var product = 1.0
  private var meanShare: Scalar = 0
  private var gradientShare: Scalar = 0

  /// Nadam, with Keras' defaults.
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.001, beta1: Swift.Double = 0.9,
    beta2: Swift.Double = 0.999, epsilon: Swift.Double = 1e-7,
    clipping: Clipping = .none, weightDecay: Swift.Double = 0
  ) {
    self.init(
      Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      beta1, beta2, epsilon)
  }

  private init(
    _ options: Options, _ beta1: Swift.Double, _ beta2: Swift.Double,
    _ epsilon: Swift.Double
  ) {
    requireShare(beta1, "beta1")
    requireShare(beta2, "beta2")
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    super.init(options)
  }

  public override var numbersPerParameter: Int { 2 }

  // The product of all u is one more.
  public override var numbersBesides: Int { super.numbersBesides + 1 }

  public override func prepareStep() {
    beta2Power *= beta2
    warmPower *= 0.96
    let u = beta1 * (1 - 0.5 * warmPower)
    let next = beta1 * (1 - 0.5 * warmPower * 0.96)
    product *= u
    meanShare = Scalar(next / (1 - product * next))
    gradientShare = Scalar((1 - u) / (1 - product))
  }

  public override func rule(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    means.open(slot, like: gradient)
    squares.open(slot, like: gradient)
    let (rate, ε) = (rate, Scalar(epsilon))
    let (share1, share2) = (Scalar(1 - beta1), Scalar(1 - beta2))
    let (meanShare, gradientShare) = (meanShare, gradientShare)
    let correction = Scalar(1 - beta2Power)
    parameter.change(&means[slot], &squares[slot], by: gradient) {
      p, m, v, g in
      m += share1 * (g - m)
      v += share2 * (g * g - v)
      let ahead = meanShare * m + gradientShare * g
      p -= rate * ahead / (squareRoot(v / correction) + ε)
    }
  }
}
