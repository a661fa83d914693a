// Layers of the GRU's cell. Next: Bidirectional.swift, then Dense.swift.

import Tensors

/// A layer of `GRUCell`s: gated recurrent units.
///
///     Sequential([Input([nil, 8]), GRU(32, returnsSequences: true), GRU(32)])
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/gru.py`.
public typealias GRU = Recurrent<GRUCell>

extension Recurrent where C == GRUCell {
  /// A layer of gated recurrent units.
  ///
  /// - Parameters:
  ///   - units: how many numbers come out of a step; not how many steps
  ///     there are.
  ///   - activation: what is applied to the candidate.
  ///   - recurrentActivation: what is applied to the gates.
  ///   - useBias: whether there is a bias.
  ///   - resetAfter: whether the reset gate acts after the product with the
  ///     recurrent kernel, or before it.
  ///   - initializers: where the parameters start.
  ///   - dropout: how much of the input is dropped in training.
  ///   - recurrentDropout: how much of the previous output is; every gate
  ///     then has masks of its own.
  ///   - returnsSequences: whether all outputs are returned, `[B, T, U]`, or
  ///     only the last, `[B, U]`.
  ///   - goBackwards: whether sequences are read from their end.
  ///   - stateful: whether a batch starts where the one before it ended.
  ///   - zeroOutputForMask: whether masked steps put out zeros.
  public convenience init(
    _ units: Int, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid, useBias: Bool = true,
    resetAfter: Bool = true, initializers: CellInitializers = .init(),
    dropout: Scalar = 0, recurrentDropout: Scalar = 0,
    returnsSequences: Bool = false, goBackwards: Bool = false,
    stateful: Bool = false, zeroOutputForMask: Bool = false
  ) {
    let reading = Reading(
      returnsSequences: returnsSequences, goBackwards: goBackwards,
      stateful: stateful, zeroOutputForMask: zeroOutputForMask,
      dropout: dropout, recurrentDropout: recurrentDropout)
    self.init(units: units, reading: reading) {
      GRUCell(
        inputSize: $0, units: units, activation: activation,
        recurrentActivation: recurrentActivation, useBias: useBias,
        resetAfter: resetAfter, initializers: initializers, using: &$1)
    }
  }
}
