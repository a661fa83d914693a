// The time loop for those who want no more than its outputs.
// Next: Unroll+Truncation.swift.

import Tensors

extension Unroll {
  /// The outputs of a sequence, nothing else being kept.
  ///
  /// Two traces take turns: one is written while the other is what the step
  /// starts from.
  ///
  /// - Parameter onlyLast: whether the last output is enough.
  /// - Returns: T times `[B, U]`, or once.
  @_specialize(where C == SimpleRNNCell)
  @_specialize(where C == LSTMCell)
  @_specialize(where C == GRUCell)
  func outputs(
    steps: [Tensor], from start: C.State, mask: Tensor?,
    zeroOutputForMask: Bool, onlyLast: Bool
  ) -> [Tensor] {
    let kernels = cell.kernels
    var traces = cell.emptyTraces(
      2, batch: steps[0].shape[0], forLooking: false)
    var outputs: [Tensor] = []
    var state = start
    for time in steps.indices {
      let turn = time % 2
      cell.step(steps[time], from: state, kernels, into: &traces[turn])
      let before = state
      state = traces[turn].state
      var output = traces[turn].h
      if let mask {
        state.keep(before, where: mask, time)
        output =
          zeroOutputForMask
          ? output * mask.step(time).reshaped([-1, 1]) : state.output
      }
      if !onlyLast || time == steps.count - 1 { outputs.append(output) }
    }
    return outputs
  }
}
