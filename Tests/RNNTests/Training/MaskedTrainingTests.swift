import RNN
import Tensors
import Testing

/// Learning from sequences of which some steps are padding.
@Suite struct MaskedTrainingTests {
  static let golden = OptionsTests.golden["training"]

  /// Five epochs over padded ids with a target for every step.
  @Test(arguments: ["sgd", "adam"])
  func isKeras(_ name: String) throws {
    let model = Sequential([
      Input([5]), Embedding(words: 6, size: 3, maskZero: true),
      LSTM(4, returnsSequences: true), Dense(2),
    ])
    fillParameters(model.layers)
    model.compile(
      optimizer: name == "sgd"
        ? SGD(learningRate: 0.1) : Adam(learningRate: 0.01),
      loss: .meanSquaredError)
    let (x, y) = (MaskTests.ids, Self.golden["target"].tensor)
    let history = try model.fit(
      x, y, epochs: 5, batchSize: 2, shuffle: false, verbose: .silent)
    expectClose(Tensor(history.loss), Self.golden[name]["loss"].tensor)
    let scores = try model.evaluate(x, y, batchSize: 2, verbose: .silent)
    #expect(
      abs(Double(scores.loss) - Self.golden[name]["final"].number) < parity)
    expectClose(
      try model.predict(x, verbose: .silent),
      Self.golden[name]["prediction"].tensor)
  }
}
