import Tensors
import Testing

@testable import RNN

@Suite struct SequentialTests {
  private func compiled(_ model: Sequential, _ optimizer: Optimizer) throws {
    model.compile(optimizer: optimizer, loss: .sparseCategoricalCrossentropy)
    try model.fit(
      Tensor.zeros([2, 5, 10]), IntTensor([0, 0]), verbose: .silent)
  }

  private func threeClasses() -> Sequential {
    Sequential([
      Input([5, 10]), SimpleRNN(50), Dense(3, activation: .softmax),
    ])
  }

  private func named(_ layer: Layer, _ name: String) -> Layer {
    layer.name = name
    return layer
  }

  private func model(_ name: String) throws -> Sequential {
    switch name {
    case "three_classes": return threeClasses()
    case "three_classes_adam":
      let model = threeClasses()
      try compiled(model, Adam())
      return model
    case "three_classes_sgd":
      let model = threeClasses()
      try compiled(model, SGD())
      return model
    case "three_classes_momentum":
      let model = threeClasses()
      try compiled(model, SGD(momentum: 0.9))
      return model
    case "sentiment":
      return Sequential([
        Input([200]), Embedding(words: 100_000, size: 32), SimpleRNN(64),
        Dense(1, activation: .sigmoid),
      ])
    case "unbuilt":
      return Sequential([
        Embedding(words: 100_000, size: 32), SimpleRNN(64),
        Dense(1, activation: .sigmoid),
      ])
    case "built_by_fit":
      let model = Sequential([SimpleRNN(50), Dense(3, activation: .softmax)])
      try compiled(model, Adam())
      return model
    case "stacked_ragged":
      return Sequential(
        [
          Input([nil, 7]), SimpleRNN(4, returnsSequences: true),
          SimpleRNN(5, returnsSequences: true), Dense(6), Dense(2),
        ], name: "stacked")
    case "empty": return Sequential()
    default:
      return Sequential([
        Input([5, 10]),
        named(SimpleRNN(50), "a_recurrent_layer_with_a_long_name"),
        named(Dense(3), String(repeating: "n", count: 70)),
        named(Dense(3), "exactly_thirty_one_w"),
      ])
    }
  }

  @Test(arguments: Golden.text["summaries"].keys)
  func summaryIsKerasToTheCharacter(_ name: String) throws {
    #expect(
      try model(name).summary() == Golden.text["summaries"][name].text)
  }

  @Test func addingIsTheSameAsListing() throws {
    let listed = threeClasses()
    let added = Sequential()
    added.add(Input([5, 10]))
    added.add(SimpleRNN(50))
    added.add(Dense(3, activation: .softmax))
    #expect(added.summary() == listed.summary())
    let x = fill([2, 5, 10])
    #expect(try added.forward(x) == listed.forward(x))
  }

  @Test func aMissingLastAxisIsAdded() throws {
    let model = Sequential([Input([5, 1]), SimpleRNN(3)])
    let ids = IntTensor([[1, 2, 3, 4, 5], [6, 7, 8, 9, 0]])
    let vectors = Tensor(ids).reshaped([2, 5, 1])
    #expect(try model.forward(ids) == model.forward(vectors))
    let flat = Sequential([Input([5]), Dense(3)])
    #expect(try flat.forward(ids) == flat.forward(vectors))
  }

  @Test func theSameSeedMakesTheSameModel() {
    let models = [1, 1, 2].map {
      Sequential([Input([5, 4]), SimpleRNN(3), Dense(2)], seed: $0)
    }
    let kernels = models.map { $0.layers[0].parameters[0].tensor }
    #expect(kernels[0] == kernels[1])
    #expect(kernels[0] != kernels[2])
  }

  @Test(arguments: [
    ("SimpleRNN", "simple_rnn"), ("LSTM", "lstm"), ("Dense", "dense"),
    ("TimeDistributed", "time_distributed"), ("GRUCell", "gru_cell"),
  ])
  func names(_ kind: String, _ name: String) {
    #expect(snakeCase(kind) == name)
  }

  @Test func inputsThatDoNotFitAreNamed() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let model = Sequential([Input([5, 4]), SimpleRNN(3)])
      _ = try model.forward(Tensor.zeros([2, 6, 4]))
    }
    let said = String(
      decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      said.contains(
        "expected input (None, 5, 4); got [2, 6, 4]: axis 1 has size 6"))
  }
}
