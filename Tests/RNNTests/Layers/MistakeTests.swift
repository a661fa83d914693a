import RNN
import Tensors
import Testing

/// What a wrong use of the layers says.
@Suite struct MistakeTests {
  /// A mistake and the words it is answered with.
  static let mistakes: [String: @Sendable () throws -> Void] = [
    "expected a positive number of units; got 0": { _ = LSTM(0) },
    "expected a dropout rate in 0..<1; got 1.0000": { _ = Dropout(1) },
    "expected a dropout rate in 0..<1; got -0.5000": {
      _ = GRU(3, recurrentDropout: -0.5)
    },
    "expected sequences [batch, steps, features] for LSTM; got (None, 4)": {
      _ = Sequential([Input([4]), LSTM(3)])
    },
    "expected sequences [batch, steps, features] for GRU; got (None, 3). A "
      + "layer before it may have to return sequences": {
        _ = Sequential([Input([5, 4]), LSTM(3), GRU(3)])
      },
    "expected sequences [batch, steps, features] for "
      + "GlobalAveragePooling1D; got (None, 3)": {
        _ = Sequential([Input([5, 4]), LSTM(3), GlobalAveragePooling1D()])
      },
    "expected a mask [2, 5] for the sequences [2, 5, 4]; got [2, 4]": {
      _ = try built(LSTM(3))(fill([2, 5, 4]), mask: .ones([2, 4]))
    },
    "expected sequences [batch, steps, 4]; got [2, 5, 6]": {
      _ = try built(GRU(3))(fill([2, 5, 6]))
    },
    "expected at least one step; got [2, 0, 4]": {
      _ = try built(SimpleRNN(3))(Tensor.zeros([2, 0, 4]))
    },
    "expected a state h [2, 3] and c [2, 3] for a batch of 2; got h [7, 3] "
      + "and c [7, 3]": {
        let layer = built(LSTM(3))
        layer.initialState = layer.cell.zeroState(batch: 7)
        _ = try layer(fill([2, 5, 4]))
      },
    "expected a batch of 2, as the one before; got 6: resetState() lets a "
      + "stateful layer begin anew": {
        let layer = built(GRU(3, stateful: true))
        _ = try layer(fill([2, 5, 4]))
        _ = try layer(fill([6, 5, 4]))
      },
    "expected a layer without parameters as a pattern for two; got one that "
      + "is built": { _ = Bidirectional(built(LSTM(3))) },
    "expected a built layer; build(_:using:) makes one": {
      _ = try GRU(3)(fill([2, 5, 4]))
    },
    "expected a forward pass before the backward one": {
      _ = built(LSTM(3)).backward(fill([2, 3]), at: .output)
    },
    "expected a kernel [D, 4U]; got [4, 6]": {
      _ = LSTMCell(
        parameters: .init(
          kernel: fill([4, 6]), recurrentKernel: fill([3, 6]), bias: nil))
    },
    "expected a recurrent kernel [2, 8] beside the kernel [4, 8]; got [3, 8]":
      {
        _ = LSTMCell(
          parameters: .init(
            kernel: fill([4, 8]), recurrentKernel: fill([3, 8]), bias: nil))
      },
    "expected a bias [2, 9] beside the kernel [4, 9], resetting after; got "
      + "[9]": {
        _ = GRUCell(
          parameters: .init(
            kernel: fill([4, 9]), recurrentKernel: fill([3, 9]),
            bias: fill([9])))
      },
    "expected a gradient [batch, 5, units]; got [2, 3]": {
      let layer = built(GRU(3, returnsSequences: true))
      _ = try layer(fill([2, 5, 4]))
      _ = layer.backward(fill([2, 3]), at: .output)
    },
    "expected a last axis of 2 equal parts; got [2, 3]": {
      _ = fill([2, 3]).part(0, of: 2)
    },
  ]

  static func built<L: Layer>(_ layer: L) -> L {
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 4], using: &generator)
    return layer
  }

  @Test(arguments: mistakes.keys.sorted())
  func isAnswered(_ words: String) async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [words] in
      try MistakeTests.mistakes[words]?()
    }
    let said = String(
      decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("Fatal error: " + words))
  }
}
