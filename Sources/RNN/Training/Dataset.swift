// Inputs and their targets.

import Tensors

/// Inputs and their targets, as many of the one as of the other.
public struct Dataset: Equatable, Sendable {
  /// The inputs, `[N, ...]`.
  public let x: Tensor
  /// The targets, `[N, ...]`.
  public let y: Tensor

  /// Inputs and their targets.
  public init<X: TensorConvertible, Y: TensorConvertible>(_ x: X, _ y: Y) {
    self.x = x.tensor
    self.y = y.tensor
  }

  /// How many samples there are.
  public var count: Int { x.shape[0] }

  /// Chosen samples, in that order.
  public func samples(at indices: [Int]) -> Dataset {
    Dataset(x.rows(at: indices), y.rows(at: indices))
  }

  /// The first part, and the last `share` of the samples.
  ///
  /// The split comes before any shuffling: of sorted data, the last part is
  /// not like the first.
  ///
  /// - Source: Keras 3.15.1, `train_validation_split` in
  ///   `keras/src/trainers/data_adapters/array_slicing.py`.
  public func split(last share: Swift.Double) -> (first: Dataset, last: Dataset)
  {
    require(
      share >= 0 && share < 1,
      "expected a share in 0..<1; got " + fixed(wide: share, 4))
    let kept = Int((Swift.Double(count) * (1 - share)).rounded(.down))
    return (
      Dataset(x.rows(0..<kept), y.rows(0..<kept)),
      Dataset(x.rows(kept..<count), y.rows(kept..<count))
    )
  }

  func check() throws(DataError) {
    require(
      x.rank > 0 && y.rank > 0,
      "expected samples; got \(x.shape) and \(y.shape)")
    guard x.shape[0] > 0 else { throw DataError(.noSamples) }
    guard x.shape[0] == y.shape[0] else {
      throw DataError(
        .unequalCounts(inputs: x.shape[0], targets: y.shape[0]))
    }
  }
}
