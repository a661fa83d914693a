// Layers of the simple cell. Next: LSTM.swift, GRU.swift, then Dense.swift.

import Tensors

/// A layer of `SimpleRNNCell`s: `h = tanh(x · W + b + h₀ · U)` at each step.
///
///     Sequential([Input([5, 1]), SimpleRNN(50), Dense(4)])
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/simple_rnn.py`.
public typealias SimpleRNN = Recurrent<SimpleRNNCell>

extension Recurrent where C == SimpleRNNCell {
  /// A simple recurrent layer.
  ///
  /// - Parameters:
  ///   - units: how many numbers come out of a step; not how many steps
  ///     there are.
  ///   - activation: what is applied inside the loop, at every step.
  ///   - useBias: whether there is a bias.
  ///   - initializers: where the parameters start.
  ///   - dropout: how much of the input is dropped in training.
  ///   - recurrentDropout: how much of the previous output is.
  ///   - returnsSequences: whether all outputs are returned, `[B, T, U]`, or
  ///     only the last, `[B, U]`.
  ///   - goBackwards: whether sequences are read from their end.
  ///   - stateful: whether a batch starts where the one before it ended.
  ///   - zeroOutputForMask: whether masked steps put out zeros.
  public convenience init(
    _ units: Int, activation: Activation = .tanh, useBias: Bool = true,
    initializers: CellInitializers = .init(), dropout: Scalar = 0,
    recurrentDropout: Scalar = 0, returnsSequences: Bool = false,
    goBackwards: Bool = false, stateful: Bool = false,
    zeroOutputForMask: Bool = false
  ) {
    let reading = Reading(
      returnsSequences: returnsSequences, goBackwards: goBackwards,
      stateful: stateful, zeroOutputForMask: zeroOutputForMask,
      dropout: dropout, recurrentDropout: recurrentDropout)
    self.init(units: units, reading: reading) {
      SimpleRNNCell(
        inputSize: $0, units: units, activation: activation,
        useBias: useBias, initializers: initializers, using: &$1)
    }
  }
}
