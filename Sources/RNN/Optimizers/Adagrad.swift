// Steps divided by the size of all gradients so far. Next: Adam.swift.

import Tensors

/// Steps divided by the root of the sum of all squared gradients.
///
///     v += g²
///     p -= rate · g / √(v + ε)
///
/// What moved often moves less and less; rare words, whose rows of an
/// embedding see few gradients, still take long steps.
///
/// - Source: J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods
///   for online learning and stochastic optimization", 2011,
///   JMLR 12:2121–2159; Keras 3.15.1, `keras/src/optimizers/adagrad.py`.
public final class Adagrad: Optimizer {
  /// Where each sum of squares starts.
  public let initialAccumulator: Swift.Double
  /// Keeps the quotient finite where no gradient has been.
  public let epsilon: Swift.Double

  private var squares: [Tensor] = []

  /// Adagrad, with Keras' defaults.
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.001, initialAccumulator: Swift.Double = 0.1,
    epsilon: Swift.Double = 1e-7, clipping: Clipping = .none,
    weightDecay: Swift.Double = 0
  ) {
    self.init(
      Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      initialAccumulator, epsilon)
  }

  private init(
    _ options: Options, _ initialAccumulator: Swift.Double,
    _ epsilon: Swift.Double
  ) {
    require(
      initialAccumulator >= 0,
      "expected an initial accumulator of at least 0; got "
        + fixed(wide: initialAccumulator, 4))
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
    super.init(options)
  }

  public override var numbersPerParameter: Int { 1 }

  public override func rule(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    squares.open(slot, like: gradient, with: Scalar(initialAccumulator))
    let (rate, ε) = (rate, Scalar(epsilon))
    parameter.change(&squares[slot], by: gradient) { p, v, g in
      v += g * g
      p -= rate * g / squareRoot(v + ε)
    }
  }
}
