// Adam with parameters that decay. Next: Nadam.swift.

import Tensors

/// Adam whose parameters decay beside the step, not through the gradient.
///
///     p -= rate · decay · p
///     p -= …                   // as Adam
///
/// A penalty in the loss would be divided by √v like every gradient, and so
/// hold back least what moves most. Here all parameters decay alike.
///
/// - Source: I. Loshchilov and F. Hutter, "Decoupled weight decay
///   regularization", 2019, arXiv:1711.05101; Keras 3.15.1,
///   `keras/src/optimizers/adamw.py`.
public final class AdamW: Adam {
  /// AdamW, with Keras' defaults.
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.001, weightDecay: Swift.Double = 0.004,
    beta1: Swift.Double = 0.9, beta2: Swift.Double = 0.999,
    epsilon: Swift.Double = 1e-7, amsgrad: Bool = false,
    clipping: Clipping = .none
  ) {
    self.init(
      decaying: Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      beta1, beta2, epsilon, amsgrad: amsgrad)
  }

  // With an initializer of its own, it inherits none of Adam's, whose
  // parameters do not decay.
  private init(
    decaying options: Options, _ beta1: Swift.Double,
    _ beta2: Swift.Double, _ epsilon: Swift.Double, amsgrad: Bool
  ) {
    super.init(options, beta1, beta2, epsilon, amsgrad: amsgrad)
  }
}
