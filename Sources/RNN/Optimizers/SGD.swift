// Straight down the slope. Next: Adam.swift.

import Tensors

/// Gradient descent, with momentum if one likes.
///
///     p -= rate · g
///
/// and with momentum μ
///
///     v = μ · v - rate · g
///     p += v                   // Nesterov: p += μ · v - rate · g
///
/// - Source: Keras 3.15.1, `keras/src/optimizers/sgd.py`.
public final class SGD: Optimizer {
  /// How much of the last step is taken again.
  public let momentum: Swift.Double
  /// Whether the gradient counts as if the momentum had been followed.
  public let nesterov: Bool

  private var velocities: [Tensor] = []

  /// Gradient descent.
  public init(
    learningRate: Swift.Double = 0.01, momentum: Swift.Double = 0,
    nesterov: Bool = false
  ) {
    require(
      momentum >= 0 && momentum <= 1,
      "expected a momentum in 0...1; got " + fixed(wide: momentum, 4))
    self.momentum = momentum
    self.nesterov = nesterov
    super.init(learningRate: learningRate)
  }

  public override var numbersPerParameter: Int { momentum == 0 ? 0 : 1 }

  public override func update(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    let rate = Scalar(learningRate)
    guard momentum != 0 else {
      parameter.change(by: gradient) { p, g in p - rate * g }
      return
    }
    let μ = Scalar(momentum)
    if slot == velocities.count { velocities.append(.zeros(gradient.shape)) }
    velocities[slot].change(by: gradient) { v, g in μ * v - rate * g }
    parameter += velocities[slot]
    if nesterov {
      // So far p += v; what is missing is μ · v - rate · g - v.
      parameter += (μ - 1) * velocities[slot]
      parameter -= rate * gradient
    }
  }
}
