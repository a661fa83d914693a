import RNN
import Tensors
import Testing

/// Recurrent layers with every option and mask, as Keras has them: outputs,
/// last states, and the gradients of inputs, parameters and first states.
@Suite struct OptionsTests {
  static let golden = Golden(file: "layers_masks_keras_3.15.1")
  static let x = golden["x"].tensor  // [2, 5, 3], and 4 units

  static func mask(_ name: String) -> Tensor? {
    let mask = golden["masks"][name]
    return mask.isNull ? nil : mask.tensor
  }

  /// How to read, by the words of a golden case.
  static func reading(_ words: String) -> Reading {
    Reading(
      returnsSequences: words.contains("seq"),
      goBackwards: words.contains("back"),
      zeroOutputForMask: words.contains("zero"))
  }

  @Test(arguments: golden["recurrent"].keys)
  func readingsAndMasksAreKeras(_ name: String) throws {
    let words = name.split(separator: " ").map(String.init)
    let golden = Self.golden["recurrent"][name]
    let reading = Self.reading(words[1])
    let mask = Self.mask(words[2])
    switch words[0] {
    case "SimpleRNN":
      try expectKeras(
        Recurrent(units: 4, reading: reading) {
          SimpleRNNCell(inputSize: $0, units: 4, using: &$1)
        }, golden, mask)
    case "LSTM":
      try expectKeras(
        Recurrent(units: 4, reading: reading) {
          LSTMCell(inputSize: $0, units: 4, using: &$1)
        }, golden, mask)
    default:
      let resetAfter = words[0] == "GRU"
      try expectKeras(
        Recurrent(units: 4, reading: reading) {
          GRUCell(
            inputSize: $0, units: 4, resetAfter: resetAfter, using: &$1)
        }, golden, mask)
    }
  }

  /// The golden loss counts the last states too, and the pass starts from
  /// states that are not zeros.
  private func expectKeras<C: Cell>(
    _ layer: Recurrent<C>, _ golden: Golden, _ mask: Tensor?
  ) throws where C.State: ListedState {
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 3], using: &generator)
    fillParameters([layer])
    let start = C.State(
      listed: [fill([2, 4], 0.5, 20), fill([2, 4], 0.5, 25)])
    let (y, state) = try layer.returningState(Self.x, from: start, mask: mask)
    #expect(layer.initialState == nil)
    let outputs = [y] + state.listed
    #expect(outputs.count == golden["output"].list.count)
    for (mine, theirs) in zip(outputs, golden["output"].list) {
      expectClose(mine, theirs.tensor)
    }
    let gradients = state.listed.map { coefficients($0.shape) }
    let dy = coefficients(y.shape)
    let dx = layer.backward(dy, dState: C.State(listed: gradients))
    expectClose(dx, golden["grad_x"].tensor)
    let dStart = try #require(layer.lastBackward?.initial.listed)
    let ours = layer.gradients.map(\.tensor) + dStart
    let theirs = golden["grad_w"].list + golden["grad_start"].list
    #expect(ours.count == theirs.count)
    for (mine, theirs) in zip(ours, theirs) {
      expectClose(mine, theirs.tensor)
    }
  }

  @Test(arguments: golden["options"].keys)
  func optionsAreKeras(_ name: String) throws {
    let words = name.split(separator: " ").map(String.init)
    let option = words.dropFirst().joined(separator: " ")
    let resetAfter = words[0] == "GRU"
    let useBias = option != "no bias"
    let reading = Reading(returnsSequences: option != "tanh gates")
    let activation: Activation =
      option == "relu" ? .relu : option == "tanh gates" ? .sigmoid : .tanh
    let gates: Activation = option == "tanh gates" ? .tanh : .sigmoid
    let mask = option == "dropout" ? Self.mask("gaps") : nil
    func expect<C: Cell>(
      _ makeCell: @escaping (Int, inout SeededGenerator) -> C
    ) throws {
      let layer = Recurrent(units: 4, reading: reading, makeCell: makeCell)
      layer.fixedDropout = dropout(option, gates: C.gates)
      try expectLayer(
        layer, Self.golden["options"][name], Self.x, mask: mask)
    }
    switch words[0] {
    case "SimpleRNN":
      try expect {
        SimpleRNNCell(
          inputSize: $0, units: 4, activation: activation, useBias: useBias,
          using: &$1)
      }
    case "LSTM":
      try expect {
        LSTMCell(
          inputSize: $0, units: 4, activation: activation,
          recurrentActivation: gates, useBias: useBias, using: &$1)
      }
    default:
      try expect {
        GRUCell(
          inputSize: $0, units: 4, activation: activation,
          recurrentActivation: gates, useBias: useBias,
          resetAfter: resetAfter, using: &$1)
      }
    }
  }

  /// The masks the golden script gave.
  private func dropout(_ option: String, gates: Int) -> CellDropout? {
    func mask(_ width: Int, _ o: Double, _ gates: Int) -> DropoutMask {
      DropoutMask(
        (0..<gates).map { gate in
          fill([2, width], 1, o + 3 * Double(gate)).map { $0 > 0 ? 2 : 0 }
        })
    }
    return switch option {
    case "dropout":
      CellDropout(input: mask(3, 2, gates), recurrent: mask(4, 7, gates))
    case "input dropout": CellDropout(input: mask(3, 2, 1))
    default: nil
    }
  }

  @Test(arguments: golden["bidirectional"].keys)
  func bothDirectionsAreKeras(_ name: String) throws {
    let words = name.split(separator: " ").map(String.init)
    let golden = Self.golden["bidirectional"][name]
    let merge: Merge? =
      switch words[1] {
      case "concat": .concat
      case "sum": .sum
      case "mul": .mul
      case "ave": .ave
      default: nil
      }
    let sequences = words.count > 2 && words[2] == "seq"
    let mask = words.count > 3 ? Self.mask(words[3]) : nil
    func expect<C: Cell>(_ layer: Recurrent<C>) throws {
      guard let merge else {
        try expectUnmerged(Bidirectional(layer), golden)
        return
      }
      try expectLayer(
        Bidirectional(layer, merge: merge), golden, Self.x, mask: mask)
    }
    switch words[0] {
    case "SimpleRNN":
      try expect(SimpleRNN(4, returnsSequences: sequences))
    case "LSTM": try expect(LSTM(4, returnsSequences: sequences))
    default:
      try expect(
        GRU(
          4, resetAfter: words[0] == "GRU", returnsSequences: sequences))
    }
  }

  private func expectUnmerged<C: Cell>(
    _ layer: Bidirectional<C>, _ golden: Golden
  ) throws {
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 3], using: &generator)
    fillParameters([layer])
    let (forward, backward) = try layer.unmerged(Self.x)
    expectClose(forward, golden["output"].list[0].tensor)
    expectClose(backward, golden["output"].list[1].tensor)
  }
}

/// Builds and fills a layer, and compares outputs and gradients with Keras'.
func expectLayer(
  _ layer: Layer, _ golden: Golden, _ x: Tensor, mask: Tensor? = nil
) throws {
  var generator = SeededGenerator(seed: 1)
  layer.build(
    SampleShape(x.shape.sizes.dropFirst().map { $0 }), using: &generator)
  fillParameters([layer])
  let y = try layer(x, mask: mask)
  expectClose(y, golden["output"].list[0].tensor)
  let dx = layer.backward(coefficients(y.shape), at: .output)
  expectClose(dx, golden["grad_x"].tensor)
  #expect(layer.gradients.count == golden["grad_w"].list.count)
  for (mine, theirs) in zip(layer.gradients, golden["grad_w"].list) {
    expectClose(mine.tensor, theirs.tensor)
  }
}

/// A state as Keras lists it.
protocol ListedState {
  init(listed: [Tensor])
  var listed: [Tensor] { get }
}

extension Tensor: ListedState {
  init(listed: [Tensor]) { self = listed[0] }
  var listed: [Tensor] { [self] }
}

extension LSTMState: ListedState {
  init(listed: [Tensor]) { self.init(h: listed[0], c: listed[1]) }
  var listed: [Tensor] { [h, c] }
}
