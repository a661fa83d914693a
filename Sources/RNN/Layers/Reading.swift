// How a recurrent layer reads. Next: SimpleRNN.swift, LSTM.swift, GRU.swift.

import Tensors

/// How a recurrent layer reads its sequences.
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/rnn.py`.
public struct Reading: Equatable, Sendable {
  /// Whether all outputs are returned, `[B, T, U]`, or only the last,
  /// `[B, U]`.
  public var returnsSequences: Bool
  /// Whether sequences are read from their end; outputs then come in that
  /// order too.
  public var goBackwards: Bool
  /// Whether a batch starts from the states the one before it ended with:
  /// sample by sample, until `resetState`.
  public var stateful: Bool
  /// Whether the output of a masked step is zeros, instead of the output of
  /// the step before.
  public var zeroOutputForMask: Bool
  /// How much of the input is dropped in training, from 0 to below 1.
  public var dropout: Scalar
  /// How much of the previous output is dropped in training.
  public var recurrentDropout: Scalar

  /// Read from first to last, keeping the last output, unless one asks
  /// otherwise.
  public init(
    returnsSequences: Bool = false, goBackwards: Bool = false,
    stateful: Bool = false, zeroOutputForMask: Bool = false,
    dropout: Scalar = 0, recurrentDropout: Scalar = 0
  ) {
    self.returnsSequences = returnsSequences
    self.goBackwards = goBackwards
    self.stateful = stateful
    self.zeroOutputForMask = zeroOutputForMask
    self.dropout = dropout
    self.recurrentDropout = recurrentDropout
  }
}
