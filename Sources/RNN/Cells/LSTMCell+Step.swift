// One step of the LSTM, forward and backward. Next: LSTMCell+Parameters.swift
// and LSTMCell+Trace.swift, then GRUCell.swift.

import Tensors

extension LSTMCell {
  // MARK: - Step

  /// One step: the gates open or close, the memory changes, and part of it is
  /// let out.
  ///
  /// - Parameters:
  ///   - x: the input, `[B, D]`.
  ///   - previous: the output and memory of the step before, `[B, U]` each.
  ///   - kernels: `W` and `U`, laid out.
  ///   - trace: room for what the step computes.
  public func step(
    _ x: Tensor, from previous: LSTMState, _ kernels: CellKernels,
    into trace: inout Trace
  ) {
    trace.x = x
    trace.previous = previous
    trace.dropout = dropout
    dropout.input.setProduct(
      x, kernels.input, plus: kernels.bias, in: &trace.gates)
    dropout.recurrent.addProduct(
      previous.h, kernels.recurrent, to: &trace.gates)
    if trace.a.count > 0 { trace.a.set(trace.gates) }

    recurrentActivation.apply(to: &trace.gates, 0..<2, of: 4)
    activation.apply(to: &trace.gates, 2..<3, of: 4)
    recurrentActivation.apply(to: &trace.gates, 3..<4, of: 4)
    let (i, f) = (trace.gates.lanes(0), trace.gates.lanes(1))
    let (candidate, o) = (trace.gates.lanes(2), trace.gates.lanes(3))

    let (c₀, c) = (previous.c.lanes(), trace.c.mutableLanes())
    forEachLanes(rows: x.shape[0], units: units) {
      c[$0] = f[$0] * c₀[$0] + i[$0] * candidate[$0]
    }
    trace.squashed.set(trace.c)
    activation.apply(to: &trace.squashed)
    let (squashed, h) = (trace.squashed.lanes(), trace.h.mutableLanes())
    forEachLanes(rows: x.shape[0], units: units) {
      h[$0] = o[$0] * squashed[$0]
    }
  }

  // MARK: - Backward

  /// The same step backward.
  ///
  ///     do  = dh ⊙ tanh(c)     dc = dc' + dh ⊙ o ⊙ tanh'(c)
  ///     df  = dc ⊙ c₀          dc₀ = dc ⊙ f
  ///     di  = dc ⊙ ĉ           dĉ  = dc ⊙ i
  ///     da  = (di, df, dĉ, do), each times its activation's slope
  ///     dh₀ = da · Uᵀ
  ///
  /// with the candidate `ĉ = tanh(a_c)`, and `dc'`, what later steps say of
  /// the memory. From `dc` to `dc₀` there is no matrix and no tanh: where the
  /// forget gate is open, a gradient passes as it is.
  ///
  /// - Parameters:
  ///   - trace: what the step computed.
  ///   - dState: dL/dh, from the output and from the steps after, and dL/dc
  ///     from the steps after, `[B, U]` each. They become dL/dh₀ and dL/dc₀.
  ///   - transposed: `Uᵀ`, laid out.
  ///   - da: room for dL/da, `[B, 4U]`.
  public func backward(
    _ trace: Trace, dState: inout LSTMState, _ transposed: CellKernels,
    into da: inout Tensor
  ) {
    let rows = dState.h.shape[0]
    let (i, f) = (trace.gates.lanes(0), trace.gates.lanes(1))
    let (candidate, o) = (trace.gates.lanes(2), trace.gates.lanes(3))
    let (squashed, c₀) = (trace.squashed.lanes(), trace.previous.c.lanes())
    let (dh, dc) = (dState.h.lanes(), dState.c.mutableLanes())
    let (di, df) = (da.mutableLanes(0), da.mutableLanes(1))
    let (dCandidate, dOut) = (da.mutableLanes(2), da.mutableLanes(3))

    // What came through the output; the room of do is free so far.
    forEachLanes(rows: rows, units: units) { dOut[$0] = dh[$0] * o[$0] }
    activation.turnBack(&da, 3..<4, of: 4, output: trace.squashed)
    forEachLanes(rows: rows, units: units) {
      let all = dc[$0] + dOut[$0]
      di[$0] = all * candidate[$0]
      df[$0] = all * c₀[$0]
      dCandidate[$0] = all * i[$0]
      dOut[$0] = dh[$0] * squashed[$0]
      dc[$0] = all * f[$0]
    }
    recurrentActivation.turnBack(&da, 0..<2, of: 4, output: trace.gates)
    activation.turnBack(&da, 2..<3, of: 4, output: trace.gates)
    recurrentActivation.turnBack(&da, 3..<4, of: 4, output: trace.gates)
    trace.dropout.recurrent.setGradient(
      da, transposed.recurrent, in: &dState.h)
  }

  // MARK: - Shares of the parameters' gradients

  /// Adds what some steps have to say of the parameters.
  ///
  ///     dW = Σ xᵀ · da        dU = Σ h₀ᵀ · da        db = Σ da
  public func addShares(
    of traces: [Trace], _ das: ArraySlice<Tensor>, to sums: inout Parameters
  ) {
    let das = Array(das)
    DropoutMask.addShares(
      to: &sums.kernel, traces.map { ($0.dropout.input, $0.x) }, das)
    DropoutMask.addShares(
      to: &sums.recurrentKernel,
      traces.map { ($0.dropout.recurrent, $0.previous.h) }, das)
    sums.bias.addRows(of: das)
  }

  /// Writes a step's dL/dx to its place: `dx = da · Wᵀ`.
  public func setInputGradient(
    _ trace: Trace, _ da: Tensor, _ transposed: CellKernels,
    in dx: inout Tensor, at time: Int
  ) {
    trace.dropout.input.setGradient(
      da, transposed.input, in: &dx, at: time)
  }
}
