import RNN
import Tensors
import Testing

/// Training by several threads, beside training by one: work within shared
/// work is done by one.
@Suite struct ThreadTests {
  @Test(arguments: [0, 1, 2])
  func anyNumberOfThreadsGivesTheSameBits(_ kind: Int) throws {
    let shared = try trained(kind)
    nonisolated(unsafe) var alone: [Tensor] = []
    inParallel(2) { index in
      if index == 0 { alone = (try? trained(kind)) ?? [] }
    }
    #expect(shared == alone)
  }

  /// What a model has learnt, and what it then says, of more than one part of
  /// 32 samples each.
  private func trained(_ kind: Int) throws -> [Tensor] {
    var generator = SeededGenerator(seed: 4)
    let x = Tensor.uniform([70, 9], in: 0...39, using: &generator)
      .map { $0.rounded() }
    let y = x.step(0).map { $0 > 20 ? 1 : 0 }
    let layer: Layer =
      switch kind {
      case 0: SimpleRNN(61)
      case 1: LSTM(29)
      default: GRU(33)
      }
    let model = Sequential(
      [
        Input([9]), Embedding(words: 40, size: 14, maskZero: kind == 1), layer,
        Dense(1, activation: .sigmoid),
      ], seed: 3)
    model.compile(loss: .binaryCrossentropy)
    try model.fit(x, y, epochs: 2, batchSize: 67, verbose: .silent)
    let answers = try model.predict(x, verbose: .silent)
    return model.namedWeights.map { $0.tensor } + [answers]
  }
}
