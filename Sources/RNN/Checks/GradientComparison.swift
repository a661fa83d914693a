// One tensor's gradient, found in two ways. Next: GradientCheck.swift.

import Tensors

/// A tensor's gradient by backward and by differences.
public struct GradientComparison: Equatable, Sendable {
  /// What it is the gradient of: `kernel`; or its own name: `dL/dx`.
  public let name: String
  /// The step it belongs to, counted from 0; nil for what belongs to all.
  public let step: Int?
  /// What the backward pass says.
  public let backward: Tensor
  /// What the function does when it is tried.
  public let differences: Tensor
  /// The largest difference beside the largest slope: max|a - b| / max|b|,
  /// with `a` by backward and `b` by differences.
  ///
  /// It is infinite where one is no number, or the shapes differ.
  public let error: Swift.Double
  /// Where the difference is largest, one position for each axis.
  public let position: [Int]

  /// Two gradients.
  ///
  /// - Parameter smallest: what is compared as if it were so large: below it,
  ///   rounding is most of what differences see.
  init(
    _ name: String, step: Int?, backward: Tensor, differences: Tensor,
    smallest: Scalar
  ) {
    self.name = name
    self.step = step
    self.backward = backward
    self.differences = differences
    guard backward.shape == differences.shape else {
      error = .infinity
      position = []
      return
    }
    var worst = (difference: Scalar(0), index: 0)
    var largest = smallest
    for (index, slope) in differences.scalars.enumerated() {
      let difference = abs(backward.scalars[index] - slope)
      largest = max(largest, abs(slope))
      // What is no number is the worst there is.
      if !(difference <= worst.difference) && worst.difference.isFinite {
        worst = (difference.isNaN ? .infinity : difference, index)
      }
    }
    let isRight = worst.difference == 0
    error = isRight ? 0 : Swift.Double(worst.difference / largest)
    position = place(of: worst.index, in: differences.shape)
  }
}

/// The position on every axis of a scalar that lies at `offset` in the row.
private func place(of offset: Int, in shape: Shape) -> [Int] {
  var rest = offset
  var position: [Int] = []
  for size in shape.sizes.reversed() where size > 0 {
    position.insert(rest % size, at: 0)
    rest /= size
  }
  return position
}
