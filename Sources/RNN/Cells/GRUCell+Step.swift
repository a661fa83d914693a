// One step of the GRU, forward and backward. Next: GRUCell+Sums.swift,
// GRUCell+Parameters.swift and GRUCell+Trace.swift, then Unroll/Unroll.swift.

import Tensors

extension GRUCell {
  // MARK: - Step

  /// One step: old and new are mixed, the new having seen part of the old.
  ///
  /// - Parameters:
  ///   - x: the input, `[B, D]`.
  ///   - previous: the output of the step before, `[B, U]`.
  ///   - kernels: `W` and `U`, laid out.
  ///   - trace: room for what the step computes.
  public func step(
    _ x: Tensor, from previous: Tensor, _ kernels: Kernels,
    into trace: inout Trace
  ) {
    trace.x = x
    trace.previous = previous
    trace.dropout = dropout
    let rows = x.shape[0]
    dropout.input.setProduct(
      x, kernels.input, plus: kernels.bias, in: &trace.gates)
    gateDropout.setProduct(
      previous, kernels.recurrent, plus: kernels.recurrentBias,
      in: &trace.fromState)

    let (z, r) = (trace.gates.mutableLanes(0), trace.gates.mutableLanes(1))
    let candidate = trace.gates.mutableLanes(2)
    let (sz, sr) = (trace.fromState.lanes(0), trace.fromState.lanes(1))
    forEachLanes(rows: rows, units: units) {
      z[$0] += sz[$0]
      r[$0] += sr[$0]
    }
    if trace.a.count > 0 { trace.a.set(trace.gates) }
    recurrentActivation.apply(to: &trace.gates, 0..<2, of: 3)

    if resetAfter {
      let heard = trace.fromState.lanes(2)
      forEachLanes(rows: rows, units: units) {
        candidate[$0] += r[$0] * heard[$0]
      }
    } else {
      let seen = dropout.recurrent(previous, gate: 2)
      let (reset, h₀) = (trace.reset.mutableLanes(), seen.lanes())
      withExtendedLifetime(seen) {
        forEachLanes(rows: rows, units: units) { reset[$0] = r[$0] * h₀[$0] }
      }
      trace.gates.add(
        trace.reset, times: kernels.candidate[0], part: 2, of: 3)
    }
    if trace.a.count > 0 {
      let hidden = trace.a.mutableLanes(2)
      forEachLanes(rows: rows, units: units) { hidden[$0] = candidate[$0] }
    }
    activation.apply(to: &trace.gates, 2..<3, of: 3)
    let (h₀, h) = (previous.lanes(), trace.h.mutableLanes())
    forEachLanes(rows: rows, units: units) {
      h[$0] = z[$0] * h₀[$0] + (1 - z[$0]) * candidate[$0]
    }
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
  /// - Parameters:
  ///   - trace: what the step computed.
  ///   - dh: dL/dh, `[B, U]`: from the output, and from the steps after. It
  ///     becomes dL/dh₀.
  ///   - transposed: `Uᵀ`, laid out.
  ///   - delta: room for dL/da.
  public func backward(
    _ trace: Trace, dState dh: inout Tensor, _ transposed: Kernels,
    into delta: inout Delta
  ) {
    let rows = dh.shape[0]
    let (z, r) = (trace.gates.lanes(0), trace.gates.lanes(1))
    let (candidate, h₀) = (trace.gates.lanes(2), trace.previous.lanes())
    let (dz, dr) = (delta.da.mutableLanes(0), delta.da.mutableLanes(1))
    let dHidden = delta.da.mutableLanes(2)
    let (dh₁, dKept) = (dh.lanes(), dh.mutableLanes())
    forEachLanes(rows: rows, units: units) {
      dHidden[$0] = dh₁[$0] * (1 - z[$0])
      dz[$0] = dh₁[$0] * (h₀[$0] - candidate[$0])
      dKept[$0] = dh₁[$0] * z[$0]
    }
    activation.turnBack(&delta.da, 2..<3, of: 3, output: trace.gates)

    if resetAfter {
      let (heard, dHeard) = (
        trace.fromState.lanes(2), delta.dProduct.mutableLanes(2)
      )
      forEachLanes(rows: rows, units: units) {
        dr[$0] = dHidden[$0] * heard[$0]
        dHeard[$0] = dHidden[$0] * r[$0]
      }
    } else {
      delta.dReset.set(delta.da.part(2, of: 3), times: transposed.candidate[0])
      let seen = trace.dropout.recurrent(trace.previous, gate: 2)
      let (dReset, h₀) = (delta.dReset.lanes(), seen.lanes())
      withExtendedLifetime(seen) {
        forEachLanes(rows: rows, units: units) {
          dr[$0] = dReset[$0] * h₀[$0]
        }
      }
      dh += trace.dropout.recurrent(delta.dReset * trace.resetGate, gate: 2)
    }
    recurrentActivation.turnBack(&delta.da, 0..<2, of: 3, output: trace.gates)

    let (pz, pr) = (
      delta.dProduct.mutableLanes(0), delta.dProduct.mutableLanes(1)
    )
    forEachLanes(rows: rows, units: units) {
      pz[$0] = dz[$0]
      pr[$0] = dr[$0]
    }
    trace.gateDropout.addGradient(
      delta.dProduct, transposed.recurrent, to: &dh)
  }
}
