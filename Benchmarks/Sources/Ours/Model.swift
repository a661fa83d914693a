// A workload's model, written as a lesson would write it.
// Next: Making.swift, Worker.swift.

import RNN
import Tensors
import Workloads

extension Workload {
  /// The model, built, with weights of its own.
  func model() -> Sequential {
    switch kind {
    case .reviews:
      Sequential(
        [
          Input([steps]),
          Embedding(words: words, size: size),
          recurrent(returnsSequences: false),
          Dense(1, activation: .sigmoid),
        ], seed: 1)
    case .characters:
      Sequential(
        [
          Input([steps, words]),
          recurrent(returnsSequences: true),
          Dense(words, activation: .softmax),
        ], seed: 1)
    }
  }

  private func recurrent(returnsSequences: Bool) -> Layer {
    switch cell {
    case .simpleRNN: SimpleRNN(units, returnsSequences: returnsSequences)
    case .lstm: LSTM(units, returnsSequences: returnsSequences)
    case .gru: GRU(units, returnsSequences: returnsSequences)
    }
  }

  /// What its model is trained to make small.
  var loss: Loss {
    kind == .reviews ? .binaryCrossentropy : .sparseCategoricalCrossentropy
  }
}
