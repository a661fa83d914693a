// A state one can look into. Next: GradientCheck.swift.

import Tensors

/// A state made of tensors, to be looked at and changed one by one.
///
/// A cell needs nothing of this; measuring how a later step depends on a
/// state does. The state of a simple cell is one tensor, and is one of these
/// already. That of your own cell becomes one so:
///
///     extension MyState: TensorState {
///       mutating func visit(_ body: (String, inout Tensor) -> Void) {
///         body("h", &h)
///         body("c", &c)
///       }
///     }
public protocol TensorState {
  /// Calls `body` with every tensor and its name, in a fixed order, the
  /// output first.
  mutating func visit(_ body: (String, inout Tensor) -> Void)
}

extension TensorState {
  /// The tensors by name, in order.
  var parts: [NamedTensor] {
    var list: [NamedTensor] = []
    var copy = self
    copy.visit { name, tensor in list.append(NamedTensor(name, tensor)) }
    return list
  }

  /// The same state with one tensor replaced.
  func replacing(_ place: Int, with part: Tensor) -> Self {
    var copy = self
    var index = 0
    copy.visit { _, tensor in
      if index == place { tensor = part }
      index += 1
    }
    return copy
  }
}

extension Tensor: TensorState {
  /// One tensor, and so without a name of its own.
  public mutating func visit(_ body: (String, inout Tensor) -> Void) {
    body("", &self)
  }
}

extension ParameterSet {
  /// The same parameters with one tensor replaced.
  func replacing(_ place: Int, with parameter: Tensor) -> Self {
    var copy = self
    var index = 0
    copy.visit(self) { _, tensor, _ in
      if index == place { tensor = parameter }
      index += 1
    }
    return copy
  }
}
