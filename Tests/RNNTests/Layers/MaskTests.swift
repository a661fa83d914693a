import RNN
import Tensors
import Testing

/// Where masks come from, which layers use them, and how far they go, as in
/// Keras.
@Suite struct MaskTests {
  static let golden = OptionsTests.golden
  static let ids = IntTensor(
    golden["ids"].list.map { $0.list.map(\.integer) })  // [3, 5]

  @Test(arguments: golden["pooling"].keys)
  func meansAreKeras(_ name: String) throws {
    try expectLayer(
      GlobalAveragePooling1D(), Self.golden["pooling"][name], OptionsTests.x,
      mask: OptionsTests.mask(name))
  }

  @Test func theMeanOfNothingIsZero() throws {
    let layer = GlobalAveragePooling1D()
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 3], using: &generator)
    let y = try layer(OptionsTests.x, mask: OptionsTests.mask("empty"))
    #expect(y.row(0) == .zeros([3]))
    #expect(
      layer.backward(.ones([2, 3]), at: .output).row(0) == .zeros([5, 3]))
  }

  @Test func maskedStepsBecomeZeros() throws {
    let golden = Self.golden["masking"]
    let x = golden["x"].tensor
    var context = Context()
    let layer = Masking()
    #expect(try layer.forward(x, in: &context) == golden["output"].tensor)
    #expect(context.mask == golden["mask"].tensor)
    let dx = layer.backward(.ones(x.shape), at: .output)
    #expect(dx.row(0).row(1) == .zeros([3]))
    #expect(dx.row(1).row(0) == .ones([3]))
    _ = try Masking(value: x[0, 0, 0]).forward(x, in: &context)
    #expect(context.mask == golden["value_mask"].tensor)
  }

  @Test func idsOfZeroAreMaskedIfAsked() throws {
    var generator = SeededGenerator(seed: 1)
    for maskZero in [false, true] {
      let layer = Embedding(words: 6, size: 3, maskZero: maskZero)
      layer.build([5], using: &generator)
      var context = Context()
      let vectors = try layer.forward(Tensor(Self.ids), in: &context)
      // Row 0 is looked up as it is; nothing becomes zeros.
      #expect(vectors.row(0).row(0) == layer.embeddings.row(0))
      let mask = Tensor(Self.ids).map { $0 == 0 ? 0 : 1 }
      #expect(context.mask == (maskZero ? mask : nil))
    }
  }

  private func model(_ name: String) -> Sequential {
    let input = Input([5])
    let embedding = Embedding(words: 6, size: 3, maskZero: true)
    let layers: [Layer] =
      switch name {
      case "stacked": [LSTM(4, returnsSequences: true), GRU(2)]
      case "stacked both":
        [
          Bidirectional(GRU(4, returnsSequences: true)),
          Bidirectional(LSTM(2), merge: .sum),
        ]
      case "every step": [LSTM(4, returnsSequences: true), Dense(2)]
      case "mean": [GlobalAveragePooling1D(), Dense(2, activation: .tanh)]
      default:
        [
          SimpleRNN(4, returnsSequences: true), Dropout(0.5),
          GlobalAveragePooling1D(),
        ]
      }
    let model = Sequential([input, embedding] + layers)
    fillParameters(model.layers)
    return model
  }

  @Test(arguments: golden["models"].keys)
  func modelsAreKeras(_ name: String) throws {
    let golden = Self.golden["models"][name]
    let model = model(name)
    let y = try model.forward(Self.ids)
    expectClose(y, golden["output"].tensor)
    #expect((model.outputMask == nil) == (name != "every step"))
    model.backward(coefficients(y.shape))
    let gradients = model.layers.flatMap(\.gradients)
    #expect(gradients.count == golden["grad_w"].list.count)
    for (mine, theirs) in zip(gradients, golden["grad_w"].list) {
      expectClose(mine.tensor, theirs.tensor)
    }
  }

  @Test(arguments: golden["stateful"].keys)
  func statesAreKeptUntilReset(_ name: String) throws {
    let outputs = Self.golden["stateful"][name]["outputs"].list
    switch name {
    case "SimpleRNN":
      try expectKept(
        SimpleRNN(4, returnsSequences: true, stateful: true), outputs)
    case "LSTM":
      try expectKept(LSTM(4, returnsSequences: true, stateful: true), outputs)
    default:
      try expectKept(
        GRU(
          4, resetAfter: name == "GRU", returnsSequences: true, stateful: true
        ), outputs)
    }
  }

  private func expectKept<C: Cell>(
    _ layer: Recurrent<C>, _ outputs: [Golden]
  ) throws {
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 3], using: &generator)
    fillParameters([layer])
    expectClose(try layer(OptionsTests.x), outputs[0].tensor)
    expectClose(try layer(OptionsTests.x), outputs[1].tensor)
    layer.resetState()
    expectClose(try layer(OptionsTests.x), outputs[2].tensor)
  }

  @Test(arguments: golden["summaries"].keys)
  func summariesAreKeras(_ name: String) {
    let layers: [Layer] =
      name == "gates"
      ? [
        Input([200]), Embedding(words: 10000, size: 32, maskZero: true),
        LSTM(64, returnsSequences: true), GRU(64, returnsSequences: true),
        GRU(64, resetAfter: false), Dropout(0.5), Dense(1, useBias: false),
      ]
      : [
        Input([nil, 7]), Masking(),
        Bidirectional(LSTM(5, returnsSequences: true)),
        Bidirectional(SimpleRNN(5, returnsSequences: true), merge: .ave),
        GlobalAveragePooling1D(), Dense(3),
      ]
    #expect(
      Sequential(layers).summary() == Self.golden["summaries"][name].text)
  }
}
