// What the time loop leaves behind, and what it finds on its way back.
// Next: Unroll+Truncation.swift, then Layers/Layer.swift.

import Tensors

extension Unroll {
  /// What the forward loop computed.
  public struct Forward {
    /// The state before the first step.
    public let start: C.State
    /// Everything every step computed, in order.
    ///
    /// Masked samples step too, but what they compute is not used.
    public let traces: [C.Trace]
    /// The state after every step, where some are masked; else none.
    let kept: [C.State]
    /// 1 where a step counts, `[B, T]`; nil where all do.
    public let mask: Tensor?
    /// Whether masked steps put out zeros.
    let zeroOutputForMask: Bool

    /// The state after every step: the trace's, unless the step was masked.
    public var states: [C.State] {
      mask == nil ? traces.map { $0.state } : kept
    }

    /// What every step put out, T times `[B, U]`: the trace's h, unless the
    /// step was masked.
    public var stepOutputs: [Tensor] { traces.indices.map { output($0) } }

    /// The state after the last step.
    public var state: C.State {
      guard let last = traces.last else { return start }
      return kept.last ?? last.state
    }

    /// The last step's output, `[B, U]`.
    public var last: Tensor { output(traces.count - 1) }

    /// All outputs, `[B, T, U]`.
    public var outputs: Tensor { Tensor(steps: [stepOutputs]) }

    private func output(_ time: Int) -> Tensor {
      guard mask != nil else { return traces[time].h }
      return zeroOutputForMask
        ? used(traces[time].h, time) : kept[time].output
    }

    /// Some steps of this pass, as if there had been no others.
    func part(_ range: Range<Int>) -> Forward {
      Forward(
        start: range.lowerBound > 0 ? states[range.lowerBound - 1] : start,
        traces: Array(traces[range]),
        kept: mask == nil ? [] : Array(kept[range]),
        mask: mask.map { mask in
          Tensor(stacking: range.map { mask.step($0) }, axis: 1)
        }, zeroOutputForMask: zeroOutputForMask)
    }

    /// Whether a step is masked for any sample.
    func isMasked(_ time: Int) -> Bool {
      guard let mask else { return false }
      return (0..<mask.shape[0]).contains { mask[$0, time] == 0 }
    }

    /// What of an output, or of its gradient, is used: nothing where zeros
    /// are put out.
    func used(_ output: Tensor, _ time: Int) -> Tensor {
      guard zeroOutputForMask, let mask else { return output }
      return output * mask.step(time).reshaped([-1, 1])
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

    /// What was found for these samples and for others, behind them.
    func joined(with others: ArraySlice<Backward>) -> Backward {
      guard !others.isEmpty else { return self }
      var sums = parameters
      for other in others { sums += other.parameters }
      return Backward(
        parameters: sums, x: Tensor(joiningRows: [x] + others.map { $0.x }),
        initial: initial.joined(with: others.map { $0.initial }), steps: steps)
    }
  }
}
