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
    requireState(start, batch: x.shape[0])
    return forward(
      steps: x.steps(), from: start, mask: mask,
      zeroOutputForMask: zeroOutputForMask)
  }

  /// The time loop.
  ///
  /// It writes to room that is there before it, and makes nothing itself.
  ///
  /// - Parameter forLooking: whether traces keep what only somebody who looks
  ///   at them needs.
  // A layer knows its cell only when it runs: without a version for each, the
  // loop would copy traces about.
  @_specialize(where C == SimpleRNNCell)
  @_specialize(where C == LSTMCell)
  @_specialize(where C == GRUCell)
  func forward(
    steps: [Tensor], from start: C.State, mask: Tensor?,
    zeroOutputForMask: Bool, forLooking: Bool = true,
    in room: Room<C> = Room()
  ) -> Forward {
    let kernels = cell.kernels
    var traces = room.takeTraces(
      steps.count, batch: steps[0].shape[0], forLooking: forLooking,
      for: cell)
    var kept: [C.State] = []
    var state = start
    for time in steps.indices {
      cell.step(steps[time], from: state, kernels, into: &traces[time])
      let before = state
      state = traces[time].state
      if let mask {
        state.keep(before, where: mask, time)
        kept.append(state)
      }
    }
    return Forward(
      start: start, traces: traces, kept: kept, mask: mask,
      zeroOutputForMask: zeroOutputForMask)
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
    backward(
      pass, dOutputs: dOutputs, dState: dState, keepsSteps: keepsSteps,
      wantsInput: true, in: Room())
  }

  /// The time loop reversed.
  ///
  /// It writes to room that is there before it. Once a few steps' deltas are
  /// known, what they say of the parameters is added up: so long they are
  /// still in the nearer caches.
  ///
  /// - Parameter wantsInput: whether dL/dx is of use to anybody.
  @_specialize(where C == SimpleRNNCell)
  @_specialize(where C == LSTMCell)
  @_specialize(where C == GRUCell)
  func backward(
    _ pass: Forward, dOutputs: [Tensor?], dState: C.State?,
    keepsSteps: Bool, wantsInput: Bool, in room: Room<C>
  ) -> Backward {
    let traces = pass.traces
    let batch = traces[0].h.shape[0]
    require(
      dOutputs.count == traces.count,
      "expected gradients for \(traces.count) steps; got \(dOutputs.count)")
    var dState = dState ?? cell.zeroState(batch: batch)
    requireState(dState, batch: batch)
    let transposed = cell.transposedKernels
    var deltas = room.takeDeltas(
      min(traces.count, max(1, 256 / batch)), batch: batch, for: cell)
    var sums = cell.parameters.zeros
    var dx = Tensor.zeros(
      wantsInput ? [batch, traces.count, cell.inputSize] : [0])
    var steps: [C.StepGradient] = []
    var known = 0
    for time in traces.indices.reversed() {
      if let direct = dOutputs[time] {
        requireGradient(direct, like: traces[time].h)
        cell.add(pass.used(direct, time), to: &dState)
      }
      let heard = pass.isMasked(time) ? dState : nil
      if let mask = pass.mask { dState.drop(where: mask, time) }
      if keepsSteps {
        steps.append(cell.backward(traces[time], dState: dState))
      }
      cell.backward(
        traces[time], dState: &dState, transposed, into: &deltas[known])
      if wantsInput {
        cell.setInputGradient(
          traces[time], deltas[known], transposed, in: &dx, at: time)
      }
      if let mask = pass.mask, let heard {
        dState.keep(heard, where: mask, time)
      }
      known += 1
      if known == deltas.count || time == 0 {
        cell.addShares(
          of: traces[time..<time + known].reversed(), deltas[0..<known],
          to: &sums)
        known = 0
      }
    }
    room.keep(deltas, batch: batch)
    return Backward(
      parameters: sums, x: dx, initial: dState, steps: steps.reversed())
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
    return backward(
      pass, dOutputs: dOutputs.steps().map { Optional($0) }, dState: dState,
      keepsSteps: keepsSteps)
  }

  func requireSequence(_ x: Tensor, _ mask: Tensor?) {
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

  private func requireGradient(_ gradient: Tensor, like output: Tensor) {
    require(
      gradient.shape == output.shape,
      "expected a gradient \(output.shape), as the output; got "
        + "\(gradient.shape)")
  }

  /// Stops where a state, or its gradient, is none of this cell's.
  func requireState(_ state: C.State, batch: Int) {
    let expected = cell.zeroState(batch: batch).parts
    let found = state.parts
    let fits =
      expected.count == found.count
      && zip(expected, found).allSatisfy { $0.tensor.shape == $1.tensor.shape }
    func words(_ parts: [NamedTensor]) -> String {
      var words = ""
      for part in parts {
        if !words.isEmpty { words += " and " }
        words += part.name.isEmpty ? "" : part.name + " "
        words += part.tensor.shape.description
      }
      return words
    }
    require(
      fits,
      "expected a state \(words(expected)) for a batch of \(batch); got "
        + words(found))
  }
}
