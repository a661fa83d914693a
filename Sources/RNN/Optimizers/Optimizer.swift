// How gradients change parameters. Next: SGD.swift, Adam.swift.

import Tensors

/// How gradients change parameters.
///
/// An optimizer keeps what it needs for each parameter in a slot of its own;
/// the slots follow the order in which a model visits its parameters.
open class Optimizer {
  /// How far a step goes.
  public var learningRate: Swift.Double
  /// How many steps were taken.
  public private(set) var iterations = 0

  init(learningRate: Swift.Double) {
    require(
      learningRate >= 0,
      "expected a learning rate of at least 0; got "
        + fixed(wide: learningRate, 4))
    self.learningRate = learningRate
  }

  /// Begins a step: call it once, before the parameters are updated.
  public final func beginStep() {
    iterations += 1
    prepareStep()
  }

  /// Changes the parameter of a slot by its gradient.
  open func update(_ parameter: inout Tensor, _ gradient: Tensor, slot: Int) {
    stop("expected an optimizer with a rule")
  }

  /// Whatever is the same for all parameters of a step.
  open func prepareStep() {}

  /// How many numbers are kept for each parameter.
  open var numbersPerParameter: Int { 0 }
}
