// One step of the GRU, forward and backward. Next: GRUCell+Parameters.swift
// and GRUCell+Trace.swift, then Unroll/Unroll.swift.

import Tensors

extension GRUCell {
  // MARK: - Step

  /// One step: old and new are mixed, the new having seen part of the old.
  ///
  /// - Parameters:
  ///   - x: the input, `[B, D]`.
  ///   - previous: the output of the step before, `[B, U]`.
  public func step(_ x: Tensor, from previous: Tensor) -> Trace {
    requireStep(x, previous)
    let (fromX, fromState) = products(x, previous)
    let gates = fromX.columns(0..<2 * units) + fromState.columns(0..<2 * units)
    let z = recurrentActivation(gates.part(0, of: 2))  // [B, U]
    let r = recurrentActivation(gates.part(1, of: 2))
    let heard =
      resetAfter
      ? fromState.part(2, of: 3) : r * dropout.recurrent(previous, gate: 2)
    let aHidden =
      fromX.part(2, of: 3)
      + (resetAfter ? r * heard : matmul(heard, candidateKernel))
    let candidate = activation(aHidden)
    return Trace(
      x: x, previous: previous, a: Tensor(joining: [gates, aHidden]),
      updateGate: z, resetGate: r, heard: heard, candidate: candidate,
      h: z * previous + (1 - z) * candidate, dropout: dropout)
  }

  // MARK: - Backward

  /// The same step backward.
  ///
  ///     dz  = dh ⊙ (h₀ - ĥ)     dĥ = dh ⊙ (1 - z)     da_h = dĥ ⊙ tanh'
  ///
  /// Reset after, where the candidate heard `g = h₀ · U_h + b`:
  ///
  ///     dr  = da_h ⊙ g          dg = da_h ⊙ r
  ///     dh₀ = dh ⊙ z + (da_z, da_r, dg) · Uᵀ
  ///
  /// Reset before, where it heard `g = r ⊙ h₀`:
  ///
  ///     dg  = da_h · U_hᵀ       dr = dg ⊙ h₀
  ///     dh₀ = dh ⊙ z + dg ⊙ r + (da_z, da_r) · (U_z, U_r)ᵀ
  ///
  /// In both, `dx = (da_z, da_r, da_h) · Wᵀ`.
  ///
  /// - Parameters:
  ///   - trace: what the step computed.
  ///   - dh: dL/dh, `[B, U]`: from the output, and from the steps after.
  public func backward(_ trace: Trace, dh: Tensor) -> StepGradient {
    let (z, r) = (trace.updateGate, trace.resetGate)
    let recurrent = trace.dropout.recurrent
    let dCandidate = activation.backward(
      dh * (1 - z), output: trace.candidate)  // [B, U]
    let dHeard =
      resetAfter
      ? dCandidate * r : matmul(dCandidate, transposed: candidateKernel)
    let dr =
      resetAfter
      ? dCandidate * trace.heard
      : dHeard * recurrent(trace.previous, gate: 2)
    let dGates = Tensor(joining: [
      recurrentActivation.backward(
        dh * (trace.previous - trace.candidate), output: z),
      recurrentActivation.backward(dr, output: r),
    ])  // [B, 2U]
    let da = Tensor(joining: [dGates, dCandidate])  // [B, 3U]
    var dPrevious = dh * z
    if resetAfter {
      dPrevious += recurrent.backward(
        Tensor(joining: [dGates, dHeard]), parameters.recurrentKernel)
    } else {
      dPrevious += recurrent(dHeard * r, gate: 2)
      dPrevious += recurrent.first(2).backward(dGates, gateKernel)
    }
    return StepGradient(
      parameters: parameters, trace: trace, dh: dh, da: da, dHeard: dHeard,
      dx: trace.dropout.input.backward(da, parameters.kernel),
      dPrevious: dPrevious, resetAfter: resetAfter)
  }

  // MARK: -

  /// The same step backward, from dL/dstate `[B, U]`: here the state is the
  /// output.
  public func backward(_ trace: Trace, dState: Tensor) -> StepGradient {
    backward(trace, dh: dState)
  }

  /// What comes from the input, `[B, 3U]`, and from the previous output:
  /// `[B, 3U]`, or `[B, 2U]` where the candidate has to wait for the reset.
  private func products(
    _ x: Tensor, _ previous: Tensor
  ) -> (fromX: Tensor, fromState: Tensor) {
    let fromX = dropout.input.product(x, parameters.kernel)
    let bias = parameters.bias
    if resetAfter {
      return (
        fromX + bias.row(0),
        dropout.recurrent.product(previous, parameters.recurrentKernel)
          + bias.row(1)
      )
    }
    return (
      fromX + bias, dropout.recurrent.first(2).product(previous, gateKernel)
    )
  }

  /// The recurrent kernel of both gates, `[U, 2U]`.
  private var gateKernel: Tensor {
    parameters.recurrentKernel.columns(0..<2 * units)
  }

  /// The recurrent kernel of the candidate, `[U, U]`.
  private var candidateKernel: Tensor {
    parameters.recurrentKernel.part(2, of: 3)
  }

  private func requireStep(_ x: Tensor, _ previous: Tensor) {
    require(
      x.rank == 2 && x.shape[1] == inputSize,
      "expected an input [batch, \(inputSize)]; got \(x.shape)")
    require(
      previous.shape == [x.shape[0], units],
      "expected a state [\(x.shape[0]), \(units)] for the input "
        + "\(x.shape); got \(previous.shape)")
  }
}
