// Layers of the LSTM's cell. Next: GRU.swift, then Bidirectional.swift.

import Tensors

/// A layer of `LSTMCell`s: long short-term memory.
///
///     Sequential([
///       Input([200]), Embedding(words: 10_000, size: 32, maskZero: true),
///       LSTM(64), Dense(1, activation: .sigmoid),
///     ])
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/lstm.py`.
public typealias LSTM = Recurrent<LSTMCell>

extension Recurrent where C == LSTMCell {
  /// A layer of long short-term memory.
  ///
  /// - Parameters:
  ///   - units: how many numbers come out of a step; not how many steps
  ///     there are.
  ///   - activation: what is applied to the candidate, and to the memory on
  ///     its way out.
  ///   - recurrentActivation: what is applied to the gates.
  ///   - useBias: whether there is a bias.
  ///   - unitForgetBias: whether the forget gate's bias starts at 1.
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
    unitForgetBias: Bool = true, initializers: CellInitializers = .init(),
    dropout: Scalar = 0, recurrentDropout: Scalar = 0,
    returnsSequences: Bool = false, goBackwards: Bool = false,
    stateful: Bool = false, zeroOutputForMask: Bool = false
  ) {
    let reading = Reading(
      returnsSequences: returnsSequences, goBackwards: goBackwards,
      stateful: stateful, zeroOutputForMask: zeroOutputForMask,
      dropout: dropout, recurrentDropout: recurrentDropout)
    self.init(units: units, reading: reading) {
      LSTMCell(
        inputSize: $0, units: units, activation: activation,
        recurrentActivation: recurrentActivation, useBias: useBias,
        unitForgetBias: unitForgetBias, initializers: initializers,
        using: &$1)
    }
  }
}
