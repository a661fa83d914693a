// What the simple cell learns. Next: SimpleRNNCell+Trace.swift.

import Tensors

extension SimpleRNNCell {
  /// What the cell learns.
  public struct Parameters: ParameterSet, Equatable, Sendable {
    /// From the input: `[D, U]`.
    public var kernel: Tensor
    /// From the previous output: `[U, U]`.
    public var recurrentKernel: Tensor
    /// `[U]`; zeros that stay in a cell without bias.
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
