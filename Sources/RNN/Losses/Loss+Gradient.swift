// The way back from a loss. Next: Loss+Mask.swift.

import Tensors

extension Loss {
  // MARK: - Backward

  /// The gradient of the mean loss with respect to the predictions.
  ///
  /// Where a probability was clipped, moving it changes nothing: the gradient
  /// is 0 there, as in Keras on JAX.
  ///
  /// - Returns: dL/dprediction, in the shape of the prediction.
  /// - Throws: `DataError` for a label that is no class.
  public func gradient(
    _ prediction: Tensor, _ target: Tensor
  ) throws(DataError) -> Tensor {
    if self == .sparseCategoricalCrossentropyOfLogits {
      return try Loss.gradientOfLabels(softmax(prediction), target)
    }
    let y = try dense(target, like: prediction)
    let rows = Scalar(prediction.shape.dropping(-1).count)
    let width = Scalar(prediction.shape[-1])
    switch self {
    case .sparseCategoricalCrossentropy, .categoricalCrossentropy:
      // L = -Σ y log s, where s = p / Σp.
      let sum = prediction.sum(axis: -1, keepsAxis: true)
      let s = Loss.shares(prediction)
      let ds = -y / Loss.clipped(s) * Loss.isFree(s)
      return (ds - (ds * s).sum(axis: -1, keepsAxis: true)) / sum / rows
    case .sparseCategoricalCrossentropyOfLogits,
      .categoricalCrossentropyOfLogits:
      // Rows of targets need not sum to 1.
      let total = y.sum(axis: -1, keepsAxis: true)
      return (softmax(prediction) * total - y) / rows
    case .binaryCrossentropy:
      let p = Loss.clipped(prediction)
      let slope = (p - y) / (p * (1 - p)) * Loss.isFree(prediction)
      return slope / (rows * width)
    case .binaryCrossentropyOfLogits:
      return (sigmoid(prediction) - y) / (rows * width)
    case .meanSquaredError:
      return 2 * (prediction - y) / (rows * width)
    case .meanAbsoluteError:
      // At 0 it could be any slope from -1 to 1; Keras takes 0.
      let signs = (prediction - y).map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
      return signs / (rows * width)
    }
  }

  /// The gradient of the mean loss, taken back through the activation too
  /// where the two together are simpler than each alone.
  ///
  /// Softmax and cross-entropy, or sigmoid and binary cross-entropy, leave
  /// `(p - y) / n`. It holds however sure a wrong prediction is, where the
  /// clipped gradient would be 0: so Keras on TensorFlow has it.
  ///
  /// - Returns: a gradient, and whether it is that of the output or of what
  ///   came before its activation.
  func gradient(
    _ prediction: Tensor, _ target: Tensor, through activation: Activation
  ) throws(DataError) -> (gradient: Tensor, place: Layer.Place) {
    let rows = Scalar(prediction.shape.dropping(-1).count)
    switch (self, activation) {
    case (.sparseCategoricalCrossentropy, .softmax):
      return (
        try Loss.gradientOfLabels(prediction, target), .preactivation
      )
    case (.categoricalCrossentropy, .softmax):
      // Rows of targets need not sum to 1.
      let y = try dense(target, like: prediction)
      let total = y.sum(axis: -1, keepsAxis: true)
      return ((prediction * total - y) / rows, .preactivation)
    case (.binaryCrossentropy, .sigmoid):
      let y = try dense(target, like: prediction)
      let width = Scalar(prediction.shape[-1])
      return ((prediction - y) / (rows * width), .preactivation)
    default:
      return (try gradient(prediction, target), .output)
    }
  }

  /// 1 where a probability is not clipped, else 0.
  private static func isFree(_ p: Tensor) -> Tensor {
    p.map { $0 >= epsilon && $0 <= 1 - epsilon ? 1 : 0 }
  }
}
