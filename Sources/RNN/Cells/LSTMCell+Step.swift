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
  public func step(_ x: Tensor, from previous: LSTMState) -> Trace {
    requireStep(x, previous)
    let a =
      dropout.input.product(x, parameters.kernel) + parameters.bias
      + dropout.recurrent.product(previous.h, parameters.recurrentKernel)
    let inputGate = recurrentActivation(a.part(0, of: 4))  // [B, U]
    let forgetGate = recurrentActivation(a.part(1, of: 4))
    let candidate = activation(a.part(2, of: 4))
    let outputGate = recurrentActivation(a.part(3, of: 4))
    let c = forgetGate * previous.c + inputGate * candidate
    let squashed = activation(c)
    return Trace(
      x: x, previous: previous, a: a, inputGate: inputGate,
      forgetGate: forgetGate, candidate: candidate, outputGate: outputGate,
      c: c, squashed: squashed, h: outputGate * squashed, dropout: dropout)
  }

  // MARK: - Backward

  /// The same step backward.
  ///
  ///     do  = dh ⊙ tanh(c)     dc = dc' + dh ⊙ o ⊙ tanh'(c)
  ///     df  = dc ⊙ c₀          dc₀ = dc ⊙ f
  ///     di  = dc ⊙ ĉ           dĉ  = dc ⊙ i
  ///     da  = (di, df, dĉ, do), each times its activation's slope
  ///     dx  = da · Wᵀ          dW = xᵀ · da
  ///     dh₀ = da · Uᵀ          dU = h₀ᵀ · da        db = Σ da
  ///
  /// with the candidate `ĉ = tanh(a_c)`, and `dc'`, what later steps say of
  /// the memory. From `dc` to `dc₀` there is no matrix and no tanh: where the
  /// forget gate is open, a gradient passes as it is.
  ///
  /// - Parameters:
  ///   - trace: what the step computed.
  ///   - dState: dL/dh, from the output and from the steps after, and dL/dc
  ///     from the steps after, `[B, U]` each.
  public func backward(_ trace: Trace, dState: LSTMState) -> StepGradient {
    let dOutput = dState.h * trace.squashed  // [B, U]
    let dc =
      dState.c
      + activation.backward(
        dState.h * trace.outputGate, output: trace.squashed)
    let da = Tensor(joining: [
      recurrentActivation.backward(
        dc * trace.candidate, output: trace.inputGate),
      recurrentActivation.backward(
        dc * trace.previous.c, output: trace.forgetGate),
      activation.backward(dc * trace.inputGate, output: trace.candidate),
      recurrentActivation.backward(dOutput, output: trace.outputGate),
    ])  // [B, 4U]
    let dx = trace.dropout.input.backward(da, parameters.kernel)
    let dPrevious = LSTMState(
      h: trace.dropout.recurrent.backward(da, parameters.recurrentKernel),
      c: dc * trace.forgetGate)
    return StepGradient(
      parameters: parameters, trace: trace, dh: dState.h, dc: dc, da: da,
      dx: dx, dPrevious: dPrevious)
  }

  // MARK: -

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
