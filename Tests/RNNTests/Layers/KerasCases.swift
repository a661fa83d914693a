import RNN
import Tensors

/// A layer, whatever its type, as Keras' golden cases name it.
struct KerasCase: Sendable {
  /// The layer for inputs `[B, 4, 3]`, with 2 units.
  let make: @Sendable () -> Layer
  /// Whether the golden mask is given.
  var isMasked = false

  init(_ make: @escaping @Sendable () -> Layer, masked: Bool = false) {
    self.make = make
    isMasked = masked
  }

  /// Every case of `golden_keras_3.15.1.json`.
  static let all: [String: KerasCase] = [
    "SimpleRNN_last": .init({ SimpleRNN(2) }),
    "SimpleRNN_seq_state": .init({ SimpleRNN(2, returnsSequences: true) }),
    "SimpleRNN_mask_last": .init({ SimpleRNN(2) }, masked: true),
    "SimpleRNN_mask_seq": .init(
      { SimpleRNN(2, returnsSequences: true) }, masked: true),
    "SimpleRNN_mask_seq_zero": .init(
      { SimpleRNN(2, returnsSequences: true, zeroOutputForMask: true) },
      masked: true),
    "SimpleRNN_backwards_seq": .init({
      SimpleRNN(2, returnsSequences: true, goBackwards: true)
    }),
    "LSTM_last": .init({ LSTM(2) }),
    "LSTM_seq_state": .init({ LSTM(2, returnsSequences: true) }),
    "LSTM_mask_seq": .init({ LSTM(2, returnsSequences: true) }, masked: true),
    "GRU_after_seq": .init({ GRU(2, returnsSequences: true) }),
    "GRU_before_seq": .init({
      GRU(2, resetAfter: false, returnsSequences: true)
    }),
    "GRU_mask_seq": .init({ GRU(2, returnsSequences: true) }, masked: true),
    "Bi_SimpleRNN_last_concat": .init({ Bidirectional(SimpleRNN(2)) }),
    "Bi_SimpleRNN_last_sum": .init({
      Bidirectional(SimpleRNN(2), merge: .sum)
    }),
    "Bi_SimpleRNN_last_mul": .init({
      Bidirectional(SimpleRNN(2), merge: .mul)
    }),
    "Bi_SimpleRNN_last_ave": .init({
      Bidirectional(SimpleRNN(2), merge: .ave)
    }),
    "Bi_LSTM_seq_concat": .init({
      Bidirectional(LSTM(2, returnsSequences: true))
    }),
    "Bi_SimpleRNN_mask_seq_concat": .init(
      { Bidirectional(SimpleRNN(2, returnsSequences: true)) }, masked: true),
  ]
}
