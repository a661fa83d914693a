import Tensors
import Testing

@testable import RNN

@Suite struct LossTests {
  private func loss(_ name: String) -> Loss {
    switch name {
    case "sparse": .sparseCategoricalCrossentropy
    case "categorical": .categoricalCrossentropy
    case "binary": .binaryCrossentropy
    case "sparse_logits": .sparseCategoricalCrossentropy(fromLogits: true)
    case "categorical_logits": .categoricalCrossentropy(fromLogits: true)
    case "binary_logits": .binaryCrossentropy(fromLogits: true)
    case "absolute": .meanAbsoluteError
    default: .meanSquaredError
    }
  }

  @Test(arguments: Golden.text["losses"].list.indices)
  func isKeras(_ index: Int) throws {
    let golden = Golden.text["losses"].list[index]
    let prediction = golden.tensor("prediction")
    let target = golden.tensor("target")
    let loss = loss(golden["name"].text)
    expectClose(
      try loss(prediction, target), golden.tensor("values"))
    let gradient = try loss.gradient(prediction, target)
    expectClose(
      gradient, Tensor(golden["gradient"].scalars, shape: prediction.shape))
  }

  @Test(
    .enabled(if: Scalar.isDouble, "slopes are measured in Double"),
    arguments: [
      (Loss.sparseCategoricalCrossentropy, Activation.softmax),
      (.categoricalCrossentropy, .softmax), (.binaryCrossentropy, .sigmoid),
      (.meanSquaredError, .tanh), (.sparseCategoricalCrossentropy, .sigmoid),
      (.sparseCategoricalCrossentropyOfLogits, .linear),
      (.categoricalCrossentropyOfLogits, .linear),
      (.binaryCrossentropyOfLogits, .tanh), (.meanAbsoluteError, .tanh),
    ])
  func gradientsAreSlopes(_ loss: Loss, _ activation: Activation) throws {
    let a = fill([2, 3, 4], 1.5, 2)  // two samples, three steps, four classes
    let labels = Tensor([[3, 0, 1], [1, 1, 2]])
    let takesLabels = loss.name.hasPrefix("sparse")
    let target = takesLabels ? labels : sigmoid(fill([2, 3, 4], 2, 8))
    for mask in [nil, Tensor([[1, 0, 1], [0, 1, 1]]), Tensor([0, 1])] {
      func value(_ y: Tensor) throws -> Scalar {
        try loss(y, target, mask: mask).mean()
      }
      let y = activation(a)
      expectClose(
        try loss.gradient(y, target, mask: mask),
        try numericGradient(at: y, value), slopes)
      let (gradient, place) = try loss.gradient(
        y, target, mask: mask, through: activation)
      let da =
        place == .preactivation
        ? gradient : activation.backward(gradient, output: y)
      expectClose(
        da, try numericGradient(at: a) { try value(activation($0)) }, slopes)
    }
  }

  /// Of logits and under masks: losses, their mean, and its gradient.
  @Test(arguments: Golden.training["losses"].list.indices)
  func logitsAndMasksAreKeras(_ index: Int) throws {
    let golden = Golden.training["losses"].list[index]
    let prediction = golden["prediction"].tensor("values")
    let target = golden["target"].tensor("values")
    let mask =
      golden["mask"].isNull ? nil : golden["mask"].tensor("values")
    let loss = loss(golden["name"].text)
    expectClose(
      try loss(prediction, target), golden["losses"].tensor("values"))
    let mean = try loss(prediction, target, mask: mask).mean()
    expectClose(Tensor([mean]), Tensor([Scalar(golden["mean"].number)]))
    expectClose(
      try loss.gradient(prediction, target, mask: mask),
      Tensor(golden["gradient"].scalars, shape: prediction.shape))
  }

  @Test func theMaskedMeanIsThatOfWhatCounts() throws {
    let (p, y) = (fill([2, 3, 4]), fill([2, 3, 4], 1, 7))
    let mask = Tensor([[1, 1, 0], [0, 1, 0]])
    let losses = try Loss.meanSquaredError(p, y)
    let masked = try Loss.meanSquaredError(p, y, mask: mask)
    #expect(masked.shape == losses.shape)
    let counting = [losses[0, 0], losses[0, 1], losses[1, 1]]
    expectClose(
      Tensor([masked.mean()]), Tensor([Tensor(counting).mean()]))
    #expect(try Loss.meanSquaredError(p, y, mask: nil) == losses)
    #expect(
      try Loss.meanSquaredError(p, y, mask: .zeros([2, 3])).mean() == 0)
  }

  @Test func knowingNothingCostsTheLogarithmOfTheClasses() throws {
    let p = Tensor.ones([3, 4]) / 4
    let losses = try Loss.sparseCategoricalCrossentropy(p, Tensor([0, 1, 3]))
    expectClose(losses, log(Tensor([4, 4, 4])))
  }

  @Test func labelsThatAreNoClassAreNamed() throws {
    let p = Tensor.ones([3, 4]) / 4
    let error = #expect(throws: DataError.self) {
      try Loss.sparseCategoricalCrossentropy(p, Tensor([0, 4, 1]))
    }
    #expect(
      error?.description == "sample 1: expected labels in 0..<4; got 4")
    #expect(throws: DataError.self) {
      try Loss.sparseCategoricalCrossentropy(p, Tensor([0, 0.5, 1]))
    }
    #expect(throws: DataError.self) {
      try Loss.sparseCategoricalCrossentropy(p, Tensor([0, -1, 1]))
    }
  }

  static let mistakes: [Mistake] = [
    (
      "expected a mask for [2, 3]; got [3]",
      {
        let p = Tensor.zeros([2, 3, 4])
        _ = try? Loss.meanSquaredError(p, p, mask: .ones([3]))
      }
    ),
    (
      "expected targets for predictions [2, 3]; got [2, 2]",
      {
        _ = try? Loss.meanAbsoluteError(.zeros([2, 3]), .zeros([2, 2]))
      }
    ),
    (
      "expected a label for each row of [2, 3]; got [3]",
      {
        _ = try? Loss.sparseCategoricalCrossentropyOfLogits(
          .zeros([2, 3]), .zeros([3]))
      }
    ),
  ]

  @Test(arguments: mistakes.indices)
  func mistakesAreNamed(_ index: Int) async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      Self.mistakes[index].make()
    }
    expectSaid(Self.mistakes[index].words, by: stopped)
  }
}
