// One step of the LSTM alone. Next: Unroll/Unroll.swift, or GRUCell.swift.

import Tensors

extension LSTMCell {
  /// The kernels as the steps forward use them.
  public var kernels: CellKernels {
    CellKernels(
      parameters.bias, parameters.kernel, parameters.recurrentKernel, dropout)
  }

  /// The kernels as the steps backward use them.
  public var transposedKernels: CellKernels {
    CellKernels(
      transposing: parameters.kernel, parameters.recurrentKernel, dropout)
  }

  /// Room for what so many steps compute.
  public func emptyTraces(
    _ count: Int, batch: Int, forLooking: Bool = true
  ) -> [Trace] {
    let none = Tensor.zeros([batch, 0])
    func room(_ parts: Int = 1) -> Tensor { .zeros([batch, parts * units]) }
    return (0..<count).map { _ in
      Trace(
        x: none, previous: LSTMState(h: none, c: none),
        a: room(forLooking ? 4 : 0),
        gates: room(4), c: room(), squashed: room(), h: room(),
        dropout: dropout)
    }
  }

  /// Room for dL/da of so many steps.
  public func emptyDeltas(_ count: Int, batch: Int) -> [Tensor] {
    (0..<count).map { _ in .zeros([batch, 4 * units]) }
  }

  /// One step: the gates open or close, the memory changes, and part of it is
  /// let out.
  ///
  /// - Parameters:
  ///   - x: the input, `[B, D]`.
  ///   - previous: the output and memory of the step before, `[B, U]` each.
  public func step(_ x: Tensor, from previous: LSTMState) -> Trace {
    requireStep(x, previous)
    var trace = emptyTraces(1, batch: x.shape[0])[0]
    step(x, from: previous, kernels, into: &trace)
    return trace
  }

  /// The same step backward, from dL/dh and dL/dc, `[B, U]` each.
  public func backward(_ trace: Trace, dState: LSTMState) -> StepGradient {
    var dPrevious = dState
    var da = Tensor.zeros(trace.gates.shape)
    let transposed = transposedKernels
    backward(trace, dState: &dPrevious, transposed, into: &da)
    var share = parameters.zeros
    addShares(of: [trace], [da], to: &share)
    let dc =
      dState.c
      + activation.backward(
        dState.h * trace.outputGate, output: trace.squashed)
    var dx = Tensor.zeros([da.shape[0], 1, inputSize])
    setInputGradient(trace, da, transposed, in: &dx, at: 0)
    return StepGradient(
      trace: trace, dh: dState.h, dc: dc, da: da,
      dx: dx.step(0), dPrevious: dPrevious,
      share: share)
  }

  private func requireStep(_ x: Tensor, _ previous: LSTMState) {
    require(
      x.rank == 2 && x.shape[1] == inputSize,
      "expected an input [batch, \(inputSize)]; got \(x.shape)")
    require(
      previous.h.shape == [x.shape[0], units]
        && previous.c.shape == [x.shape[0], units],
      "expected a state of two [\(x.shape[0]), \(units)] for the input "
        + "\(x.shape); got \(previous.h.shape) and \(previous.c.shape)")
  }
}
