// How often predictions are right.

import Tensors

/// What is counted beside the loss.
///
/// - Source: Keras 3.15.1, `keras/src/metrics/accuracy_metrics.py`,
///   `keras/src/trainers/compile_utils.py`.
public enum Metric: Equatable, Sendable {
  /// The share of predictions that are right.
  case accuracy

  /// What it is called in logs.
  public var name: String {
    switch self {
    case .accuracy: "accuracy"
    }
  }

  /// 1 for every prediction that is right, else 0.
  ///
  /// What *right* means follows from the shapes, as in Keras: for one output,
  /// the same side of 0.5 as the target; for several, the largest is the
  /// target's label, or where the target row is largest.
  public func callAsFunction(
    _ prediction: Tensor, _ target: Tensor
  ) -> Tensor {
    let classes = prediction.shape[-1]
    if classes == 1 {
      let sides = prediction.map { $0 > 0.5 ? 1 : 0 }
      return matches(sides, target)
    }
    let chosen = Tensor(prediction.argmax(axis: -1))
    if target.count == chosen.count { return matches(chosen, target) }
    require(
      target.count == prediction.count,
      "expected targets for predictions \(prediction.shape); got "
        + "\(target.shape)")
    let wanted = target.reshaped(prediction.shape).argmax(axis: -1)
    return matches(chosen, Tensor(wanted))
  }

  private func matches(_ a: Tensor, _ b: Tensor) -> Tensor {
    require(
      a.count == b.count,
      "expected a target for each of \(a.count) predictions; got "
        + "\(b.shape)")
    return (a - b.reshaped(a.shape)).map { $0 == 0 ? 1 : 0 }
  }
}
