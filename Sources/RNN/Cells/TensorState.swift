// What one step hands to the next. Next: Cell.swift.

import Tensors

/// What one step hands to the next: tensors that can be visited one by one,
/// `[B, ...]` each, the output first.
///
/// The state of a simple cell is its output, a tensor, and is one of these
/// already. That of your own cell becomes one so:
///
///     extension MyState: TensorState {
///       mutating func visit(_ body: (String, inout Tensor) -> Void) {
///         body("h", &h)
///         body("c", &c)
///       }
///     }
///
/// The gradient of a state has its type.
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

  /// The output of the step that left this state, `[B, U]`.
  var output: Tensor { parts[0].tensor }

  /// Every sample times its factor, `[B, 1]`.
  func scaled(by factors: Tensor) -> Self {
    var copy = self
    copy.visit { _, tensor in tensor *= factors }
    return copy
  }

  /// This state for samples that count, `[B, 1]`, another for the rest.
  func mixed(with other: Self, where counts: Tensor) -> Self {
    var mixed = scaled(by: counts)
    mixed += other.scaled(by: 1 - counts)
    return mixed
  }

  /// Both states, element by element.
  static func += (a: inout Self, b: Self) {
    let parts = b.parts
    var place = 0
    a.visit { _, tensor in
      tensor += parts[place].tensor
      place += 1
    }
  }
}

/// One tensor, and so without a name of its own.
extension Tensor: TensorState {
  /// Calls `body` with each tensor of the state and its name.
  public mutating func visit(_ body: (String, inout Tensor) -> Void) {
    body("", &self)
  }
}
