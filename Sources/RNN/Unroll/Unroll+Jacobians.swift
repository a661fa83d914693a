// How much a later output depends on an earlier one.
// Next: SpectralNorm.swift.

import Tensors

extension Unroll where C.State: TensorState {
  /// ∂h_T/∂h_t for every step: how the last output moves with each earlier
  /// one.
  ///
  ///     let jacobians = unroll.jacobians(pass)
  ///     jacobians[0].shape  // [B, U, U]
  ///
  /// A row is a gradient: that of one number of the last output. So U walks
  /// backward, each from a single 1, give all rows of all matrices. They are
  /// products of one matrix for each step between, and that is why they
  /// vanish or explode.
  ///
  /// Where a state has more parts than the output, the others stand still: an
  /// LSTM's c_t is not moved with its h_t.
  ///
  /// - Parameter pass: what the forward loop computed.
  /// - Returns: T matrices for each sample, `[B, U, U]`; row i, column j is
  ///   the slope of the last output's number i along number j of h_t. The
  ///   last one is 1 on its diagonal.
  /// - Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of
  ///   training recurrent neural networks", 2013, arXiv:1211.5063.
  public func jacobians(_ pass: Forward) -> [Tensor] {
    let (batch, units) = (pass.last.shape[0], cell.units)
    var rows = [[Tensor]](repeating: [], count: pass.traces.count)
    for unit in 0..<units {
      var one = Tensor.zeros([batch, units])
      for sample in 0..<batch { one[sample, unit] = 1 }
      var dState = cell.zeroState(batch: batch)
      cell.add(one, to: &dState)
      for time in pass.traces.indices.reversed() {
        rows[time].append(dState.output)
        if time > 0 {
          dState =
            backward(
              pass.part(time..<time + 1), dOutputs: [nil], dState: dState
            ).initial
        }
      }
    }
    return rows.map { Tensor(stacking: $0, axis: 1) }  // [B, U, U]
  }

  /// ‖∂h_T/∂h_t‖ for every step: how far the last output moves, at most, for
  /// an earlier one moved by 1.
  ///
  /// The norm is the spectral one (`spectralNorm`). For a linear cell with an
  /// orthogonal kernel times ρ it is ρ to the power of the steps between.
  ///
  /// - Returns: `[B, T]`; the last column is 1.
  public func jacobianNorms(_ pass: Forward) -> Tensor {
    Tensor(
      stacking: jacobians(pass).map { matrices in
        Tensor(
          (0..<matrices.shape[0]).map { spectralNorm(matrices.row($0)) })
      }, axis: 1)
  }
}
