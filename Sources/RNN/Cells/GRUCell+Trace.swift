// What one step of the GRU leaves behind, to be looked at.
// Next: GRUCell+OneStep.swift, then Unroll/Unroll.swift.

import Tensors

extension GRUCell {
  /// Everything one step computed.
  public struct Trace: CellTrace, Equatable, Sendable {
    /// The input, `[B, D]`.
    public internal(set) var x: Tensor
    /// The output of the step before, `[B, U]`.
    public internal(set) var previous: Tensor
    /// The pre-activations, `[B, 3U]`: z, r, h.
    public internal(set) var a: Tensor
    /// Their activations side by side, `[B, 3U]`: z, r, candidate.
    public internal(set) var gates: Tensor
    /// What the gates, and the candidate where the reset comes after, have
    /// from the previous output: `[B, 3U]`, or `[B, 2U]`.
    var fromState: Tensor
    /// The previous output, reset, where the reset comes before; else empty.
    var reset: Tensor
    /// The output, `[B, U]`.
    public internal(set) var h: Tensor
    /// What was dropped of input and previous output.
    var dropout: CellDropout

    /// How much of the previous output is kept, `[B, U]`.
    public var updateGate: Tensor { gates.part(0, of: 3) }
    /// How much of it the candidate hears, `[B, U]`.
    public var resetGate: Tensor { gates.part(1, of: 3) }
    /// What might come in its place, `[B, U]`.
    public var candidate: Tensor { gates.part(2, of: 3) }
    /// What the candidate hears of the previous output, `[B, U]`: its product
    /// with `U_h`, still to be reset; or itself, reset and still to be
    /// multiplied.
    public var heard: Tensor {
      reset.count == 0 ? fromState.part(2, of: 3) : reset
    }

    /// What the next step starts from: the output.
    public var state: Tensor { h }

    /// Lets go of input and previous state, which others hold too.
    public mutating func letGo() {
      x = .zeros([0])
      previous = .zeros([0])
    }

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
    /// This step's part of every parameter's gradient, in the parameters'
    /// shapes.
    public let share: Parameters

    /// What the step computed on the way forward, by name.
    public var computed: [NamedTensor] { trace.named }

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

  /// What sums over all steps are made of.
  public struct Delta: Equatable, Sendable {
    /// dL/da, `[B, 3U]`: z, r, h.
    var da: Tensor
    /// dL/d(the products with the recurrent kernel), `[B, 3U]`: z, r, heard;
    /// `[B, 2U]` where the reset comes before.
    var dProduct: Tensor
    /// dL/d(what the candidate heard), where the reset comes before; else
    /// empty.
    var dReset: Tensor
  }
}
