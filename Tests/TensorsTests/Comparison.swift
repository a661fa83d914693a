import Tensors
import Testing

/// Expects two tensors of one shape whose difference is small beside the
/// largest element: max|a - b| ≤ tolerance · max|b|.
func expectClose(
  _ a: Tensor, _ b: Tensor, _ tolerance: Double = 1e-6,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(a.shape == b.shape, sourceLocation: sourceLocation)
  guard a.shape == b.shape else { return }
  var worst = (difference: 0.0, index: 0)
  var largest = 0.0
  for index in a.scalars.indices {
    let (mine, theirs) = (Double(a.scalars[index]), Double(b.scalars[index]))
    // What is no number is the worst there is.
    let difference = mine == theirs ? 0 : abs(mine - theirs)
    let isWorse = difference > worst.difference || difference.isNaN
    if isWorse && !worst.difference.isNaN { worst = (difference, index) }
    largest = max(largest, abs(theirs))
  }
  #expect(
    worst.difference <= tolerance * max(largest, .leastNormalMagnitude),
    """
    at \(worst.index): \(a.scalars[worst.index]), expected \
    \(b.scalars[worst.index]); difference \(worst.difference), largest \
    \(largest)
    """, sourceLocation: sourceLocation)
}
