// Says what goes in. Next: Recurrent.swift.

import Tensors

/// Says what shape a sample has, so that a model is built at once.
///
///     Sequential([Input([5, 1]), SimpleRNN(50), Dense(4)])
///
/// It has no parameters and does not show in a summary.
///
/// - Source: Keras 3.15.1, `keras/src/layers/core/input_layer.py`.
public final class Input: Layer {
  /// The shape of one sample.
  public let shape: SampleShape

  /// Samples of this shape; nil is a size that may vary.
  public init(_ shape: SampleShape) {
    self.shape = shape
    super.init()
  }

  /// Samples of this shape; nil is a size that may vary.
  public convenience init(shape: SampleShape) { self.init(shape) }

  public override var kind: String { "InputLayer" }

  override var declaredShape: SampleShape? { shape }
}
