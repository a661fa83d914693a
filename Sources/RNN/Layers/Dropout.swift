// Leaving out a part of the numbers. Next: GlobalAveragePooling1D.swift.

import Tensors

/// A layer that in training sets a share of its inputs to 0, others each time,
/// and makes the rest larger by as much.
///
///     Sequential([Input([200]), Dense(64), Dropout(0.5), Dense(1)])
///
/// So no number can rely on another being there. Outside training it does
/// nothing.
///
/// - Source: Keras 3.15.1, `keras/src/layers/regularization/dropout.py`, where
///   a rate of 1 is allowed; N. Srivastava et al., "Dropout: a simple way to
///   prevent neural networks from overfitting", 2014.
public final class Dropout: Layer {
  /// How much is dropped, from 0 to below 1.
  public let rate: Scalar
  /// Factors to be used, instead of drawing some in training: for checking
  /// gradients.
  public var fixedMask: DropoutMask?

  private var mask = DropoutMask()

  /// Drops this share of the inputs.
  public init(_ rate: Scalar) {
    requireRate(rate)
    self.rate = rate
    super.init()
  }

  public override var kind: String { "Dropout" }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    mask = fixedMask ?? DropoutMask()
    if fixedMask == nil, var generator = context.chance {
      mask = DropoutMask(x.shape, rate: rate, using: &generator)
      context.chance = generator
    }
    return mask(x)
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    mask(gradient)
  }
}
