// Parameters, and gradients, which have the same type.
// Next: Cell.swift.

import Tensors

/// The parameters of a cell or a layer: tensors with names.
///
/// A gradient has the type of the parameters it belongs to, so that learning
/// reads aloud:
///
///     parameters -= rate * gradient
public protocol ParameterSet: TensorGroup {
  /// Calls `body` with every name, tensor, and the tensor of `other` that
  /// belongs to it, in a fixed order.
  mutating func visit(
    _ other: Self, _ body: (String, inout Tensor, Tensor) -> Void)
}

extension ParameterSet {
  /// The parameters by the names Keras gives them.
  public var named: [NamedTensor] {
    var list: [NamedTensor] = []
    var copy = self
    copy.visit(self) { name, tensor, _ in
      list.append(NamedTensor(name, tensor))
    }
    return list
  }

  /// As many zeros: where a sum starts.
  public var zeros: Self {
    var result = self
    result.visit(self) { _, tensor, _ in tensor = .zeros(tensor.shape) }
    return result
  }

  /// How many numbers there are.
  public var count: Int {
    var count = 0
    for item in named { count += item.tensor.count }
    return count
  }

  /// Adds the other set, tensor by tensor.
  public static func += (a: inout Self, b: Self) {
    a.visit(b) { _, mine, theirs in mine += theirs }
  }

  /// Subtracts the other set, tensor by tensor: a step of plain descent is
  /// `parameters -= rate * gradient`.
  public static func -= (a: inout Self, b: Self) {
    a.visit(b) { _, mine, theirs in mine -= theirs }
  }

  /// Every tensor of the set times a number.
  public static func * (rate: Scalar, gradient: Self) -> Self {
    var result = gradient
    result.visit(gradient) { _, tensor, _ in tensor *= rate }
    return result
  }
}

#if !Double
  // A lesson's `let rate = 0.1` is a Double.
  extension ParameterSet {
    /// Every tensor of the set times a number that a program keeps in double
    /// precision.
    @_disfavoredOverload
    public static func * (rate: Swift.Double, gradient: Self) -> Self {
      Scalar(rate) * gradient
    }
  }
#endif
