import RNN
import Tensors
import Testing

/// A batch that is read in parts, beside the same batch read whole.
@Suite struct PartsTests {
  @Test(arguments: [false, true])
  func makeTheWhole(dropsStates: Bool) throws {
    let rate: Scalar = dropsStates ? 0.4 : 0
    try expectTheWhole(
      SimpleRNN(71, dropout: 0.3, recurrentDropout: rate, stateful: false))
    try expectTheWhole(
      LSTM(37, dropout: 0.3, recurrentDropout: rate, returnsSequences: true))
    try expectTheWhole(GRU(41, dropout: 0.3, recurrentDropout: rate))
    try expectTheWhole(
      GRU(41, resetAfter: false, dropout: 0.3, recurrentDropout: rate))
  }

  private func expectTheWhole<C: Cell>(_ layer: Recurrent<C>) throws {
    var generator = SeededGenerator(seed: 5)
    let x = Tensor.uniform([45, 8, 23], in: -1...1, using: &generator)
    layer.build([8, 23], using: &generator)
    let mask = Tensor.uniform([45, 8], using: &generator)
      .map { $0 < 0.2 ? 0 : 1 }

    func pass() throws -> (y: Tensor, dx: Tensor, gradients: [NamedTensor]) {
      var context = Context(mask: mask, chance: SeededGenerator(seed: 6))
      let y = try layer.forward(x, in: &context)
      let dx = layer.backward(y.map { $0 - 0.1 }, at: .output)
      return (y, dx, layer.gradients)
    }
    let parts = try pass()
    #expect(layer.lastForward == nil)
    layer.keepsSteps = true
    let whole = try pass()
    #expect(layer.lastForward != nil)

    #expect(parts.y == whole.y)
    expectClose(parts.dx, whole.dx, 1e-5)
    for (part, all) in zip(parts.gradients, whole.gradients) {
      #expect(part.name == all.name)
      expectClose(part.tensor, all.tensor, 1e-5)
    }
  }
}
