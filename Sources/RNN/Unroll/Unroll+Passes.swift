// What the time loop leaves behind, and what it finds on its way back.
// Next: Unroll+Truncation.swift, then Layers/Layer.swift.

import Tensors

extension Unroll {
  /// What the forward loop computed.
  public struct Forward {
    /// The state before the first step.
    public let start: C.State
    /// The state after every step: the trace's, unless the step was masked.
    public private(set) var states: [C.State]
    /// Everything every step computed, in order.
    ///
    /// Masked samples step too, but what they compute is not used.
    public private(set) var traces: [C.Trace] = []
    /// What every step put out, T times `[B, U]`: the trace's h, unless the
    /// step was masked.
    public private(set) var stepOutputs: [Tensor] = []
    /// 1 where a step counts, `[B, T]`; nil where all do.
    public let mask: Tensor?
    /// Whether masked steps put out zeros.
    let zeroOutputForMask: Bool

    init(
      start: C.State, mask: Tensor? = nil, zeroOutputForMask: Bool = false
    ) {
      self.start = start
      states = []
      self.mask = mask
      self.zeroOutputForMask = zeroOutputForMask
    }

    /// The state after the last step.
    public var state: C.State {
      states.isEmpty ? start : states[states.count - 1]
    }

    /// The last step's output, `[B, U]`.
    public var last: Tensor { stepOutputs[stepOutputs.count - 1] }

    /// All outputs, `[B, T, U]`.
    public var outputs: Tensor { Tensor(stacking: stepOutputs, axis: 1) }

    /// Takes in what the next step computed, where it counts; where it is
    /// masked, all stays as it was.
    mutating func append(_ trace: C.Trace) {
      let counts = counts(traces.count)
      traces.append(trace)
      guard let counts else {
        states.append(trace.state)
        stepOutputs.append(trace.h)
        return
      }
      var mixed = trace.state.scaled(by: counts)
      mixed += state.scaled(by: 1 - counts)
      states.append(mixed)
      stepOutputs.append(zeroOutputForMask ? trace.h * counts : mixed.output)
    }

    /// Some steps of this pass, as if there had been no others.
    func part(_ range: Range<Int>) -> Forward {
      var part = Forward(
        start: range.lowerBound > 0 ? states[range.lowerBound - 1] : start,
        mask: mask.map { mask in
          Tensor(stacking: range.map { mask.step($0) }, axis: 1)
        }, zeroOutputForMask: zeroOutputForMask)
      part.states = Array(states[range])
      part.traces = Array(traces[range])
      part.stepOutputs = Array(stepOutputs[range])
      return part
    }

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
