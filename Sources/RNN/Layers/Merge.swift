// Two outputs become one. Next: Dense.swift.

import Tensors

/// How the outputs of two directions become one.
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/bidirectional.py`.
public enum Merge: Equatable, Sendable {
  /// Side by side: twice as wide.
  case concat
  /// Their sum.
  case sum
  /// Their product, element by element.
  case mul
  /// Their mean.
  case ave

  // MARK: - Forward

  /// One output of two.
  public func callAsFunction(_ a: Tensor, _ b: Tensor) -> Tensor {
    switch self {
    case .concat: Tensor(joining: [a, b])
    case .sum: a + b
    case .mul: a * b
    case .ave: (a + b) / 2
    }
  }

  // MARK: - Backward

  /// dL/da and dL/db, from the gradient of what they became.
  public func backward(
    _ gradient: Tensor, _ a: Tensor, _ b: Tensor
  ) -> (Tensor, Tensor) {
    switch self {
    case .concat: (gradient.part(0, of: 2), gradient.part(1, of: 2))
    case .sum: (gradient, gradient)
    case .mul: (gradient * b, gradient * a)
    case .ave: (gradient / 2, gradient / 2)
    }
  }
}
