import Tensors
import Testing

@testable import RNN

@Suite struct LossTests {
  private func loss(_ name: String) -> Loss {
    switch name {
    case "sparse": .sparseCategoricalCrossentropy
    case "categorical": .categoricalCrossentropy
    case "binary": .binaryCrossentropy
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
    ])
  func gradientsAreSlopes(_ loss: Loss, _ activation: Activation) throws {
    let a = fill([2, 3, 4], 1.5, 2)  // two samples, three steps, four classes
    let target =
      loss == .sparseCategoricalCrossentropy
      ? Tensor([[3, 0, 1], [1, 1, 2]]) : sigmoid(fill([2, 3, 4], 2, 8))
    func value(_ y: Tensor) throws -> Scalar { try loss(y, target).mean() }
    let y = activation(a)
    expectClose(
      try loss.gradient(y, target), try numericGradient(at: y, value), slopes)
    let (gradient, place) = try loss.gradient(y, target, through: activation)
    let da =
      place == .preactivation
      ? gradient : activation.backward(gradient, output: y)
    expectClose(
      da, try numericGradient(at: a) { try value(activation($0)) }, slopes)
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

  @Test(arguments: Golden.text["accuracies"].list.indices)
  func accuracyIsKeras(_ index: Int) {
    let golden = Golden.text["accuracies"].list[index]
    let right = Metric.accuracy(
      golden.tensor("prediction"), golden.tensor("target"))
    #expect(abs(Double(right.mean()) - golden["value"].number) < 1e-6)
  }
}
