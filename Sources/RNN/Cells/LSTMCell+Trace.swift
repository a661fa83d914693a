// What one step of the LSTM leaves behind, to be looked at.
// Next: LSTMCell+OneStep.swift, then Unroll/Unroll.swift, or GRUCell.swift.

import Tensors

extension LSTMCell {
  /// Everything one step computed.
  public struct Trace: CellTrace, Equatable, Sendable {
    /// The input, `[B, D]`.
    public internal(set) var x: Tensor
    /// The output and memory of the step before, `[B, U]` each.
    public internal(set) var previous: LSTMState
    /// The pre-activations `x · W + b + h₀ · U`, `[B, 4U]`: i, f, c, o.
    public internal(set) var a: Tensor
    /// Their activations side by side, `[B, 4U]`: i, f, candidate, o.
    public internal(set) var gates: Tensor
    /// The memory, `[B, U]`.
    public internal(set) var c: Tensor
    /// The memory on its way out: `activation(c)`, `[B, U]`.
    public internal(set) var squashed: Tensor
    /// The output, `[B, U]`.
    public internal(set) var h: Tensor
    /// What was dropped of input and previous output.
    var dropout: CellDropout

    /// What is let in of the candidate, `[B, U]`.
    public var inputGate: Tensor { gates.part(0, of: 4) }
    /// What is kept of the previous memory, `[B, U]`.
    public var forgetGate: Tensor { gates.part(1, of: 4) }
    /// What might be remembered, `[B, U]`.
    public var candidate: Tensor { gates.part(2, of: 4) }
    /// What is let out of the memory, `[B, U]`.
    public var outputGate: Tensor { gates.part(3, of: 4) }

    /// What the next step starts from: output and memory.
    public var state: LSTMState { LSTMState(h: h, c: c) }

    /// Lets go of input and previous state, which others hold too.
    public mutating func letGo() {
      x = .zeros([0])
      previous = LSTMState(h: x, c: x)
    }

    /// Everything the step computed, by name, in the order it was computed.
    public var named: [NamedTensor] {
      [
        NamedTensor("x", x), NamedTensor("previous h", previous.h),
        NamedTensor("previous c", previous.c),
        NamedTensor("a_i", a.part(0, of: 4)),
        NamedTensor("a_f", a.part(1, of: 4)),
        NamedTensor("a_c", a.part(2, of: 4)),
        NamedTensor("a_o", a.part(3, of: 4)), NamedTensor("i", inputGate),
        NamedTensor("f", forgetGate), NamedTensor("candidate", candidate),
        NamedTensor("o", outputGate), NamedTensor("c", c),
        NamedTensor("h", h),
      ]
    }
  }

  /// The gradients of everything one step computed.
  public struct StepGradient: CellStepGradient, Equatable, Sendable {
    /// The step they belong to.
    public let trace: Trace
    /// dL/dh, `[B, U]`.
    public let dh: Tensor
    /// dL/dc, `[B, U]`: from later steps and through the output.
    public let dc: Tensor
    /// dL/da, `[B, 4U]`: i, f, c, o.
    public let da: Tensor
    /// dL/dx, `[B, D]`.
    public let dx: Tensor
    /// dL/dprevious, `[B, U]` each: what the step before will hear.
    public let dPrevious: LSTMState
    /// This step's part of every parameter's gradient, in the parameters'
    /// shapes.
    public let share: Parameters

    /// What the step computed on the way forward, by name.
    public var computed: [NamedTensor] { trace.named }

    /// The gradients of everything the step computed, by name.
    public var named: [NamedTensor] {
      [
        NamedTensor("dL/dh", dh), NamedTensor("dL/dc", dc),
        NamedTensor("dL/da_i", da.part(0, of: 4)),
        NamedTensor("dL/da_f", da.part(1, of: 4)),
        NamedTensor("dL/da_c", da.part(2, of: 4)),
        NamedTensor("dL/da_o", da.part(3, of: 4)), NamedTensor("dL/dx", dx),
        NamedTensor("dL/dprevious h", dPrevious.h),
        NamedTensor("dL/dprevious c", dPrevious.c),
      ]
    }
  }
}
