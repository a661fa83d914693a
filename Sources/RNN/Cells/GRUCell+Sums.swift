// What all steps of a GRU say together. Next: GRUCell+Parameters.swift.

import Tensors

extension GRUCell {
  /// Adds what some steps have to say of the parameters.
  ///
  ///     dW = Σ xᵀ · da        dU = Σ h₀ᵀ · (da_z, da_r, dg)
  ///
  /// Reset before, the candidate's part of `dU` is `Σ gᵀ · da_h`.
  public func addShares(
    of traces: [Trace], _ deltas: ArraySlice<Delta>,
    to sums: inout Parameters
  ) {
    let das = deltas.map { $0.da }
    let dProducts = deltas.map { $0.dProduct }
    DropoutMask.addShares(
      to: &sums.kernel, traces.map { ($0.dropout.input, $0.x) }, das)
    let beside = traces.map { (mask: $0.gateDropout, x: $0.previous) }
    if resetAfter {
      DropoutMask.addShares(to: &sums.recurrentKernel, beside, dProducts)
      var both = [sums.bias.row(0), sums.bias.row(1)]
      both[0].addRows(of: das)
      both[1].addRows(of: dProducts)
      sums.bias = Tensor(stacking: both)
      return
    }
    var gates = Tensor.zeros([units, 2 * units])
    DropoutMask.addShares(to: &gates, beside, dProducts)
    var candidate = Tensor.zeros([units, units])
    candidate.addProducts(
      transposed: traces.map { $0.reset }, das.map { $0.part(2, of: 3) })
    sums.recurrentKernel += Tensor(joining: [gates, candidate])
    sums.bias.addRows(of: das)
  }

  /// Writes a step's dL/dx to its place: `dx = (da_z, da_r, da_h) · Wᵀ`.
  public func setInputGradient(
    _ trace: Trace, _ delta: Delta, _ transposed: Kernels,
    in dx: inout Tensor, at time: Int
  ) {
    trace.dropout.input.setGradient(
      delta.da, transposed.input, in: &dx, at: time)
  }
}
