// Steps of a size that suits each parameter. Next: AdamW.swift, Nadam.swift,
// then Model/Sequential.swift.

import Tensors

/// Steps whose size suits each parameter: small where gradients are large.
///
///     m += (1 - β₁) · (g - m)
///     v += (1 - β₂) · (g² - v)
///     p -= rate · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)
///
/// The paper's main form has ε inside the correction; this is its faster one,
/// where ε is called ε̂, and Keras'. With `amsgrad`, the largest v so far
/// takes the place of v, so that steps cannot grow again.
///
/// - Source: D. Kingma and J. Ba, "Adam: a method for stochastic
///   optimization", 2015, arXiv:1412.6980, section 2; S. Reddi, S. Kale and
///   S. Kumar, "On the convergence of Adam and beyond", 2018,
///   arXiv:1904.09237; Keras 3.15.1, `keras/src/optimizers/adam.py`.
public class Adam: Optimizer {
  /// How slowly the mean gradient changes.
  public final let beta1: Swift.Double
  /// How slowly the mean squared gradient changes.
  public final let beta2: Swift.Double
  /// Keeps the quotient finite where no gradient has been.
  public final let epsilon: Swift.Double
  /// Whether the largest mean square counts.
  public final let amsgrad: Bool

  private final var means: [Tensor] = []
  private final var squares: [Tensor] = []
  private final var peaks: [Tensor] = []
  private final var beta1Power = 1.0
  private final var beta2Power = 1.0
  private final var corrected: Scalar = 0

  /// Adam, with Keras' defaults.
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.001, beta1: Swift.Double = 0.9,
    beta2: Swift.Double = 0.999, epsilon: Swift.Double = 1e-7,
    amsgrad: Bool = false, clipping: Clipping = .none,
    weightDecay: Swift.Double = 0
  ) {
    self.init(
      Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      beta1, beta2, epsilon, amsgrad: amsgrad)
  }

  init(
    _ options: Options, _ beta1: Swift.Double, _ beta2: Swift.Double,
    _ epsilon: Swift.Double, amsgrad: Bool
  ) {
    requireShare(beta1, "beta1")
    requireShare(beta2, "beta2")
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.amsgrad = amsgrad
    super.init(options)
  }

  public override var numbersPerParameter: Int { amsgrad ? 3 : 2 }

  public override func prepareStep() {
    beta1Power *= beta1
    beta2Power *= beta2
    corrected = Scalar(
      learningRate * (1 - beta2Power).squareRoot() / (1 - beta1Power))
  }

  public override func rule(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    means.open(slot, like: gradient)
    squares.open(slot, like: gradient)
    let (rate, ε) = (corrected, Scalar(epsilon))
    let (share1, share2) = (Scalar(1 - beta1), Scalar(1 - beta2))
    guard amsgrad else {
      parameter.change(&means[slot], &squares[slot], by: gradient) {
        p, m, v, g in
        m += share1 * (g - m)
        v += share2 * (g * g - v)
        p -= rate * m / (squareRoot(v) + ε)
      }
      return
    }
    peaks.open(slot, like: gradient)
    means[slot].change(by: gradient) { m, g in m + share1 * (g - m) }
    squares[slot].change(by: gradient) { v, g in v + share2 * (g * g - v) }
    peaks[slot].change(by: squares[slot]) { peak, v in max(peak, v) }
    parameter.change(&means[slot], by: peaks[slot]) { p, m, peak in
      p -= rate * m / (squareRoot(peak) + ε)
    }
  }
}
