import RNN
import Tensors
import Testing

/// The gradients of layers, and of layers in a row, are the slopes of their
/// outputs: with masks, with dropout at fixed masks, in both directions.
@Suite(.enabled(if: Scalar.isDouble, "slopes are measured in Double"))
struct GradientTests {
  /// Layers for `[2, 5, 4]`, one after the other.
  static let stacks: [(name: String, make: @Sendable () -> [Layer])] = [
    ("simple", { [SimpleRNN(3, returnsSequences: true)] }),
    ("simple, relu", { [SimpleRNN(3, activation: .relu)] }),
    ("lstm", { [LSTM(3, returnsSequences: true)] }),
    ("lstm, last", { [LSTM(3)] }),
    ("lstm, no bias", { [LSTM(3, useBias: false)] }),
    (
      "lstm, other activations",
      { [LSTM(3, activation: .sigmoid, recurrentActivation: .tanh)] }
    ),
    ("gru", { [GRU(3, returnsSequences: true)] }),
    ("gru, last", { [GRU(3, useBias: false)] }),
    ("gru, reset before", { [GRU(3, resetAfter: false)] }),
    (
      "gru, other activations",
      { [GRU(3, activation: .linear, recurrentActivation: .softmax)] }
    ),
    ("backwards", { [GRU(3, returnsSequences: true, goBackwards: true)] }),
    ("zeros", { [LSTM(3, returnsSequences: true, zeroOutputForMask: true)] }),
    ("both", { [Bidirectional(LSTM(3, returnsSequences: true))] }),
    (
      "both, multiplied",
      { [Bidirectional(GRU(3, returnsSequences: true), merge: .mul)] }
    ),
    ("both, last", { [Bidirectional(SimpleRNN(3), merge: .ave)] }),
    (
      "stacked",
      {
        [
          LSTM(3, returnsSequences: true),
          Bidirectional(GRU(2, returnsSequences: true)), SimpleRNN(3),
          Dense(6, activation: .softmax),
        ]
      }
    ),
    ("mean", { [GRU(3, returnsSequences: true), GlobalAveragePooling1D()] }),
    (
      "masking, every step",
      { [Masking(value: -1), LSTM(3, returnsSequences: true), Dense(6)] }
    ),
    ("dropped", { [fixed(GRU(3, returnsSequences: true))] }),
    ("dropped, last", { [fixed(LSTM(3)), fixed(Dropout(0.5))] }),
    ("dropped, reset before", { [fixed(GRU(3, resetAfter: false))] }),
    ("dropped, simple", { [fixed(SimpleRNN(3))] }),
  ]

  static let masks: [Tensor?] = [
    nil, Tensor([[0, 0, 1, 1, 1], [1, 0, 1, 1, 0]]),
    Tensor([[1, 1, 1, 0, 0], [0, 0, 0, 0, 0]]),
  ]

  @Test(arguments: stacks.map(\.name), masks.indices)
  func areSlopes(_ name: String, _ mask: Int) throws {
    let stack = try #require(Self.stacks.first { $0.name == name })
    let layers = stack.make()
    var generator = SeededGenerator(seed: 3)
    var shape: SampleShape = [5, 4]
    for layer in layers {
      layer.build(shape, using: &generator)
      shape = layer.output(for: shape)
    }
    func output(_ x: Tensor) throws -> Tensor {
      var context = Context(mask: Self.masks[mask])
      return try layers.reduce(x) { try $1.forward($0, in: &context) }
    }
    let x = fill([2, 5, 4], 1, 3)
    let coefficients = coefficients(try output(x).shape)
    func loss(_ x: Tensor) throws -> Scalar {
      (try output(x) * coefficients).sum()
    }
    let dx = layers.reversed().reduce(coefficients) {
      $1.backward($0, at: .output)
    }
    let gradients = layers.map { $0.gradients.map(\.tensor) }
    expectClose(dx, try numericGradient(at: x, loss), slopes)
    for (layer, gradients) in zip(layers, gradients) {
      let parameters = layer.parameters.map(\.tensor)
      for (place, gradient) in gradients.enumerated() {
        let numeric = try numericGradient(at: parameters[place]) {
          var changed = parameters
          changed[place] = $0
          layer.setParameters(changed)
          return try loss(x)
        }
        layer.setParameters(parameters)
        expectClose(gradient, numeric, slopes)
      }
    }
  }

  /// A layer that drops the same numbers in every pass.
  private static func fixed<C: Cell>(_ layer: Recurrent<C>) -> Layer {
    var generator = SeededGenerator(seed: 5)
    layer.fixedDropout = CellDropout(
      input: DropoutMask([2, 4], rate: 0.4, gates: C.gates, using: &generator),
      recurrent: DropoutMask(
        [2, 3], rate: 0.4, gates: C.gates, using: &generator))
    return layer
  }

  private static func fixed(_ layer: Dropout) -> Layer {
    var generator = SeededGenerator(seed: 6)
    layer.fixedMask = DropoutMask([2, 3], rate: 0.5, using: &generator)
    return layer
  }

  @Test func ofTheStatesBetweenBatchesAreSlopes() throws {
    var generator = SeededGenerator(seed: 3)
    let layer = LSTM(3, returnsSequences: true)
    layer.build([5, 4], using: &generator)
    let x = fill([2, 5, 4], 1, 3)
    let start = LSTMState(h: fill([2, 3], 0.5, 4), c: fill([2, 3], 0.5, 8))
    let (dy, dState) = (
      coefficients([2, 5, 3]), LSTMState(h: fill([2, 3]), c: fill([2, 3], 1))
    )
    func loss(_ start: LSTMState) throws -> Scalar {
      let (y, state) = try layer.returningState(
        x, from: start, mask: Self.masks[1])
      return (y * dy).sum() + (state.h * dState.h).sum()
        + (state.c * dState.c).sum()
    }
    _ = try loss(start)
    _ = layer.backward(dy, dState: dState)
    let initial = try #require(layer.lastBackward?.initial)
    expectClose(
      initial.h,
      try numericGradient(at: start.h) {
        try loss(LSTMState(h: $0, c: start.c))
      }, slopes)
    expectClose(
      initial.c,
      try numericGradient(at: start.c) {
        try loss(LSTMState(h: start.h, c: $0))
      }, slopes)
  }
}
