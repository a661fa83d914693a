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

  /// Samples whose step is masked take over what another state has.
  ///
  /// - Parameter mask: 1 where a step counts, `[B, T]`.
  mutating func keep(_ other: Self, where mask: Tensor, _ time: Int) {
    let parts = other.parts
    var place = 0
    visit { _, tensor in
      for sample in 0..<mask.shape[0] where mask[sample, time] == 0 {
        tensor.setRow(sample, to: parts[place].tensor)
      }
      place += 1
    }
  }

  /// Samples whose step is masked become zeros.
  mutating func drop(where mask: Tensor, _ time: Int) {
    visit { _, tensor in
      for sample in 0..<mask.shape[0] where mask[sample, time] == 0 {
        tensor.clearRow(sample)
      }
    }
  }

  /// The states of more samples, behind those of these.
  func joined(with others: [Self]) -> Self {
    guard !others.isEmpty else { return self }
    let parts = others.map { $0.parts }
    var joined = self
    var place = 0
    joined.visit { _, tensor in
      tensor = Tensor(
        joiningRows: [tensor] + parts.map { $0[place].tensor })
      place += 1
    }
    return joined
  }
}

/// One tensor, and so without a name of its own.
extension Tensor: TensorState {
  /// Calls `body` with each tensor of the state and its name.
  public mutating func visit(_ body: (String, inout Tensor) -> Void) {
    body("", &self)
  }
}
