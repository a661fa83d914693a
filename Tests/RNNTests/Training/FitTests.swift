import Tensors
import Testing

@testable import RNN

/// Training with callbacks, a target for every step, and what can go wrong.
@Suite struct FitTests {
  /// The model, inputs and targets of the golden script.
  private func fitted(
    _ name: String, rate: Double = 0.1, epochs: Int = 12,
    initialEpoch: Int = 0, validationBatchSize: Int? = nil,
    _ callbacks: [Callback] = []
  ) throws {
    let golden = Golden.training["training"][name]
    let model = Sequential([
      Input([4, 1]), SimpleRNN(3, returnsSequences: true),
      Dense(2, activation: .softmax),
    ])
    fillParameters(model.layers, 0.3)
    model.compile(
      optimizer: RMSprop(learningRate: rate),
      loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
    let x = fill([11, 4, 1], 2, 3)
    let y = (fill([11, 4], 1, 8) + x.reshaped([11, 4])).map {
      $0 > 0 ? 1 : 0
    }
    let history = try model.fit(
      x, y, epochs: epochs, batchSize: 3, validationSplit: 0.3,
      validationBatchSize: validationBatchSize, shuffle: false,
      initialEpoch: initialEpoch, callbacks: callbacks, verbose: .silent)
    #expect(history.names == golden["names"].list.map(\.text))
    let numbers = golden["epochs"].integers
    #expect(history.initialEpoch == numbers[0])
    #expect(history.epochs.count == numbers.count)
    for name in history.names {
      expectClose(
        Tensor(history[name]), golden["history"][name].tensor, trained)
    }
    let optimizer = try #require(model.optimizer)
    #expect(abs(optimizer.learningRate - golden["rate"].number) < 1e-12)
    for (weight, expected) in zip(model.namedWeights, golden["weights"].list) {
      expectClose(weight.tensor, expected.tensor("values"), trained)
    }
  }

  /// Dozens of steps carry the rounding of Float on.
  private let trained = Scalar.isDouble ? 1e-9 : 1e-4

  @Test func stoppedTrainingIsKeras() throws {
    try fitted(
      "stopped",
      [
        EarlyStopping(
          monitor: "val_accuracy", patience: 2, restoreBestWeights: true)
      ])
  }

  @Test func reducedRatesAreKeras() throws {
    try fitted(
      "reduced", rate: 0.5,
      [ReduceLROnPlateau(monitor: "loss", factor: 0.5, patience: 1)])
  }

  @Test func scheduledRatesAreKeras() throws {
    try fitted(
      "scheduled", epochs: 6, initialEpoch: 2,
      [LearningRateScheduler { $0 % 2 == 1 ? $1 * 0.5 : $1 }])
  }

  @Test func validationInItsOwnBatchesIsKeras() throws {
    try fitted("validated", epochs: 3, validationBatchSize: 2)
  }

  private func line() -> Sequential {
    let model = Sequential([Input([1]), Dense(1)], seed: 1)
    model.compile(
      optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
    return model
  }

  private let x = Tensor([[1], [2], [3], [4], [5]])
  private let y = Tensor([2, 4, 6, 8, 10])

  @Test func callbacksHearOfEverythingInOrder() throws {
    var heard: [String] = []
    let callback = LambdaCallback(
      onTrainBegin: { heard.append("train") },
      onTrainEnd: { heard.append("end of train") },
      onEpochBegin: { heard.append("epoch \($0)") },
      onEpochEnd: { epoch, logs in
        heard.append("end of epoch \(epoch), \(logs.items.map(\.name))")
      },
      onBatchBegin: { heard.append("batch \($0)") },
      onBatchEnd: { batch, logs in
        heard.append("end of batch \(batch), \(logs.items.map(\.name))")
      })
    try line().fit(
      x, y, epochs: 4, batchSize: 2, validationSplit: 0.4, initialEpoch: 3,
      callbacks: [callback], verbose: .silent)
    #expect(
      heard == [
        "train", "epoch 3", "batch 0", #"end of batch 0, ["loss"]"#,
        "batch 1", #"end of batch 1, ["loss"]"#,
        #"end of epoch 3, ["loss", "val_loss"]"#, "end of train",
      ])
  }

  @Test func aSubclassMayEndTrainingAndAddToTheLogs() throws {
    final class Enough: Callback {
      override func onEpochEnd(
        _ epoch: Int, _ logs: inout Scores, _ model: Sequential
      ) {
        logs.set("weight", model.namedWeights[0].tensor[0, 0])
        if epoch == 2 { model.stopTraining = true }
      }
    }
    let model = line()
    let history = try model.fit(
      x, y, epochs: 9, callbacks: [Enough()], verbose: .silent)
    #expect(history.epochs.count == 3)
    #expect(history.names == ["loss", "weight"])
    #expect(history["weight"][2] == model.namedWeights[0].tensor[0, 0])
    // The next training begins anew.
    #expect(
      try model.fit(x, y, epochs: 2, verbose: .silent).epochs.count == 2)
  }

  @Test func aBatchMayBeTheLast() throws {
    let model = line()
    var batches = 0
    let callback = LambdaCallback(
      onBatchEnd: { batch, _ in
        batches += 1
        if batch == 1 { model.stopTraining = true }
      })
    let history = try model.fit(
      x, y, epochs: 3, batchSize: 2, callbacks: [callback], verbose: .silent)
    #expect(batches == 2)
    #expect(history.epochs.count == 1)
  }

  @Test func noEpochsAreNoHistory() throws {
    let history = try line().fit(
      x, y, epochs: 3, initialEpoch: 5, verbose: .silent)
    #expect(history.epochs.isEmpty)
  }

  @Test func givenSamplesAreValidatedBeforeAShareIs() throws {
    let (given, split) = (line(), line())
    let validation = Dataset(Tensor([[7]]), Tensor([[0]]))
    let both = try given.fit(
      x, y, validation: validation, validationSplit: 0.4, verbose: .silent)
    let one = try split.fit(x, y, validation: validation, verbose: .silent)
    #expect(both == one)
    #expect(both["val_loss"].count == 1)
  }

  @Test func allGradientsAreClippedTogether() throws {
    let model = Sequential([Input([2]), Dense(3), Dense(1)], seed: 3)
    model.compile(
      optimizer: SGD(learningRate: 1, clipping: .globalNorm(0.25)),
      loss: .meanSquaredError)
    let before = model.namedWeights.map(\.tensor)
    try model.fit(
      fill([5, 2]), 100 * fill([5, 1]), shuffle: false, verbose: .silent)
    let steps = zip(model.namedWeights, before).map { $0.tensor - $1 }
    #expect(abs(length(steps) - 0.25) < 1e-6)
    let gradients = model.namedGradients
    #expect(length(gradients.map(\.tensor)) > 1)
    expectClose(
      steps[0],
      Scalar(-0.25 / length(gradients.map(\.tensor))) * gradients[0].tensor)
  }

  // MARK: - A loss that is no number

  private func exploding() -> Sequential {
    let model = Sequential([Input([2]), Dense(3), Dense(1)], seed: 1)
    model.compile(
      optimizer: SGD(learningRate: 1e12), loss: .meanSquaredError)
    return model
  }

  @Test func aLossThatIsNoNumberNamesTheLongestGradient() throws {
    let model = exploding()
    let error = #expect(throws: DataError.self) {
      try model.fit(
        fill([7, 2]), fill([7, 1]), epochs: 50, batchSize: 3,
        verbose: .silent)
    }
    guard case .lossNotFinite(let epoch, let batch, let longest?) = error?.fact
    else {
      Issue.record("expected a longest gradient; got \(error as Any)")
      return
    }
    let gradients = model.namedGradients
    let norms = gradients.map { length([$0.tensor]) }
    #expect(longest.norm == norms.max())
    #expect(
      longest.parameter == gradients[norms.firstIndex(of: longest.norm)!].name)
    let description = try #require(error?.description)
    #expect(
      description
        == "the loss is no longer a number in epoch \(epoch), batch \(batch); "
        + "one step before, the gradient of \(longest.parameter) was the "
        + "longest: " + scientific(wide: longest.norm, 4)
        + "; try a lower learning rate, or clipping")
  }

  @Test func withoutAStepThereIsNoLongestGradient() throws {
    let error = #expect(throws: DataError.self) {
      try line().fit(Tensor([[.nan]]), Tensor([1]), verbose: .silent)
    }
    #expect(error?.fact == .lossNotFinite(epoch: 1, batch: 1, gradient: nil))
  }

  @Test func theLongestOfGradients() {
    let gradients = [
      NamedTensor("a", Tensor([3, 4])), NamedTensor("b", Tensor([[6]])),
      NamedTensor("c", Tensor([0, 0, 1])),
    ]
    let longest = GradientNorm.largest(gradients)
    #expect(longest == GradientNorm(parameter: "b", norm: 6))
    #expect(GradientNorm.largest([]) == nil)
    let broken = gradients + [NamedTensor("d", Tensor([.nan]))] + gradients
    #expect(GradientNorm.largest(broken)?.parameter == "d")
  }

  @Test func trainingMayEndWithoutAnError() throws {
    let model = exploding()
    let history = try model.fit(
      fill([7, 2]), fill([7, 1]), epochs: 50, batchSize: 3,
      callbacks: [TerminateOnNaN()], verbose: .silent)
    #expect(history.epochs.count < 50)
    let last = try #require(history.loss.last)
    #expect(!last.isFinite)
  }
}
