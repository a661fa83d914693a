// The time loop, and right under it the same loop reversed.
// Next: Layers/Layer.swift.

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
  /// - Parameters:
  ///   - x: the sequences, `[B, T, D]`, with at least one step.
  ///   - state: the state before the first step.
  public func forward(_ x: Tensor, from state: C.State) -> Forward {
    requireSequence(x)
    var state = state
    var traces: [C.Trace] = []
    for time in 0..<x.shape[1] {
      let trace = cell.step(x.step(time), from: state)
      traces.append(trace)
      state = trace.state
    }
    return Forward(state: state, traces: traces)
  }

  // MARK: - Backward

  /// Backpropagation through time: the same loop, reversed.
  ///
  /// Every step hears of the loss in two ways: directly, if its output was
  /// used, and through the state it left to the step after it.
  ///
  /// - Parameters:
  ///   - pass: what the forward loop computed.
  ///   - dOutputs: dL/doutput of every step, T times `[B, U]`; nil where an
  ///     output was not used.
  ///   - keepsSteps: whether to keep the gradients of every step. Training
  ///     wants only the sums.
  public func backward(
    _ pass: Forward, dOutputs: [Tensor?], keepsSteps: Bool = false
  ) -> Backward {
    let traces = pass.traces
    require(
      dOutputs.count == traces.count,
      "expected gradients for \(traces.count) steps; got \(dOutputs.count)")
    var sums = cell.parameters.zeros
    var dState = cell.zeroState(batch: pass.last.shape[0])
    var dx: [Tensor] = []
    var steps: [C.StepGradient] = []
    for time in traces.indices.reversed() {
      if let direct = dOutputs[time] { cell.add(direct, to: &dState) }
      let step = cell.backward(traces[time], dState: dState)
      step.addShare(to: &sums)
      dState = step.dPrevious
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
    _ pass: Forward, dLast: Tensor, keepsSteps: Bool = false
  ) -> Backward {
    var dOutputs = [Tensor?](repeating: nil, count: pass.traces.count)
    dOutputs[dOutputs.count - 1] = dLast
    return backward(pass, dOutputs: dOutputs, keepsSteps: keepsSteps)
  }

  /// Backpropagation through time where every output was used.
  ///
  /// - Parameter dOutputs: dL/doutputs, `[B, T, U]`.
  public func backward(
    _ pass: Forward, dOutputs: Tensor, keepsSteps: Bool = false
  ) -> Backward {
    require(
      dOutputs.rank == 3 && dOutputs.shape[1] == pass.traces.count,
      "expected a gradient [batch, \(pass.traces.count), units]; got "
        + "\(dOutputs.shape)")
    var parts: [Tensor?] = []
    for time in pass.traces.indices { parts.append(dOutputs.step(time)) }
    return backward(pass, dOutputs: parts, keepsSteps: keepsSteps)
  }

  private func requireSequence(_ x: Tensor) {
    require(
      x.rank == 3 && x.shape[2] == cell.inputSize,
      "expected sequences [batch, steps, \(cell.inputSize)]; got \(x.shape)")
    require(x.shape[1] > 0, "expected at least one step; got \(x.shape)")
  }
}

extension Unroll {
  /// What the forward loop computed.
  public struct Forward {
    /// The state after the last step.
    public let state: C.State
    /// Everything every step computed, in order.
    public let traces: [C.Trace]

    init(state: C.State, traces: [C.Trace]) {
      self.state = state
      self.traces = traces
    }

    /// The last step's output, `[B, U]`.
    public var last: Tensor { traces[traces.count - 1].h }

    /// All outputs, `[B, T, U]`.
    public var outputs: Tensor {
      Tensor(stacking: traces.map { $0.h }, axis: 1)
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
