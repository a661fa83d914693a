import Tensors
import Testing

@testable import RNN

@Suite struct TrainingTests {
  /// Twenty epochs of the five questions, from weights of a formula.
  @Test(arguments: ["adam", "sgd", "rmsprop"])
  func twentyEpochsAreKeras(_ name: String) throws {
    let golden = Golden.cells["qa20"][name]
    let model = Sequential([
      Input([5, 1]), SimpleRNN(6), Dense(4, activation: .softmax),
    ])
    fillParameters(model.layers, 0.3)
    let optimizer: Optimizer =
      switch name {
      case "adam": Adam()
      case "sgd": SGD()
      default: RMSprop()
      }
    model.compile(
      optimizer: optimizer, loss: .sparseCategoricalCrossentropy,
      metrics: [.accuracy])
    let x = IntTensor([
      [0, 1, 2, 3, 5], [0, 0, 6, 7, 4], [0, 1, 2, 3, 8], [0, 9, 10, 4, 11],
      [1, 2, 3, 12, 13],
    ])
    let y = IntTensor([0, 1, 0, 2, 3])
    let history = try model.fit(
      x, y, epochs: 20, shuffle: false, verbose: .silent)
    expectClose(Tensor(history.loss), golden["loss"].tensor)
    expectClose(Tensor(history.accuracy), golden["accuracy"].tensor)
    let scores = try model.evaluate(x, y, verbose: .silent)
    expectClose(
      Tensor([scores.loss, scores.accuracy]), golden["final"].tensor)
    expectClose(
      try model.predict(x, verbose: .silent), golden["pred"].tensor)
  }

  /// Embedding, stacked layers, short last batches, validation from the end.
  @Test func sentimentTrainingIsKeras() throws {
    let model = Sequential([
      Input([4]), Embedding(words: 6, size: 3),
      SimpleRNN(5, returnsSequences: true), SimpleRNN(2),
      Dense(1, activation: .sigmoid),
    ])
    model.compile(
      optimizer: Adam(), loss: .binaryCrossentropy, metrics: [.accuracy])
    try expectTraining(
      model, Golden.text["training"]["embedding_sequences_binary"],
      batchSize: 4, validationSplit: 0.3)
  }

  @Test func regressionIsKeras() throws {
    let model = Sequential([
      Input([4, 1]), SimpleRNN(3, activation: .relu),
      Dense(2, activation: .tanh), Dense(2),
    ])
    model.compile(
      optimizer: SGD(learningRate: 0.1, momentum: 0.9, nesterov: true),
      loss: .meanSquaredError, metrics: [.accuracy])
    try expectTraining(
      model, Golden.text["training"]["relu_square"], batchSize: 5,
      validationSplit: 0)
  }

  private func expectTraining(
    _ model: Sequential, _ golden: Golden, batchSize: Int,
    validationSplit: Double
  ) throws {
    fillParameters(model.layers, 0.3)
    let (x, y) = (golden.tensor("x"), golden.tensor("y"))
    let history = try model.fit(
      x, y, epochs: 3, batchSize: batchSize,
      validationSplit: validationSplit, shuffle: false, verbose: .silent)
    #expect(history.names == golden["history"].keys)
    for name in history.names {
      expectClose(Tensor(history[name]), golden["history"][name].tensor)
    }
    let scores = try model.evaluate(x, y, verbose: .silent)
    expectClose(
      Tensor([scores.loss, scores.accuracy]), golden["final"].tensor)
    let predicted = try model.predict(x, batchSize: 3, verbose: .silent)
    expectClose(predicted.reshaped([-1]), golden["prediction"].tensor)
  }

  @Test func theSameSeedTrainsTheSame() throws {
    func loss(_ seed: UInt64, shuffle: Bool) throws -> [Scalar] {
      let model = Sequential([Input([3]), Dense(1)], seed: seed)
      model.compile(optimizer: SGD(), loss: .meanSquaredError)
      return try model.fit(
        fill([7, 3]), fill([7, 1]), epochs: 3, batchSize: 2,
        shuffle: shuffle, verbose: .silent
      ).loss
    }
    #expect(try loss(1, shuffle: true) == loss(1, shuffle: true))
    #expect(try loss(1, shuffle: true) != loss(1, shuffle: false))
    #expect(try loss(1, shuffle: false) != loss(2, shuffle: false))
  }

  @Test func validationIsTheEndOfTheData() {
    let data = Dataset(fill([10, 2]), Tensor((0..<10).map { Scalar($0) }))
    let (first, last) = data.split(last: 0.25)
    #expect(first.y.scalars == [0, 1, 2, 3, 4, 5, 6])
    #expect(last.y.scalars == [7, 8, 9])
    #expect(last.x == data.x.rows(7..<10))
  }

  @Test func badSamplesAreNamedByTheirPlaceInTheData() throws {
    let model = Sequential([
      Input([2]), Embedding(words: 3, size: 2), SimpleRNN(2),
      Dense(2, activation: .softmax),
    ])
    model.compile(loss: .sparseCategoricalCrossentropy)
    var x = [[Int]](repeating: [0, 1], count: 9)
    x[7] = [0, 3]
    let y = IntTensor([0, 1, 0, 1, 0, 1, 0, 1, 0])
    #expect(throws: DataError(.idOutsideVocabulary(id: 3, limit: 3), sample: 7))
    {
      try model.fit(IntTensor(x), y, batchSize: 2, verbose: .silent)
    }
    #expect(throws: DataError(.idOutsideVocabulary(id: 3, limit: 3), sample: 7))
    {
      try model.predict(IntTensor(x), batchSize: 4, verbose: .silent)
    }
    x[7] = [0, 2]
    #expect(
      throws: DataError(.labelOutsideClasses(label: 2, classes: 2), sample: 4)
    ) {
      try model.evaluate(
        IntTensor(x), IntTensor([0, 1, 0, 1, 2, 1, 0, 1, 0]), batchSize: 3,
        verbose: .silent)
    }
    #expect(throws: DataError(.unequalCounts(inputs: 9, targets: 2))) {
      try model.fit(IntTensor(x), IntTensor([0, 1]), verbose: .silent)
    }
    #expect(throws: DataError(.noSamples)) {
      try model.predict(IntTensor([], shape: [0, 2]), verbose: .silent)
    }
  }

  @Test func aLossThatIsNoNumberIsAnError() throws {
    let model = Sequential([Input([1]), Dense(1)], seed: 1)
    model.compile(optimizer: SGD(learningRate: 1e30), loss: .meanSquaredError)
    let error = #expect(throws: DataError.self) {
      try model.fit(
        Tensor([[1], [2]]), Tensor([5, 6]), epochs: 50, verbose: .silent)
    }
    guard case .lossNotFinite = error?.fact else {
      Issue.record("expected a loss that is no number; got \(error as Any)")
      return
    }
  }
}
