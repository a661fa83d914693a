// Cross-entropy where the targets are labels: of each row of predictions only
// one number counts. Next: Loss+Gradient.swift.

import Tensors

extension Loss {
  // MARK: - Forward

  /// `-log p[label]` of each row: the sum over one-hot rows, without them.
  func lossesOfLabels(
    _ prediction: Tensor, _ target: Tensor
  ) throws(DataError) -> Tensor {
    requireRows(prediction)
    let places = try Loss.places(of: target, in: prediction)
    let shape = prediction.shape.dropping(-1)
    if self == .sparseCategoricalCrossentropy {
      let sums = prediction.sum(axis: -1).reshaped([-1])
      let p = Loss.picked(prediction, places) / sums
      return -log(Loss.clipped(p)).reshaped(shape)
    }
    var below = prediction
    below.changeRows(by: prediction.max(axis: -1)) { $0 - $1 }
    let rest = log(exp(below).sum(axis: -1))
    return rest - Loss.picked(below, places).reshaped(shape)
  }

  // MARK: - Backward

  /// `(p - y) / n`, where y is 1 at the label and 0 elsewhere.
  static func gradientOfLabels(
    _ p: Tensor, _ target: Tensor
  ) throws(DataError) -> Tensor {
    let places = try places(of: target, in: p)
    let rows = Scalar(places.count)
    var gradient = p / rows
    gradient.withMutableScalars { gradient in
      for place in places { gradient[place] = (p.scalars[place] - 1) / rows }
    }
    return gradient
  }

  // MARK: -

  /// Where in the row of scalars each label's number lies.
  ///
  /// - Throws: `DataError` for a label that is no class.
  static func places(
    of target: Tensor, in prediction: Tensor
  ) throws(DataError) -> [Int] {
    let classes = prediction.shape[-1]
    require(
      target.count * classes == prediction.count,
      "expected a label for each row of \(prediction.shape); got "
        + "\(target.shape)")
    var places: [Int] = []
    places.reserveCapacity(target.count)
    for (index, label) in target.scalars.enumerated() {
      guard
        label >= 0 && label < Scalar(classes) && label == label.rounded()
      else {
        throw DataError(
          .labelOutsideClasses(label: label, classes: classes),
          sample: index / target.shape.dropping(0).count)
      }
      places.append(index * classes + Int(label))
    }
    return places
  }

  func requireRows(_ prediction: Tensor) {
    require(
      prediction.rank >= 2,
      "expected predictions [batch, ...]; got \(prediction.shape)")
  }

  private static func picked(_ tensor: Tensor, _ places: [Int]) -> Tensor {
    Tensor(places.map { tensor.scalars[$0] })
  }
}
