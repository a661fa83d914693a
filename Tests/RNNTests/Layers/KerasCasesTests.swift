import RNN
import Tensors
import Testing

/// Outputs, states and all gradients of recurrent layers, as Keras has them.
@Suite struct KerasCasesTests {
  @Test func everyGoldenCaseIsTested() {
    #expect(Golden.cells["cases"].keys == KerasCase.all.keys.sorted())
  }

  @Test(arguments: KerasCase.all.keys.sorted())
  func isKeras(_ name: String) throws {
    let golden = Golden.cells["cases"][name]
    let x = Golden.cells["x"].tensor  // [2, 4, 3]
    let item = try #require(KerasCase.all[name])
    let layer = item.make()
    var generator = SeededGenerator(seed: 1)
    layer.build([4, 3], using: &generator)
    fillParameters([layer])
    #expect(
      layer.parameters.map(\.tensor.shape)
        == golden["weights"].list.map { Shape($0["shape"].integers) })
    let y = try layer(
      x, mask: item.isMasked ? Golden.cells["mask"].tensor : nil)
    expectClose(y, golden["output"].list[0].tensor)
    for (mine, theirs) in zip(states(layer), golden["output"].list.dropFirst())
    {
      expectClose(mine, theirs.tensor)
    }
    let dx = layer.backward(coefficients(y.shape), at: .output)
    expectClose(dx, golden["grad_x"].tensor)
    #expect(layer.gradients.count == golden["grad_w"].list.count)
    for (mine, theirs) in zip(layer.gradients, golden["grad_w"].list) {
      expectClose(mine.tensor, theirs.tensor)
    }
  }

  /// The last states, as Keras lists them.
  private func states(_ layer: Layer) -> [Tensor] {
    if let layer = layer as? LSTM, let state = layer.lastForward?.state {
      return [state.h, state.c]
    }
    if let layer = layer as? SimpleRNN, let state = layer.lastForward?.state {
      return [state]
    }
    return []
  }
}
