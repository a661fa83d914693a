// Steps of a size that suits each parameter. Next: Model/Sequential.swift.

import Tensors

/// Steps whose size suits each parameter: small where gradients are large.
///
///     m += (1 - β₁) · (g - m)
///     v += (1 - β₂) · (g² - v)
///     p -= rate · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)
///
/// The paper's main form has ε inside the correction; this is its faster one,
/// where ε is called ε̂, and Keras'.
///
/// - Source: D. Kingma and J. Ba, "Adam: a method for stochastic
///   optimization", 2015, arXiv:1412.6980, section 2; Keras 3.15.1,
///   `keras/src/optimizers/adam.py`.
public final class Adam: Optimizer {
  /// How slowly the mean gradient changes.
  public let beta1: Swift.Double
  /// How slowly the mean squared gradient changes.
  public let beta2: Swift.Double
  /// Keeps the quotient finite where no gradient has been.
  public let epsilon: Swift.Double

  private var means: [Tensor] = []
  private var squares: [Tensor] = []
  private var beta1Power = 1.0
  private var beta2Power = 1.0
  private var rate: Scalar = 0

  /// Adam, with Keras' defaults.
  public init(
    learningRate: Swift.Double = 0.001, beta1: Swift.Double = 0.9,
    beta2: Swift.Double = 0.999, epsilon: Swift.Double = 1e-7
  ) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    super.init(learningRate: learningRate)
  }

  public override var numbersPerParameter: Int { 2 }

  public override func prepareStep() {
    beta1Power *= beta1
    beta2Power *= beta2
    rate = Scalar(
      learningRate * (1 - beta2Power).squareRoot() / (1 - beta1Power))
  }

  public override func update(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    if slot == means.count {
      means.append(.zeros(gradient.shape))
      squares.append(.zeros(gradient.shape))
    }
    let (rate, ε) = (rate, Scalar(epsilon))
    let (share1, share2) = (Scalar(1 - beta1), Scalar(1 - beta2))
    parameter.change(&means[slot], &squares[slot], by: gradient) {
      p, m, v, g in
      m += share1 * (g - m)
      v += share2 * (g * g - v)
      p -= rate * m / (v.squareRoot() + ε)
    }
  }
}
