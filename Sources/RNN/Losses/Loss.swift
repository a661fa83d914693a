// How wrong a prediction is, and which way it should move.
// Next: Loss+Labels.swift, Loss+Gradient.swift, Loss+Mask.swift, then
// Optimizers/Optimizer.swift.

import Tensors

/// How wrong predictions are.
///
///     let p = Tensor([[0.7, 0.2, 0.1]])
///     try Loss.sparseCategoricalCrossentropy(p, [0])  // [0.3567]
///
/// - Source: Keras 3.15.1, `keras/src/losses/losses.py`,
///   `keras/src/backend/jax/nn.py`.
public enum Loss: Equatable, Sendable {
  /// `-log p[label]`; targets are labels, one for each row of probabilities.
  case sparseCategoricalCrossentropy
  /// The same of `p = softmax(z)`; predictions are the logits `z`.
  case sparseCategoricalCrossentropyOfLogits
  /// `-Σ y · log p`; targets are one-hot rows, or shares of 1.
  case categoricalCrossentropy
  /// The same of `p = softmax(z)`; predictions are the logits `z`.
  case categoricalCrossentropyOfLogits
  /// `-(y · log p + (1 - y) · log (1 - p))`; targets are 0 or 1.
  case binaryCrossentropy
  /// The same of `p = sigmoid(z)`; predictions are the logits `z`.
  case binaryCrossentropyOfLogits
  /// `(p - y)²`.
  case meanSquaredError
  /// `|p - y|`.
  case meanAbsoluteError

  /// `-log p[label]`, of probabilities or of logits.
  ///
  /// From logits it is exact however sure a prediction is; a probability is
  /// clipped first.
  public static func sparseCategoricalCrossentropy(
    fromLogits: Bool
  ) -> Loss {
    fromLogits
      ? .sparseCategoricalCrossentropyOfLogits
      : .sparseCategoricalCrossentropy
  }

  /// `-Σ y · log p`, of probabilities or of logits.
  public static func categoricalCrossentropy(fromLogits: Bool) -> Loss {
    fromLogits ? .categoricalCrossentropyOfLogits : .categoricalCrossentropy
  }

  /// `-(y · log p + (1 - y) · log (1 - p))`, of probabilities or of logits.
  public static func binaryCrossentropy(fromLogits: Bool) -> Loss {
    fromLogits ? .binaryCrossentropyOfLogits : .binaryCrossentropy
  }

  /// How near to 0 and 1 a probability may come: its logarithm stays finite.
  public static var epsilon: Scalar { 1e-7 }

  // MARK: - Forward

  /// The loss of every prediction.
  ///
  /// - Parameters:
  ///   - prediction: `[..., C]`; probabilities, logits or numbers, as the
  ///     loss has it.
  ///   - target: labels `[...]`, or as many numbers as the prediction.
  /// - Returns: one loss for each row, `[...]`: the mean over the last axis,
  ///   or the cross-entropy along it.
  /// - Throws: `DataError` for a label that is no class.
  public func callAsFunction(
    _ prediction: Tensor, _ target: Tensor
  ) throws(DataError) -> Tensor {
    if takesLabels { return try lossesOfLabels(prediction, target) }
    let y = try dense(target, like: prediction)
    switch self {
    case .sparseCategoricalCrossentropy, .categoricalCrossentropy:
      let p = Loss.clipped(Loss.shares(prediction))
      return -(y * log(p)).sum(axis: -1)
    case .sparseCategoricalCrossentropyOfLogits,
      .categoricalCrossentropyOfLogits:
      return -(y * logSoftmax(prediction)).sum(axis: -1)
    case .binaryCrossentropy:
      let p = Loss.clipped(prediction)
      return -(y * log(p) + (1 - y) * log(1 - p)).mean(axis: -1)
    case .binaryCrossentropyOfLogits:
      // log sigmoid(z) = min(z, 0) - log(1 + e^-|z|): no power overflows.
      let rest = log(1 + exp(-abs(prediction)))
      return (relu(prediction) - prediction * y + rest).mean(axis: -1)
    case .meanSquaredError:
      let difference = prediction - y
      return (difference * difference).mean(axis: -1)
    case .meanAbsoluteError:
      return abs(prediction - y).mean(axis: -1)
    }
  }

  // MARK: -

  /// The targets in the shape of the predictions: labels become one-hot rows.
  func dense(
    _ target: Tensor, like prediction: Tensor
  ) throws(DataError) -> Tensor {
    requireRows(prediction)
    guard takesLabels else {
      require(
        target.count == prediction.count,
        "expected targets for predictions \(prediction.shape); got "
          + "\(target.shape)")
      return target.reshaped(prediction.shape)
    }
    var rows = Tensor.zeros(prediction.shape)
    let places = try Loss.places(of: target, in: prediction)
    rows.withMutableScalars { rows in for place in places { rows[place] = 1 } }
    return rows
  }

  var takesLabels: Bool {
    self == .sparseCategoricalCrossentropy
      || self == .sparseCategoricalCrossentropyOfLogits
  }

  /// Rows divided by their sums, so that they are shares of 1.
  static func shares(_ prediction: Tensor) -> Tensor {
    prediction / prediction.sum(axis: -1, keepsAxis: true)
  }

  static func clipped(_ p: Tensor) -> Tensor {
    p.map { min(max($0, epsilon), 1 - epsilon) }
  }
}

/// `log(softmax(z))`, finite where a share is too small for a number.
private func logSoftmax(_ z: Tensor) -> Tensor {
  let below = z - z.max(axis: -1, keepsAxis: true)
  return below - log(exp(below).sum(axis: -1, keepsAxis: true))
}
