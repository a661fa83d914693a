// The time loop, and right under it the same loop reversed.
// Next: Unroll+Passes.swift, then Layers/Layer.swift.

import Tensors

/// A cell applied at every step of a sequence, and backpropagation through
/// time.
///
///     let unroll = Unroll(cell)
///     let pass = unroll.forward(x, from: cell.zeroState(batch: 2))
///     pass.outputs.shape   // [2, T, U]
///     pass.traces[1].h     // the second step's output
///     let back = unroll.backward(pass, dLast: gradient)
///     back.parameters      // dL/dparameters, summed over all steps
///
/// - Source: P. Werbos, "Backpropagation through time: what it does and how
///   to do it", 1990, doi:10.1109/5.58337.
public struct Unroll<C: Cell> {
  /// The one cell all steps share.
  public var cell: C

  /// A cell to be applied at every step.
  public init(_ cell: C) {
    self.cell = cell
  }

  // MARK: - Forward

  /// Steps through a sequence from its first step to its last.
  ///
  /// A masked step leaves the state as it was, as if it were not there; what
  /// it puts out is the output of the step before, or zeros.
  ///
  /// - Parameters:
  ///   - x: the sequences, `[B, T, D]`, with at least one step.
  ///   - start: the state before the first step.
  ///   - mask: 1 where a step counts, 0 where it is masked, `[B, T]`; nil
  ///     where all count.
  ///   - zeroOutputForMask: whether masked steps put out zeros.
  @inline(never)
  // Inlined into a program whose variable the pass becomes, it loses its steps
  // in Embedded Swift 6.3.
  public func forward(
    _ x: Tensor, from start: C.State, mask: Tensor? = nil,
    zeroOutputForMask: Bool = false
  ) -> Forward {
    requireSequence(x, mask)
    var states: [C.State] = []
    var traces: [C.Trace] = []
    var outputs: [Tensor] = []
    var state = start
    for time in 0..<x.shape[1] {
      let trace = cell.step(x.step(time), from: state)
      var output = trace.h
      if let counts = Unroll.counts(mask, time) {
        state = trace.state.mixed(with: state, where: counts)
        output = zeroOutputForMask ? output * counts : state.output
      } else {
        state = trace.state
      }
      states.append(state)
      traces.append(trace)
      outputs.append(output)
    }
    return Forward(
      start: start, states: states, traces: traces, stepOutputs: outputs,
      mask: mask, zeroOutputForMask: zeroOutputForMask)
  }

  // MARK: - Backward

  /// Backpropagation through time: the same loop, reversed.
  ///
  /// Every step hears of the loss in two ways: directly, if its output was
  /// used, and through the state it left to the step after it. A masked step
  /// hands on what it hears to the step before.
  ///
  /// - Parameters:
  ///   - pass: what the forward loop computed.
  ///   - dOutputs: dL/doutput of every step, T times `[B, U]`; nil where an
  ///     output was not used.
  ///   - dState: dL/dstate after the last step, if it was used too.
  ///   - keepsSteps: whether to keep the gradients of every step. Training
  ///     wants only the sums.
  public func backward(
    _ pass: Forward, dOutputs: [Tensor?], dState: C.State? = nil,
    keepsSteps: Bool = false
  ) -> Backward {
    let traces = pass.traces
    require(
      dOutputs.count == traces.count,
      "expected gradients for \(traces.count) steps; got \(dOutputs.count)")
    var sums = cell.parameters.zeros
    var dState = dState ?? cell.zeroState(batch: pass.last.shape[0])
    var dx: [Tensor] = []
    var steps: [C.StepGradient] = []
    for time in traces.indices.reversed() {
      if let direct = dOutputs[time] {
        cell.add(pass.used(direct, time), to: &dState)
      }
      var handedOn: C.State?
      if let counts = pass.counts(time) {
        handedOn = dState.scaled(by: 1 - counts)
        dState = dState.scaled(by: counts)
      }
      let step = cell.backward(traces[time], dState: dState)
      step.addShare(to: &sums)
      dState = step.dPrevious
      if let handedOn { dState += handedOn }
      dx.append(step.dx)
      if keepsSteps { steps.append(step) }
    }
    return Backward(
      parameters: sums, x: Tensor(stacking: dx.reversed(), axis: 1),
      initial: dState, steps: steps.reversed())
  }

  // MARK: -

  /// Backpropagation through time where only the last output was used.
  ///
  /// - Parameter dLast: dL/doutput of the last step, `[B, U]`.
  public func backward(
    _ pass: Forward, dLast: Tensor, dState: C.State? = nil,
    keepsSteps: Bool = false
  ) -> Backward {
    var dOutputs = [Tensor?](repeating: nil, count: pass.traces.count)
    dOutputs[dOutputs.count - 1] = dLast
    return backward(
      pass, dOutputs: dOutputs, dState: dState, keepsSteps: keepsSteps)
  }

  /// Backpropagation through time where every output was used.
  ///
  /// - Parameter dOutputs: dL/doutputs, `[B, T, U]`.
  public func backward(
    _ pass: Forward, dOutputs: Tensor, dState: C.State? = nil,
    keepsSteps: Bool = false
  ) -> Backward {
    require(
      dOutputs.rank == 3 && dOutputs.shape[1] == pass.traces.count,
      "expected a gradient [batch, \(pass.traces.count), units]; got "
        + "\(dOutputs.shape)")
    var parts: [Tensor?] = []
    for time in pass.traces.indices { parts.append(dOutputs.step(time)) }
    return backward(
      pass, dOutputs: parts, dState: dState, keepsSteps: keepsSteps)
  }

  /// 1 for every sample for which a step counts, `[B, 1]`; nil if nothing is
  /// masked.
  static func counts(_ mask: Tensor?, _ time: Int) -> Tensor? {
    mask.map { $0.step(time).reshaped([-1, 1]) }
  }

  private func requireSequence(_ x: Tensor, _ mask: Tensor?) {
    require(
      x.rank == 3 && x.shape[2] == cell.inputSize,
      "expected sequences [batch, steps, \(cell.inputSize)]; got \(x.shape)")
    require(x.shape[1] > 0, "expected at least one step; got \(x.shape)")
    if let mask {
      require(
        mask.shape == x.shape.dropping(-1),
        "expected a mask \(x.shape.dropping(-1)) for the sequences "
          + "\(x.shape); got \(mask.shape)")
    }
  }
}
