// Straight down the slope. Next: RMSprop.swift, then Adam.swift.

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
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.01, momentum: Swift.Double = 0,
    nesterov: Bool = false, clipping: Clipping = .none,
    weightDecay: Swift.Double = 0
  ) {
    self.init(
      Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      momentum, nesterov)
  }

  private init(
    _ options: Options, _ momentum: Swift.Double, _ nesterov: Bool
  ) {
    requireShare(momentum, "momentum")
    self.momentum = momentum
    self.nesterov = nesterov
    super.init(options)
  }

  public override var numbersPerParameter: Int { momentum == 0 ? 0 : 1 }

  public override func rule(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    let (rate, μ) = (rate, Scalar(momentum))
    guard momentum != 0 else {
      parameter.change(by: gradient) { p, g in p - rate * g }
      return
    }
    velocities.open(slot, like: gradient)
    if nesterov {
      parameter.change(&velocities[slot], by: gradient) { p, v, g in
        v = μ * v - rate * g
        p += μ * v - rate * g
      }
    } else {
      parameter.change(&velocities[slot], by: gradient) { p, v, g in
        v = μ * v - rate * g
        p += v
      }
    }
  }

  /// Without momentum, a row without a gradient stays where it is.
  override func rule(
    _ table: LookupTable, _ gradient: RowGradient, slot: Int
  ) -> Bool {
    guard momentum == 0 && rate.isFinite else { return false }
    let step = -rate * gradient.values
    table.rows.add(step, toRows: gradient.rows)
    return true
  }
}

/// Stops the program unless a share is in 0...1.
func requireShare(_ share: Swift.Double, _ name: String) {
  require(
    share >= 0 && share <= 1,
    "expected a \(name) in 0...1; got " + fixed(wide: share, 4))
}
