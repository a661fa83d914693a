import Tensors
import Testing

@testable import RNN

@Suite struct DropoutTests {
  let x = Tensor.ones([30, 40])

  private func training(_ seed: UInt64 = 1) -> Context {
    Context(chance: SeededGenerator(seed: seed))
  }

  @Test func aShareIsDroppedAndTheRestMadeLarger() throws {
    var context = training()
    let layer = Dropout(0.25)
    let y = try layer.forward(x, in: &context)
    let kept = y.scalars.filter { $0 != 0 }
    #expect(kept.allSatisfy { $0 == 1 / 0.75 })
    // 1,200 draws, each kept with 0.75: four deviations are 60.
    #expect(abs(kept.count - 900) < 60)
    #expect(layer.backward(x, at: .output) == y)
    #expect(try layer.forward(x, in: &context) != y)
  }

  @Test func nothingIsDroppedOutsideTraining() throws {
    let model = Sequential([
      Input([5, 4]), GRU(3, dropout: 0.5, recurrentDropout: 0.5), Dropout(0.5),
    ])
    let x = fill([2, 5, 4])
    #expect(try model.forward(x) == model.forward(x))
    #expect(
      try model.forward(x, isTraining: true)
        != model.forward(x, isTraining: true))
    #expect(try Dropout(0).forward(x, isTraining: true) == x)
  }

  @Test func whatIsDroppedFollowsFromTheSeed() throws {
    func trained(_ seed: UInt64) throws -> [Tensor] {
      let model = Sequential(
        [
          Input([5, 4]), LSTM(3, dropout: 0.3, recurrentDropout: 0.3),
          Dropout(0.2), Dense(1),
        ], seed: seed)
      model.compile(optimizer: SGD(), loss: .meanSquaredError)
      try model.fit(
        fill([6, 5, 4]), fill([6, 1]), epochs: 2, batchSize: 4,
        verbose: .silent)
      return model.layers.flatMap { $0.parameters.map(\.tensor) }
    }
    #expect(try trained(1) == trained(1))
    #expect(try trained(1) != trained(2))
  }

  @Test func oneMaskHoldsForAllSteps() throws {
    let layer = SimpleRNN(3, dropout: 0.5, recurrentDropout: 0.5)
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 4], using: &generator)
    var context = training()
    _ = try layer.forward(fill([2, 5, 4]), in: &context)
    let dropouts = try #require(layer.lastForward).traces.map(\.dropout)
    #expect(dropouts.allSatisfy { $0 == dropouts[0] })
    #expect(dropouts[0].input.factors.map(\.shape) == [[2, 4]])
    #expect(dropouts[0].recurrent.factors.map(\.shape) == [[2, 3]])
  }

  @Test(arguments: [
    (0.5, 0.0, 1, 0), (0.5, 0.5, 4, 4), (0.0, 0.5, 0, 4), (0.0, 0.0, 0, 0),
  ])
  func everyGateHasItsMaskWithRecurrentDropout(
    _ rate: Scalar, _ recurrentRate: Scalar, _ inputs: Int, _ states: Int
  ) throws {
    let layer = LSTM(3, dropout: rate, recurrentDropout: recurrentRate)
    var generator = SeededGenerator(seed: 1)
    layer.build([5, 4], using: &generator)
    var context = training()
    _ = try layer.forward(fill([2, 5, 4]), in: &context)
    let dropout = try #require(layer.lastForward?.traces.first?.dropout)
    #expect(dropout.input.factors.count == inputs)
    #expect(dropout.recurrent.factors.count == states)
  }
}

extension Layer {
  fileprivate func forward(
    _ x: Tensor, isTraining: Bool
  ) throws -> Tensor {
    var context = Context(
      chance: isTraining ? SeededGenerator(seed: 1) : nil)
    return try forward(x, in: &context)
  }
}
