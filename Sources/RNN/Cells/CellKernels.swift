// The kernels of a cell, as a loop of many steps uses them.
// Next: Unroll/Unroll.swift.

import Tensors

/// The kernels of a cell, laid out once for all steps of a loop, forward or
/// backward.
///
/// Nothing here is shared with others: threads that step side by side each
/// have their own.
public struct CellKernels: Sendable {
  /// What all products start from.
  var bias: Tensor
  /// Beside the input: one, or one for each gate.
  var input: [PackedMatrix] = []
  /// Beside the previous output: one, or one for each gate.
  var recurrent: [PackedMatrix]

  /// Those of the steps forward.
  init(
    _ bias: Tensor, _ kernel: Tensor, _ recurrentKernel: Tensor,
    _ dropout: CellDropout
  ) {
    self.bias = bias.map { $0 }
    input = dropout.input.laidOut(kernel)
    recurrent = dropout.recurrent.laidOut(recurrentKernel)
  }

  /// Those of the steps backward.
  init(
    transposing kernel: Tensor, _ recurrentKernel: Tensor,
    _ dropout: CellDropout
  ) {
    bias = .zeros([0])
    input = dropout.input.transposed(kernel)
    recurrent = dropout.recurrent.transposed(recurrentKernel)
  }
}
