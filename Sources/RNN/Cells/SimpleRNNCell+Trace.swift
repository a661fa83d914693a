// What one step of the simple cell leaves behind, to be looked at.
// Next: Unroll/Unroll.swift.

import Tensors

extension SimpleRNNCell {
  /// Everything one step computed.
  public struct Trace: CellTrace, Equatable, Sendable {
    /// The input, `[B, D]`.
    public let x: Tensor
    /// The output of the step before, `[B, U]`.
    public let previous: Tensor
    /// The pre-activation `x · W + b + previous · U`, `[B, U]`.
    public let a: Tensor
    /// The output `activation(a)`, `[B, U]`.
    public let h: Tensor

    /// What the next step starts from: the output.
    public var state: Tensor { h }

    public var named: [NamedTensor] {
      [
        NamedTensor("x", x), NamedTensor("previous", previous),
        NamedTensor("a", a), NamedTensor("h", h),
      ]
    }
  }

  /// The gradients of everything one step computed.
  public struct StepGradient: CellStepGradient, Equatable, Sendable {
    /// The step they belong to.
    public let trace: Trace
    /// dL/dh, `[B, U]`.
    public let dh: Tensor
    /// dL/da, `[B, U]`.
    public let da: Tensor
    /// dL/dx, `[B, D]`.
    public let dx: Tensor
    /// dL/dprevious, `[B, U]`: what the step before will hear.
    public let dPrevious: Tensor

    /// This step's share of every parameter's gradient.
    ///
    /// The parameters are the same at every step; their gradient is the sum
    /// of all shares.
    public var share: Parameters {
      let (inputs, units) = (trace.x.shape[1], da.shape[1])
      var share = Parameters(
        kernel: .zeros([inputs, units]),
        recurrentKernel: .zeros([units, units]), bias: .zeros([units]))
      addShare(to: &share)
      return share
    }

    public func addShare(to sums: inout Parameters) {
      sums.kernel.addProduct(transposed: trace.x, da)
      sums.recurrentKernel.addProduct(transposed: trace.previous, da)
      sums.bias += da.sum(axis: 0)
    }

    public var named: [NamedTensor] {
      [
        NamedTensor("dL/dh", dh), NamedTensor("dL/da", da),
        NamedTensor("dL/dx", dx), NamedTensor("dL/dprevious", dPrevious),
      ]
    }
  }
}
