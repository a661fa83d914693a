// Ids as rows with a single 1.

import Tensors

/// Ids as rows with a single 1: `[...]` becomes `[..., classes]`.
///
///     print(try oneHot(IntTensor([2, 0])))
///     // [[0.0000 0.0000 1.0000]
///     //  [1.0000 0.0000 0.0000]]
///
/// A last axis of size 1 is dropped first.
///
/// - Parameter classes: how many columns there are; one more than the largest
///   id, if nil.
/// - Throws: `DataError` for an id outside `0..<classes`.
/// - Source: Keras 3.15.1, `to_categorical` in
///   `keras/src/utils/numerical_utils.py`.
public func oneHot(
  _ ids: IntTensor, classes: Int? = nil
) throws(DataError) -> Tensor {
  let classes = classes ?? (ids.integers.max() ?? -1) + 1
  var shape = ids.shape
  if shape.rank > 1 && shape[-1] == 1 { shape = shape.dropping(-1) }
  let perSample = shape.rank > 0 ? shape.dropping(0).count : 1
  var rows = [Scalar](repeating: 0, count: ids.count * max(classes, 0))
  for (index, id) in ids.integers.enumerated() {
    guard id >= 0 && id < classes else {
      throw DataError(
        .idOutsideVocabulary(id: id, limit: classes),
        sample: index / max(perSample, 1))
    }
    rows[index * classes + id] = 1
  }
  return Tensor(
    rows, shape: shape.inserting(max(classes, 0), at: shape.rank))
}
