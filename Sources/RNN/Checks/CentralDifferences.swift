// Slopes without calculus. Next: GradientComparison.swift.

import Tensors

/// The slope of a function along each scalar of a tensor, measured from two
/// values beside it.
///
///     slope ≈ (f(x + h) - f(x - h)) / 2h
///
/// It needs no derivative, and two calls of the function for every scalar:
/// right for checking a backward pass, too slow for learning.
///
///     centralDifferences(at: Tensor([3, 5])) { ($0 * $0).sum() }  // [6 10]
///
/// - Parameters:
///   - x: where the slope is wanted.
///   - step: how far to each side, `h`. The smaller it is, the less the
///     function bends between the two, and the more their rounding shows.
///   - function: of a tensor in the shape of `x`.
/// - Returns: the slopes, in the shape of `x`.
/// - Throws: what the function throws.
public func centralDifferences<E: Error>(
  at x: Tensor, step: Scalar = GradientCheck.step,
  _ function: (Tensor) throws(E) -> Scalar
) throws(E) -> Tensor {
  var moved = x
  var slopes: [Scalar] = []
  slopes.reserveCapacity(x.count)
  for (index, value) in x.scalars.enumerated() {
    // What x + h is once it is rounded, so that h is not.
    let (above, below) = (value + step, value - step)
    moved.withMutableScalars { $0[index] = above }
    let high = try function(moved)
    moved.withMutableScalars { $0[index] = below }
    let low = try function(moved)
    moved.withMutableScalars { $0[index] = value }
    slopes.append((high - low) / (above - below))
  }
  return Tensor(slopes, shape: x.shape)
}
