// Losses of which only some count. Next: Metric.swift, then
// Optimizers/Optimizer.swift.

import Tensors

extension Loss {
  // MARK: - Forward

  /// The loss of every prediction, where only those that a mask names count.
  ///
  /// What counts is weighted with (all) / (those that count), what does not
  /// with 0. So the mean of all is the mean of those that count:
  ///
  ///     Σ l · m / Σ m
  ///
  /// Where nothing counts, the loss is 0.
  ///
  /// - Parameters:
  ///   - prediction: `[B, C]` or `[B, T, C]`.
  ///   - target: labels `[...]`, or as many numbers as the prediction.
  ///   - mask: `[B]` or `[B, T]`: 1 where a prediction counts, else 0; nil if
  ///     all count.
  /// - Returns: the weighted losses, `[B]` or `[B, T]`.
  /// - Throws: `DataError` for a label that is no class.
  /// - Source: Keras 3.15.1, `apply_mask` in `keras/src/losses/loss.py`.
  public func callAsFunction(
    _ prediction: Tensor, _ target: Tensor, mask: Tensor?
  ) throws(DataError) -> Tensor {
    let losses = try self(prediction, target)
    guard let mask else { return losses }
    return losses * Loss.weights(mask, losses.shape)
  }

  // MARK: - Backward

  /// The gradient of the masked mean with respect to the predictions.
  ///
  /// - Returns: dL/dprediction, in the shape of the prediction; 0 where a
  ///   prediction does not count.
  /// - Throws: `DataError` for a label that is no class.
  public func gradient(
    _ prediction: Tensor, _ target: Tensor, mask: Tensor?
  ) throws(DataError) -> Tensor {
    Loss.masked(try gradient(prediction, target), mask)
  }

  /// The gradient of the masked mean, through the activation too where that
  /// is simpler.
  func gradient(
    _ prediction: Tensor, _ target: Tensor, mask: Tensor?,
    through activation: Activation
  ) throws(DataError) -> (gradient: Tensor, place: Layer.Place) {
    let back = try gradient(prediction, target, through: activation)
    return (Loss.masked(back.gradient, mask), back.place)
  }

  // MARK: -

  private static func masked(_ gradient: Tensor, _ mask: Tensor?) -> Tensor {
    guard let mask else { return gradient }
    return gradient * weights(mask, gradient.shape)
  }

  /// A mask as weights for numbers of this shape.
  private static func weights(_ mask: Tensor, _ shape: Shape) -> Tensor {
    let valid = mask.sum()
    let share = valid > 0 ? Scalar(mask.count) / valid : 0
    return (share * mask).aligned(with: shape)
  }
}

extension Tensor {
  /// A mask as it meets numbers of this shape: `[B]` becomes `[B, 1]` for
  /// `[B, T]`, since a mask of samples holds for all of their steps.
  func aligned(with shape: Shape) -> Tensor {
    require(
      shape.sizes.starts(with: self.shape.sizes),
      "expected a mask for \(shape); got \(self.shape)")
    let ones = [Int](repeating: 1, count: shape.rank - rank)
    return reshaped(self.shape.sizes + ones)
  }
}
