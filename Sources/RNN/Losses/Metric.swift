// How often predictions are right, and how far off they are.
// Next: Training/Means.swift.

import Tensors

/// What is reported beside the loss.
///
///     model.compile(
///       loss: .binaryCrossentropy, metrics: [.accuracy, .meanAbsoluteError])
///
/// - Source: Keras 3.15.1, `keras/src/metrics/accuracy_metrics.py`,
///   `keras/src/trainers/compile_utils.py`.
public enum Metric: Equatable, Sendable {
  /// The share of predictions that are right, whatever that means for them:
  /// one of the next three, as the shapes tell.
  case accuracy
  /// The share of outputs on the same side of 0.5 as their targets.
  case binaryAccuracy
  /// The share of rows that are largest where their target row is.
  case categoricalAccuracy
  /// The share of rows that are largest at their label.
  case sparseCategoricalAccuracy
  /// The mean of another loss.
  case loss(Loss)

  /// `(p - y)²`.
  public static var meanSquaredError: Metric { .loss(.meanSquaredError) }
  /// `|p - y|`.
  public static var meanAbsoluteError: Metric { .loss(.meanAbsoluteError) }

  /// What it is called in logs: as in Keras.
  public var name: String {
    switch self {
    case .accuracy: "accuracy"
    case .binaryAccuracy: "binary_accuracy"
    case .categoricalAccuracy: "categorical_accuracy"
    case .sparseCategoricalAccuracy: "sparse_categorical_accuracy"
    case .loss(let loss): loss.name
    }
  }

  /// Whether more is better.
  var rises: Bool {
    if case .loss = self { return false }
    return true
  }

  /// What every prediction counts: 1 if it is right, else 0; or its loss.
  ///
  /// What *right* means follows from the shapes, as in Keras: for one output,
  /// the same side of 0.5 as the target; for several, the largest is the
  /// target's label, or where the target row is largest.
  ///
  /// - Parameters:
  ///   - prediction: `[..., C]`.
  ///   - target: labels `[...]`, or as many numbers as the prediction.
  /// - Returns: a number for each row, `[...]`.
  /// - Throws: `DataError` for a label that is no class, of a loss.
  public func callAsFunction(
    _ prediction: Tensor, _ target: Tensor
  ) throws(DataError) -> Tensor {
    switch self {
    case .accuracy:
      return try resolved(prediction, target)(prediction, target)
    case .binaryAccuracy:
      let wanted = alike(prediction, target)
      return matches(prediction.map { $0 > 0.5 ? 1 : 0 }, wanted)
        .mean(axis: -1)
    case .categoricalAccuracy:
      let wanted = alike(prediction, target).argmax(axis: -1)
      return matches(Tensor(prediction.argmax(axis: -1)), Tensor(wanted))
    case .sparseCategoricalAccuracy:
      return matches(Tensor(prediction.argmax(axis: -1)), target)
    case .loss(let loss):
      return try loss(prediction, target)
    }
  }

  private func resolved(_ prediction: Tensor, _ target: Tensor) -> Metric {
    let classes = prediction.shape[-1]
    if classes == 1 { return .binaryAccuracy }
    return target.count * classes == prediction.count
      ? .sparseCategoricalAccuracy : .categoricalAccuracy
  }

  private func alike(_ prediction: Tensor, _ target: Tensor) -> Tensor {
    require(
      target.count == prediction.count,
      "expected targets for predictions \(prediction.shape); got "
        + "\(target.shape)")
    return target.reshaped(prediction.shape)
  }

  private func matches(_ a: Tensor, _ b: Tensor) -> Tensor {
    require(
      a.count == b.count,
      "expected a target for each of \(a.count) predictions; got "
        + "\(b.shape)")
    return (a - b.reshaped(a.shape)).map { $0 == 0 ? 1 : 0 }
  }
}

extension Loss {
  /// What Keras calls it.
  public var name: String {
    switch self {
    case .sparseCategoricalCrossentropy,
      .sparseCategoricalCrossentropyOfLogits:
      "sparse_categorical_crossentropy"
    case .categoricalCrossentropy, .categoricalCrossentropyOfLogits:
      "categorical_crossentropy"
    case .binaryCrossentropy, .binaryCrossentropyOfLogits:
      "binary_crossentropy"
    case .meanSquaredError: "mean_squared_error"
    case .meanAbsoluteError: "mean_absolute_error"
    }
  }
}
