// What one step of the GRU leaves behind, to be looked at.
// Next: Unroll/Unroll.swift.

import Tensors

extension GRUCell {
  /// Everything one step computed.
  public struct Trace: CellTrace, Equatable, Sendable {
    /// The input, `[B, D]`.
    public let x: Tensor
    /// The output of the step before, `[B, U]`.
    public let previous: Tensor
    /// The pre-activations, `[B, 3U]`: z, r, h.
    public let a: Tensor
    /// How much of the previous output is kept, `[B, U]`.
    public let updateGate: Tensor
    /// How much of it the candidate hears, `[B, U]`.
    public let resetGate: Tensor
    /// What the candidate hears of the previous output, `[B, U]`: its product
    /// with `U_h`, still to be reset; or itself, reset and still to be
    /// multiplied.
    public let heard: Tensor
    /// What might come in its place, `[B, U]`.
    public let candidate: Tensor
    /// The output, `[B, U]`.
    public let h: Tensor
    /// What was dropped of input and previous output.
    let dropout: CellDropout

    /// What the next step starts from: the output.
    public var state: Tensor { h }

    /// Everything the step computed, by name, in the order it was computed.
    public var named: [NamedTensor] {
      [
        NamedTensor("x", x), NamedTensor("previous", previous),
        NamedTensor("a_z", a.part(0, of: 3)),
        NamedTensor("a_r", a.part(1, of: 3)),
        NamedTensor("a_h", a.part(2, of: 3)), NamedTensor("z", updateGate),
        NamedTensor("r", resetGate), NamedTensor("heard", heard),
        NamedTensor("candidate", candidate), NamedTensor("h", h),
      ]
    }
  }

  /// The gradients of everything one step computed.
  public struct StepGradient: CellStepGradient, Equatable, Sendable {
    /// What the step was made with.
    public let parameters: Parameters
    /// The step they belong to.
    public let trace: Trace
    /// dL/dh, `[B, U]`.
    public let dh: Tensor
    /// dL/da, `[B, 3U]`: z, r, h.
    public let da: Tensor
    /// dL/d(what the candidate heard), `[B, U]`.
    public let dHeard: Tensor
    /// dL/dx, `[B, D]`.
    public let dx: Tensor
    /// dL/dprevious, `[B, U]`: what the step before will hear.
    public let dPrevious: Tensor
    /// Whether the reset came after the product.
    let resetAfter: Bool

    /// This step's part of every parameter's gradient, in the parameters'
    /// shapes.
    public var share: Parameters {
      var share = parameters.zeros
      addShare(to: &share)
      return share
    }

    /// Adds this step's share to sums over steps, without making it first.
    public func addShare(to sums: inout Parameters) {
      let dropout = trace.dropout
      dropout.input.addShare(to: &sums.kernel, trace.x, da)
      let dGates = da.columns(0..<2 * dh.shape[1])
      if resetAfter {
        let dProduct = Tensor(joining: [dGates, dHeard])
        dropout.recurrent.addShare(
          to: &sums.recurrentKernel, trace.previous, dProduct)
        sums.bias += Tensor(
          stacking: [da.sum(axis: 0), dProduct.sum(axis: 0)])
        return
      }
      var gates = Tensor.zeros(
        sums.recurrentKernel.shape.dropping(-1)
          .inserting(dGates.shape[1], at: 1))
      dropout.recurrent.first(2).addShare(to: &gates, trace.previous, dGates)
      let candidate = matmul(
        transposed: trace.heard, da.part(2, of: 3))
      sums.recurrentKernel += Tensor(joining: [gates, candidate])
      sums.bias += da.sum(axis: 0)
    }

    /// The gradients of everything the step computed, by name.
    public var named: [NamedTensor] {
      [
        NamedTensor("dL/dh", dh), NamedTensor("dL/da_z", da.part(0, of: 3)),
        NamedTensor("dL/da_r", da.part(1, of: 3)),
        NamedTensor("dL/da_h", da.part(2, of: 3)),
        NamedTensor("dL/dheard", dHeard), NamedTensor("dL/dx", dx),
        NamedTensor("dL/dprevious", dPrevious),
      ]
    }
  }
}
