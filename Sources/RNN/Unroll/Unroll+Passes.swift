// What the time loop leaves behind, and what it finds on its way back.
// Next: Unroll+Truncation.swift, then Layers/Layer.swift.

import Tensors

extension Unroll {
  /// What the forward loop computed.
  public struct Forward {
    /// The state before the first step.
    public let start: C.State
    /// The state after every step: the trace's, unless the step was masked.
    public let states: [C.State]
    /// Everything every step computed, in order.
    ///
    /// Masked samples step too, but what they compute is not used.
    public let traces: [C.Trace]
    /// What every step put out, T times `[B, U]`: the trace's h, unless the
    /// step was masked.
    public let stepOutputs: [Tensor]
    /// 1 where a step counts, `[B, T]`; nil where all do.
    public let mask: Tensor?
    /// Whether masked steps put out zeros.
    let zeroOutputForMask: Bool

    /// The state after the last step.
    public var state: C.State {
      states.isEmpty ? start : states[states.count - 1]
    }

    /// The last step's output, `[B, U]`.
    public var last: Tensor { stepOutputs[stepOutputs.count - 1] }

    /// All outputs, `[B, T, U]`.
    public var outputs: Tensor { Tensor(stacking: stepOutputs, axis: 1) }

    /// Some steps of this pass, as if there had been no others.
    func part(_ range: Range<Int>) -> Forward {
      Forward(
        start: range.lowerBound > 0 ? states[range.lowerBound - 1] : start,
        states: Array(states[range]), traces: Array(traces[range]),
        stepOutputs: Array(stepOutputs[range]),
        mask: mask.map { mask in
          Tensor(stacking: range.map { mask.step($0) }, axis: 1)
        }, zeroOutputForMask: zeroOutputForMask)
    }

    /// 1 for every sample for which a step counts, `[B, 1]`; nil if nothing
    /// is masked.
    func counts(_ time: Int) -> Tensor? {
      Unroll.counts(mask, time)
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
