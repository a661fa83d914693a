// Steps that say nothing. Next: Dropout.swift.

import Tensors

/// A layer that has later layers skip the steps whose features all have one
/// value.
///
///     Sequential([Input([nil, 3]), Masking(), LSTM(8)])
///
/// `[B, T, D]` in and out. What is masked becomes zeros.
///
/// - Source: Keras 3.15.1, `keras/src/layers/core/masking.py`.
public final class Masking: Layer {
  /// The value of all features of a step that does not count.
  public let value: Scalar

  private var counts = Tensor.zeros([0])

  /// Skips the steps that are nothing but `value`.
  public init(value: Scalar = 0) {
    self.value = value
    super.init()
  }

  public override var kind: String { "Masking" }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    require(x.rank >= 2, "expected [batch, ..., features]; got \(x.shape)")
    counts = x.map { $0 == value ? 0 : 1 }.max(axis: -1, keepsAxis: true)
    context.mask = counts.reshaped(counts.shape.dropping(-1))
    return x * counts
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    gradient * counts
  }
}
