// The mean over all steps. Next: Model/Sequential.swift.

import Tensors

/// A layer that takes the mean over all steps that count: order is forgotten.
///
///     Sequential([
///       Input([200]), Embedding(words: 10_000, size: 16, maskZero: true),
///       GlobalAveragePooling1D(), Dense(1, activation: .sigmoid),
///     ])
///
/// `[B, T, D]` in, `[B, D]` out. A sequence with no step that counts gives
/// zeros; Keras gives NaN.
///
/// - Source: Keras 3.15.1,
///   `keras/src/layers/pooling/global_average_pooling1d.py`.
public final class GlobalAveragePooling1D: Layer {
  /// Each step's share in its sequence's mean, `[B, T, 1]`.
  private var shares = Tensor.zeros([0])
  private var features = 0

  public override init() { super.init() }

  public override var kind: String { "GlobalAveragePooling1D" }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    require(
      inputShape.rank == 2,
      "expected sequences [batch, steps, features] for \(kind); got "
        + "\(inputShape)")
    return [inputShape.features]
  }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    require(
      x.rank == 3 && x.shape[1] > 0,
      "expected sequences [batch, steps, features]; got \(x.shape)")
    let counts = context.mask ?? .ones(x.shape.dropping(-1))  // [B, T]
    let total = counts.sum(axis: 1, keepsAxis: true).map { max($0, 1) }
    shares = (counts / total).reshaped(counts.shape.inserting(1, at: 2))
    features = x.shape[2]
    context.mask = nil
    return (x * shares).sum(axis: 1)
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    shares * gradient.reshaped([-1, 1, features])
  }
}
