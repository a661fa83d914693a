// What the LSTM learns, and what it hands on. Next: LSTMCell+Trace.swift.

import Tensors

extension LSTMCell {
  /// What the cell learns; the parts i, f, c and o lie side by side.
  public struct Parameters: ParameterSet, Equatable, Sendable {
    /// From the input: `[D, 4U]`.
    public var kernel: Tensor
    /// From the previous output: `[U, 4U]`.
    public var recurrentKernel: Tensor
    /// `[4U]`; zeros that stay in a cell without bias.
    public var bias: Tensor
    /// Whether the bias is one of the parameters.
    public let learnsBias: Bool

    /// Parameters of these values; nil for a cell without bias.
    public init(kernel: Tensor, recurrentKernel: Tensor, bias: Tensor?) {
      self.kernel = kernel
      self.recurrentKernel = recurrentKernel
      self.bias = bias ?? .zeros([kernel.shape[-1]])
      learnsBias = bias != nil
    }

    /// Calls `body` with each parameter's name, the parameter, and the other
    /// set's one of that name.
    public mutating func visit(
      _ other: Self, _ body: (String, inout Tensor, Tensor) -> Void
    ) {
      body("kernel", &kernel, other.kernel)
      body("recurrent_kernel", &recurrentKernel, other.recurrentKernel)
      if learnsBias { body("bias", &bias, other.bias) }
    }
  }
}

/// What one step of an LSTM hands to the next; or its gradient.
public struct LSTMState: TensorState, Equatable, Sendable {
  /// The output, `[B, U]`.
  public var h: Tensor
  /// The memory, `[B, U]`.
  public var c: Tensor

  /// An output and a memory.
  public init(h: Tensor, c: Tensor) {
    self.h = h
    self.c = c
  }

  /// Calls `body` with each tensor of the state and its name.
  public mutating func visit(_ body: (String, inout Tensor) -> Void) {
    body("h", &h)
    body("c", &c)
  }
}

extension LSTMState: TensorGroup {
  /// `h` and `c`, each `[B, U]`.
  public var named: [NamedTensor] {
    [NamedTensor("h", h), NamedTensor("c", c)]
  }
}
