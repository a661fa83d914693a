// Backpropagation that does not go all the way back.
// Next: Unroll+Jacobians.swift.

import Tensors

extension Unroll {
  /// Backpropagation through time in chunks: no gradient crosses from one to
  /// the one before, though the state did on the way forward.
  ///
  ///     let back = unroll.backward(pass, dOutputs: dOutputs, inChunksOf: 25)
  ///
  /// It is what training on a long text does, which reads 25 letters, learns,
  /// and starts the next 25 from the state it has come to. An output early in
  /// its chunk reaches back less far than a late one.
  ///
  /// - Parameters:
  ///   - pass: what the forward loop computed.
  ///   - dOutputs: dL/doutputs, `[B, T, U]`.
  ///   - length: how many steps make a chunk, counted from the first step; the
  ///     last chunk may be shorter. With T or more nothing is cut.
  ///   - keepsSteps: whether to keep the gradients of every step.
  /// - Source: R. Williams and J. Peng, "An efficient gradient-based algorithm
  ///   for on-line training of recurrent network trajectories", 1990,
  ///   doi:10.1162/neco.1990.2.4.490.
  public func backward(
    _ pass: Forward, dOutputs: Tensor, inChunksOf length: Int,
    keepsSteps: Bool = false
  ) -> Backward {
    requireCut(length, pass, dOutputs)
    var sums = cell.parameters.zeros
    var initial = cell.zeroState(batch: pass.last.shape[0])
    var dx: [Tensor] = []
    var steps: [C.StepGradient] = []
    for start in stride(from: 0, to: pass.traces.count, by: length) {
      let range = start..<Swift.min(start + length, pass.traces.count)
      let back = backward(
        pass.part(range), dOutputs: range.map { dOutputs.step($0) },
        keepsSteps: keepsSteps)
      sums += back.parameters
      if start == 0 { initial = back.initial }
      for time in 0..<range.count { dx.append(back.x.step(time)) }
      steps += back.steps
    }
    return Backward(
      parameters: sums, x: Tensor(stacking: dx, axis: 1), initial: initial,
      steps: steps)
  }

  /// Backpropagation through time in which every output's gradient goes back
  /// through the same number of steps, its own included, and no further.
  ///
  ///     let back = unroll.backward(
  ///       pass, dOutputs: dOutputs, truncatedAfter: 25)
  ///
  /// Each output is taken back by itself, and the gradients are added up: T
  /// walks of that many steps. Chunks do with one walk.
  ///
  /// - Parameters:
  ///   - pass: what the forward loop computed.
  ///   - dOutputs: dL/doutputs, `[B, T, U]`.
  ///   - reach: through how many steps; with T or more nothing is cut.
  /// - Returns: the gradients. Steps are not kept: each was walked often.
  public func backward(
    _ pass: Forward, dOutputs: Tensor, truncatedAfter reach: Int
  ) -> Backward {
    requireCut(reach, pass, dOutputs)
    var sums = cell.parameters.zeros
    var initial = cell.zeroState(batch: pass.last.shape[0])
    var dx = pass.traces.map { Tensor.zeros([$0.h.shape[0], cell.inputSize]) }
    // The last output that can be heard before the first step is heard there
    // with all earlier ones: one walk for the state.
    let heard = 0..<Swift.min(reach, pass.traces.count)
    initial =
      backward(
        pass.part(heard), dOutputs: heard.map { dOutputs.step($0) }
      ).initial
    for time in pass.traces.indices {
      let range = Swift.max(0, time + 1 - reach)..<time + 1
      let back = backward(pass.part(range), dLast: dOutputs.step(time))
      sums += back.parameters
      for (place, step) in range.enumerated() {
        dx[step] += back.x.step(place)
      }
    }
    return Backward(
      parameters: sums, x: Tensor(stacking: dx, axis: 1), initial: initial,
      steps: [])
  }

  private func requireCut(
    _ length: Int, _ pass: Forward, _ dOutputs: Tensor
  ) {
    require(length > 0, "expected at least one step; got \(length)")
    require(
      dOutputs.rank == 3 && dOutputs.shape[1] == pass.traces.count,
      "expected a gradient [batch, \(pass.traces.count), units]; got "
        + "\(dOutputs.shape)")
  }
}
