// Gradients that are too long. Next: Schedules/LearningRate.swift.

import Tensors

/// How gradients are shortened before an optimizer follows them.
///
/// One may be chosen, not several: what a second would mean depends on which
/// comes first.
///
///     Adam(clipping: .globalNorm(1))
///
/// - Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of
///   training recurrent neural networks", 2013, arXiv:1211.5063, section 3.2;
///   Keras 3.15.1, `_clip_gradients` in
///   `keras/src/optimizers/base_optimizer.py`.
public enum Clipping: Equatable, Sendable {
  /// They are followed as they are.
  case none
  /// Every number is brought into `-limit...limit`: Keras' `clipvalue`. It
  /// may change the direction.
  case value(Swift.Double)
  /// Every tensor longer than this is scaled to this length: Keras'
  /// `clipnorm`.
  case norm(Swift.Double)
  /// All tensors together are scaled to this length, if they are longer:
  /// Keras' `global_clipnorm`. It keeps the direction.
  case globalNorm(Swift.Double)

  /// A gradient that is not too long.
  ///
  /// - Parameter globalNorm: the length of all gradients together.
  func clipped(_ gradient: Tensor, globalNorm: Swift.Double) -> Tensor {
    switch self {
    case .none:
      return gradient
    case .value(let limit):
      let limit = Scalar(limit)
      return gradient.map { min(max($0, -limit), limit) }
    case .norm(let limit):
      return scaled(gradient, length([gradient]), to: limit)
    case .globalNorm(let limit):
      return scaled(gradient, globalNorm, to: limit)
    }
  }

  private func scaled(
    _ gradient: Tensor, _ length: Swift.Double, to limit: Swift.Double
  ) -> Tensor {
    length <= limit ? gradient : Scalar(limit / length) * gradient
  }

  func check() {
    switch self {
    case .none: break
    case .value(let limit), .norm(let limit), .globalNorm(let limit):
      require(
        limit > 0,
        "expected a positive limit to clip gradients to; got "
          + fixed(wide: limit, 4))
    }
  }
}

/// The Euclidean length of tensors, as if they were one vector.
func length(_ tensors: [Tensor]) -> Swift.Double {
  var sum: Swift.Double = 0
  for tensor in tensors {
    for scalar in tensor.scalars {
      sum += Swift.Double(scalar) * Swift.Double(scalar)
    }
  }
  return sum.squareRoot()
}
