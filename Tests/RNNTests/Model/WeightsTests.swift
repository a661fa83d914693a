import Tensors
import Testing

@testable import RNN

@Suite struct WeightsTests {
  private func model(seed: UInt64) -> Sequential {
    Sequential(
      [Input([5, 4]), SimpleRNN(3), Dense(2), Dense(6)], seed: seed)
  }

  @Test func weightsAreNamedAfterTheirLayers() {
    let weights = model(seed: 1).namedWeights
    #expect(
      weights.map(\.name) == [
        "simple_rnn/kernel", "simple_rnn/recurrent_kernel",
        "simple_rnn/bias", "dense/kernel", "dense/bias", "dense_1/kernel",
        "dense_1/bias",
      ])
    #expect(
      weights.map(\.tensor.shape) == [
        [4, 3], [3, 3], [3], [3, 2], [2], [2, 6], [6],
      ])
  }

  @Test func setWeightsMakeTheSameModel() throws {
    let (one, other) = (model(seed: 1), model(seed: 2))
    let x = fill([2, 5, 4])
    #expect(try one.forward(x) != other.forward(x))
    try other.setWeights(one.namedWeights.reversed())
    #expect(try one.forward(x) == other.forward(x))
    #expect(one.namedWeights == other.namedWeights)
  }

  @Test func weightsThatDoNotFitChangeNothing() throws {
    let model = model(seed: 1)
    let before = model.namedWeights
    let others = self.model(seed: 2).namedWeights
    for (weights, fact) in [
      (Array(others.dropLast()), DataError.Fact.missingWeight("dense_1/bias")),
      (
        others + [NamedTensor("lstm/bias", Tensor([0]))],
        .unknownWeight("lstm/bias")
      ),
      (
        others.dropLast() + [NamedTensor("dense_1/bias", .zeros([7]))],
        .weightShape(name: "dense_1/bias", expected: [6], found: [7])
      ),
    ] {
      #expect(throws: DataError(fact)) { try model.setWeights(weights) }
      #expect(model.namedWeights == before)
    }
  }

  @Test(arguments: [
    (
      DataError.Fact.missingWeight("dense/bias"),
      "expected a weight dense/bias; got none"
    ),
    (
      .unknownWeight("lstm/bias"),
      "expected weights of this model's layers; got lstm/bias"
    ),
    (
      .weightShape(name: "dense/bias", expected: [6], found: [7, 1]),
      "expected dense/bias as [6]; got [7, 1]"
    ),
    (
      .lossNotFinite(epoch: 3, batch: 2, gradient: nil),
      "the loss is no longer a number in epoch 3, batch 2; try a lower "
        + "learning rate, or clipping"
    ),
  ])
  func errorsAreReadable(_ fact: DataError.Fact, _ words: String) {
    #expect(DataError(fact).description == words)
  }

  @Test func gradientsHaveTheNamesOfTheirWeights() throws {
    let model = model(seed: 1)
    let y = try model.forward(fill([2, 5, 4]))
    model.backward(coefficients(y.shape))
    #expect(
      model.namedGradients.map(\.name) == model.namedWeights.map(\.name))
    #expect(
      model.namedGradients[6].tensor
        == coefficients(y.shape).sum(axis: 0))
  }
}
