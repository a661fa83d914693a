// What the time loop leaves behind, and what it finds on its way back.
// Next: Layers/Layer.swift.

import Tensors

extension Unroll {
  /// What the forward loop computed.
  public struct Forward {
    /// The state after the last step.
    public internal(set) var state: C.State
    /// Everything every step computed, in order.
    ///
    /// Masked samples step too, but what they compute is not used.
    public internal(set) var traces: [C.Trace] = []
    /// What every step put out, T times `[B, U]`: the trace's h, unless the
    /// step was masked.
    public internal(set) var stepOutputs: [Tensor] = []
    /// 1 where a step counts, `[B, T]`; nil where all do.
    public let mask: Tensor?
    /// Whether masked steps put out zeros.
    let zeroOutputForMask: Bool

    init(
      state: C.State, traces: [C.Trace] = [], mask: Tensor? = nil,
      zeroOutputForMask: Bool = false
    ) {
      self.state = state
      self.traces = traces
      stepOutputs = traces.map { $0.h }
      self.mask = mask
      self.zeroOutputForMask = zeroOutputForMask
    }

    /// The last step's output, `[B, U]`.
    public var last: Tensor { stepOutputs[stepOutputs.count - 1] }

    /// All outputs, `[B, T, U]`.
    public var outputs: Tensor { Tensor(stacking: stepOutputs, axis: 1) }

    /// 1 for every sample for which a step counts, `[B, 1]`; nil if nothing
    /// is masked.
    func counts(_ time: Int) -> Tensor? {
      guard let mask else { return nil }
      return mask.step(time).reshaped([-1, 1])
    }

    /// What of an output's gradient reaches the state: nothing where zeros
    /// were put out.
    func used(_ gradient: Tensor, _ time: Int) -> Tensor {
      guard zeroOutputForMask, let counts = counts(time) else {
        return gradient
      }
      return gradient * counts
    }
  }

  /// What the loop backward found.
  public struct Backward {
    /// dL/dparameters: the sum of all steps' shares.
    public let parameters: C.Parameters
    /// dL/dx, `[B, T, D]`.
    public let x: Tensor
    /// dL/dstate before the first step.
    public let initial: C.State
    /// The gradients of every step, in order, if they were asked for.
    public let steps: [C.StepGradient]
  }
}
