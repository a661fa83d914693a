// Whether a backward pass is right. Next: GradientCheck+Cell.swift,
// GradientCheck+Layer.swift.

import Tensors

/// A backward pass held against its forward pass, tensor by tensor.
///
/// A gradient says how the loss moves when a number moves a little. So we move
/// each number a little, look at the loss, and compare:
///
///     let check = GradientCheck(cell)
///     print(check)
///     // 18 tensors agree; the worst is dL/dx[0, 0] at step 0, relative
///     // error 6.9e-11
///
/// Sequences are walked backward, as gradients come: of several that are
/// wrong, the first in that order is where to look. What comes before it in
/// time only passes the mistake on.
///
///     // step 3: dL/dx is wrong: [1, 0] is 0.5217 by differences, 0.5722 by
///     // backward (relative error 0.07); everything after it agrees
///
/// Functions with a kink, as `relu`, have no slope there: if a number lies
/// within `step` of it, the two may rightly differ.
public struct GradientCheck: CustomStringConvertible, Sendable {
  /// Everything compared, in the order of the walk.
  public private(set) var comparisons: [GradientComparison] = []
  /// The largest relative error that still counts as agreement.
  public let tolerance: Swift.Double
  /// How many steps there are, if it was a sequence that was walked.
  var steps: Int?

  /// How far a number is moved to each side: a power of two, since that is
  /// added to numbers near 1 without being rounded.
  public static var step: Scalar { Scalar.isDouble ? 0x1p-17 : 0x1p-7 }

  /// 1e-6 in `Double`. In `Float` rounding alone comes near 1e-3, so 1e-2
  /// has to do: enough for a wrong formula, not for a slip in one element.
  public static var tolerance: Swift.Double { Scalar.isDouble ? 1e-6 : 1e-2 }

  init(tolerance: Swift.Double, steps: Int? = nil) {
    self.tolerance = tolerance
    self.steps = steps
  }

  /// Any function and its way back.
  ///
  ///     let check = GradientCheck(
  ///       of: ["x": x], loss: { ($0[0] * $0[0]).sum() },
  ///       backward: { [2 * $0[0]] })
  ///
  /// - Parameters:
  ///   - inputs: what the loss depends on, by name.
  ///   - loss: the loss of such inputs, in that order.
  ///   - backward: the gradient of the loss for each input, in that order.
  public init(
    of inputs: KeyValuePairs<String, Tensor>,
    tolerance: Swift.Double = GradientCheck.tolerance,
    loss: ([Tensor]) -> Scalar, backward: ([Tensor]) -> [Tensor]
  ) {
    self.init(tolerance: tolerance)
    let tensors = inputs.map { $0.value }
    let gradients = backward(tensors)
    require(
      gradients.count == tensors.count,
      "expected a gradient for each of \(tensors.count) inputs; got "
        + "\(gradients.count)")
    for (place, input) in inputs.enumerated() {
      compare(input.key, at: input.value, gradients[place]) { moved in
        var changed = tensors
        changed[place] = moved
        return loss(changed)
      }
    }
  }

  /// Whether all gradients agree.
  public var agrees: Bool { firstWrong == nil }

  /// The first gradient of the walk that is wrong.
  public var firstWrong: GradientComparison? {
    comparisons.first { !($0.error <= tolerance) }
  }

  /// The gradient with the largest relative error.
  public var worst: GradientComparison? {
    comparisons.max { $0.error < $1.error }
  }

  // MARK: -

  /// What rounding alone may do to the slope of a loss of this size.
  ///
  /// A slope is a small difference of two losses, and each is rounded a few
  /// times. Gradients so small that this would be more than the tolerance are
  /// compared as if they were larger.
  static func noise(of loss: Scalar) -> Scalar {
    8 * abs(loss).ulp / step
  }

  /// Measures a gradient, and keeps the comparison.
  mutating func compare<E: Error>(
    _ name: String, step: Int? = nil, at x: Tensor, _ backward: Tensor,
    _ loss: (Tensor) throws(E) -> Scalar
  ) throws(E) {
    keep(
      name, step: step, backward, try centralDifferences(at: x, loss),
      noise: GradientCheck.noise(of: try loss(x)))
  }

  /// Keeps a comparison of gradients that are both known.
  mutating func keep(
    _ name: String, step: Int? = nil, _ backward: Tensor,
    _ differences: Tensor, noise: Scalar
  ) {
    comparisons.append(
      GradientComparison(
        name, step: step, backward: backward, differences: differences,
        smallest: noise / Scalar(tolerance)))
  }
}
