// Inputs as a model expects them.

import Tensors

extension Sequential {
  /// The input as the model declared it, and the model built for it.
  ///
  /// Where one axis of size 1 at the end is all that is missing, or too
  /// much, it is added or dropped: `[B, T]` goes into `Input([T, 1])`. So
  /// does Keras (`keras/src/models/functional.py`, `_adjust_input_rank`).
  func prepared(_ x: Tensor) throws(DataError) -> Tensor {
    require(!layers.isEmpty, "expected a model with layers; got none")
    require(x.rank >= 1, "expected a batch of samples; got \(x.shape)")
    guard x.shape[0] > 0 else { throw DataError(.noSamples) }
    guard let inputShape else {
      if firstBatch == nil { firstBatch = x.shape[0] }
      build(SampleShape(x.shape.sizes.dropFirst().map { $0 }))
      return x
    }
    build(inputShape)
    var adjusted = x
    if x.rank == inputShape.rank && inputShape.sizes.last == 1 {
      adjusted = x.reshaped(x.shape.inserting(1, at: x.rank))
    } else if x.rank == inputShape.rank + 2 && x.shape[-1] == 1 {
      adjusted = x.reshaped(x.shape.dropping(-1))
    }
    requireFit(adjusted.shape, inputShape, given: x.shape)
    return adjusted
  }

  private func requireFit(
    _ shape: Shape, _ declared: SampleShape, given: Shape
  ) {
    require(
      shape.rank == declared.rank + 1,
      "expected input \(declared); got \(given)")
    for (axis, size) in declared.sizes.enumerated() {
      if let size {
        require(
          size == shape[axis + 1],
          "expected input \(declared); got \(given): axis \(axis + 1) has "
            + "size \(shape[axis + 1])")
      }
    }
  }
}
