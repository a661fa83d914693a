// The functions between pre-activation and output.

import Tensors

/// A function from pre-activations to outputs.
///
///     Activation.tanh(Tensor([0, 1]))  // [0.0000 0.7616]
///
/// - Source: Keras 3.15.1, `keras/src/activations/activations.py`.
public enum Activation: Equatable, Sendable {
  /// The pre-activation itself.
  case linear
  /// Between -1 and 1.
  case tanh
  /// Between 0 and 1.
  case sigmoid
  /// 0 where it is negative.
  case relu
  /// Shares of 1 along the last axis.
  case softmax

  // MARK: - Forward

  /// The outputs for these pre-activations.
  public func callAsFunction(_ a: Tensor) -> Tensor {
    switch self {
    case .linear: a
    case .tanh: Tensors.tanh(a)
    case .sigmoid: Tensors.sigmoid(a)
    case .relu: Tensors.relu(a)
    case .softmax: Tensors.softmax(a)
    }
  }

  // MARK: - Backward

  /// dL/da from dL/dy, where y is the output: each of these slopes can be
  /// told from the output alone.
  public func backward(_ dy: Tensor, output y: Tensor) -> Tensor {
    require(
      dy.shape == y.shape,
      "expected a gradient \(y.shape), as the output; got \(dy.shape)")
    switch self {
    case .linear: return dy
    case .tanh: return dy * (1 - y * y)
    case .sigmoid: return dy * y * (1 - y)
    case .relu: return dy * y.map { $0 > 0 ? 1 : 0 }
    case .softmax:
      // Raising one share lowers the others.
      return y * (dy - (dy * y).sum(axis: -1, keepsAxis: true))
    }
  }
}
