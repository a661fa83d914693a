import Tensors
import Testing

@testable import RNN

@Suite struct MetricTests {
  private func made(_ name: String) -> Metric? {
    switch name {
    case "accuracy": .accuracy
    case "binary_accuracy": .binaryAccuracy
    case "categorical_accuracy": .categoricalAccuracy
    case "sparse_accuracy": .sparseCategoricalAccuracy
    case "square": .meanSquaredError
    case "absolute": .meanAbsoluteError
    case "binary": .loss(.binaryCrossentropy)
    case "categorical": .loss(.categoricalCrossentropy)
    case "sparse": .loss(.sparseCategoricalCrossentropy)
    default: nil
    }
  }

  /// Over two batches of unlike size, per step as well.
  @Test(arguments: Golden.training["metrics"].list.indices)
  func meansAreKeras(_ index: Int) throws {
    let golden = Golden.training["metrics"].list[index]
    let metric = try #require(made(golden["name"].text))
    #expect(metric.name == golden["keras"].text)
    var means = Means()
    for (prediction, target) in zip(
      golden["predictions"].list, golden["targets"].list)
    {
      let p = prediction.tensor("values")
      _ = try means.add(
        losses: Tensor([0]), metrics: [metric], prediction: p,
        target: target.tensor("values"), mask: nil)
    }
    let mean = try #require(means.scores()[metric.name])
    expectClose(Tensor([mean]), Tensor([Scalar(golden["value"].number)]))
  }

  @Test(arguments: Golden.text["accuracies"].list.indices)
  func accuracyIsKeras(_ index: Int) throws {
    let golden = Golden.text["accuracies"].list[index]
    let right = try Metric.accuracy(
      golden.tensor("prediction"), golden.tensor("target"))
    #expect(abs(Double(right.mean()) - golden["value"].number) < 1e-6)
  }

  @Test(arguments: Golden.training["masked"]["evaluations"].list.indices)
  func maskedMeansAreKeras(_ index: Int) throws {
    let golden = Golden.training["masked"]
    let evaluation = golden["evaluations"].list[index]
    let prediction = golden["prediction"].tensor("values")
    let target = golden["target"].tensor("values")
    let mask = golden["mask"].tensor("values")
    let size = evaluation["batch"].integer
    let loss = Loss.sparseCategoricalCrossentropy
    var means = Means()
    for start in stride(from: 0, to: 9, by: size) {
      let rows = start..<min(start + size, 9)
      let (p, y, m) = (
        prediction.rows(rows), target.rows(rows), mask.rows(rows)
      )
      _ = try means.add(
        losses: try loss(p, y, mask: m), metrics: [.accuracy],
        prediction: p, target: y, mask: m)
    }
    let scores = means.scores()
    expectClose(
      Tensor([scores.loss, scores.accuracy]), evaluation["values"].tensor)
  }

  @Test func stepsThatDoNotCountAreNotCounted() throws {
    var means = Means()
    let p = Tensor([[[0.9], [0.8], [0.1]], [[0.2], [0.7], [0.6]]])
    let y = Tensor([[1, 0, 1], [0, 1, 0]])
    _ = try means.add(
      losses: Tensor([2, 4]), metrics: [.accuracy], prediction: p,
      target: y, mask: Tensor([[1, 1, 0], [1, 0, 0]]))
    #expect(
      means.scores(prefix: "val_").items.map(\.name) == [
        "val_accuracy", "val_loss",
      ])
    expectClose(Tensor([means.scores().accuracy]), Tensor([2.0 / 3]))
    #expect(means.scores().loss == 3)
  }

  @Test func aMaskOfSamplesHoldsForAllTheirSteps() throws {
    var means = Means()
    let p = Tensor([[[0.9], [0.8], [0.1]], [[0.2], [0.7], [0.6]]])
    let y = Tensor([[1, 0, 1], [0, 1, 0]])
    _ = try means.add(
      losses: Tensor([2, 4]), metrics: [.accuracy], prediction: p,
      target: y, mask: Tensor([0, 1]))
    expectClose(Tensor([means.scores().accuracy]), Tensor([2.0 / 3]))
  }

  @Test func aShortLastBatchCountsLess() throws {
    var means = Means()
    for (losses, p) in [
      (Tensor([1, 2, 3]), Tensor([[1], [0], [1]])),
      (Tensor([10]), Tensor([[0]])),
    ] {
      _ = try means.add(
        losses: losses, metrics: [.accuracy], prediction: p,
        target: .ones(p.shape), mask: nil)
    }
    #expect(means.scores().loss == 4)
    #expect(means.scores().accuracy == 0.5)
  }

  @Test func lossesFallAndAccuraciesRise() {
    #expect(Metric.accuracy.rises && Metric.binaryAccuracy.rises)
    #expect(!Metric.meanSquaredError.rises)
  }
}
