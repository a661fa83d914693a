// What one step of the simple cell leaves behind, to be looked at.
// Next: SimpleRNNCell+OneStep.swift, then Unroll/Unroll.swift.

import Tensors

extension SimpleRNNCell {
  /// Everything one step computed.
  public struct Trace: CellTrace, Equatable, Sendable {
    /// The input, `[B, D]`.
    public internal(set) var x: Tensor
    /// The output of the step before, `[B, U]`.
    public internal(set) var previous: Tensor
    /// The pre-activation `x · W + b + previous · U`, `[B, U]`.
    public internal(set) var a: Tensor
    /// The output `activation(a)`, `[B, U]`.
    public internal(set) var h: Tensor
    /// What was dropped of input and previous output.
    var dropout: CellDropout

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
    /// This step's part of every parameter's gradient, in the parameters'
    /// shapes.
    public let share: Parameters

    /// What the step computed on the way forward, by name.
    public var computed: [NamedTensor] { trace.named }

    /// The gradients of everything the step computed, by name.
    public var named: [NamedTensor] {
      [
        NamedTensor("dL/dh", dh), NamedTensor("dL/da", da),
        NamedTensor("dL/dx", dx), NamedTensor("dL/dprevious", dPrevious),
      ]
    }
  }
}
