// How long a gradient is, for those that grow too long.

import Tensors

/// The length of one parameter's gradient.
public struct GradientNorm: Equatable, Sendable {
  /// The parameter, as `Sequential.namedWeights` calls it.
  public let parameter: String
  /// The square root of the sum of its gradient's squares.
  public let norm: Swift.Double

  /// The longest of these gradients; nil if there are none.
  static func largest(_ gradients: [NamedTensor]) -> GradientNorm? {
    var largest: GradientNorm?
    for item in gradients {
      let norm = length([item.tensor])
      // What is no number is longer than anything.
      let isLonger = largest.map { norm > $0.norm || norm.isNaN } ?? true
      if isLonger { largest = GradientNorm(parameter: item.name, norm: norm) }
    }
    return largest
  }
}

extension GradientNorm: CustomStringConvertible {
  /// `the gradient of dense/kernel was the longest: 3.1000e+12`.
  public var description: String {
    "the gradient of " + parameter + " was the longest: "
      + scientific(wide: norm, 4)
  }
}
