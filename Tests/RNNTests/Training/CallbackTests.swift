import Tensors
import Testing

@testable import RNN

/// What callbacks decide on recorded logs, beside Keras.
@Suite struct CallbackTests {
  /// A model with one weight, so that it can be told which epoch it is of.
  private func newModel() throws -> Sequential {
    let model = Sequential([Input([1]), Dense(1)])
    model.compile(
      optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
    try setEpoch(-1, model)
    return model
  }

  private func setEpoch(_ epoch: Int, _ model: Sequential) throws {
    try model.setWeights([
      NamedTensor("dense/kernel", Tensor([[Scalar(epoch)]])),
      NamedTensor("dense/bias", Tensor([0])),
    ])
  }

  private func made(_ golden: Golden) -> MonitorCallback? {
    let (options, monitor) = (golden["options"], golden["monitor"].text)
    func number(_ name: String) -> Double? {
      options[name].isNull ? nil : options[name].number
    }
    func scalar(_ name: String) -> Scalar? { number(name).map { Scalar($0) } }
    func integer(_ name: String, _ usual: Int) -> Int {
      options[name].isNull ? usual : options[name].integer
    }
    let mode: MonitorCallback.Mode =
      switch options["mode"].text {
      case "min": .min
      case "max": .max
      default: .auto
      }
    switch golden["name"].text {
    case "EarlyStopping":
      return EarlyStopping(
        monitor: monitor, minDelta: scalar("min_delta") ?? 0,
        patience: integer("patience", 0), mode: mode,
        baseline: scalar("baseline"),
        restoreBestWeights: integer("restore_best_weights", 0) == 1,
        startFromEpoch: integer("start_from_epoch", 0))
    case "ReduceLROnPlateau":
      return ReduceLROnPlateau(
        monitor: monitor, factor: number("factor") ?? 0.1,
        patience: integer("patience", 10), mode: mode,
        minDelta: scalar("min_delta") ?? 1e-4,
        cooldown: integer("cooldown", 0), minRate: number("min_lr") ?? 0)
    case "ModelCheckpoint":
      return ModelCheckpoint(
        monitor: monitor, saveBestOnly: integer("save_best_only", 0) == 1,
        mode: mode,
        initialValueThreshold: scalar("initial_value_threshold"))
    default: return nil
    }
  }

  @Test(arguments: Golden.training["callbacks"].list.indices)
  func decisionsAreKeras(_ index: Int) throws {
    let golden = Golden.training["callbacks"].list[index]
    let callback = try #require(made(golden))
    let model = try newModel()
    callback.onTrainBegin(model)
    for (epoch, expected) in golden["epochs"].list.enumerated() {
      callback.onEpochBegin(epoch, model)
      try setEpoch(epoch, model)
      var logs = Scores()
      logs.set(
        golden["monitor"].text, Scalar(golden["values"].list[epoch].number))
      callback.onEpochEnd(epoch, &logs, model)
      #expect(
        model.stopTraining == (expected["stops"].integer == 1),
        "epoch \(epoch)")
      let rate = try #require(model.optimizer).learningRate
      #expect(abs(rate - expected["rate"].number) < 1e-12, "epoch \(epoch)")
      if let checkpoint = callback as? ModelCheckpoint {
        #expect(
          (checkpoint.epoch == epoch) == (expected["saves"].integer == 1),
          "epoch \(epoch)")
      }
    }
    callback.onTrainEnd(model)
    let weight = model.namedWeights[0].tensor
    #expect(weight == Tensor([[Scalar(golden["weights"].number)]]))
  }

  @Test func stoppingSaysWhereItStopped() throws {
    let (model, stopping) = (try newModel(), EarlyStopping(patience: 2))
    stopping.onTrainBegin(model)
    for (epoch, loss) in [3, 1, 2, 2].enumerated() {
      #expect(stopping.stoppedEpoch == nil)
      var logs = Scores()
      logs.set("val_loss", Scalar(loss))
      stopping.onEpochEnd(epoch, &logs, model)
    }
    #expect(stopping.stoppedEpoch == 3)
    #expect(stopping.bestEpoch == 1 && stopping.best == 1)
    stopping.onTrainBegin(model)
    #expect(stopping.stoppedEpoch == nil && stopping.best == nil)
  }

  @Test func checkpointsAreKeptAndHandedOn() throws {
    var seen: [Int] = []
    let checkpoint = ModelCheckpoint(monitor: "loss", saveBestOnly: true) {
      epoch, _ in seen.append(epoch)
    }
    let model = try newModel()
    for (epoch, loss) in [3, 4, 1, 2].enumerated() {
      try setEpoch(10 * epoch, model)
      var logs = Scores()
      logs.set("loss", Scalar(loss))
      checkpoint.onEpochEnd(epoch, &logs, model)
    }
    #expect(seen == [0, 2])
    #expect(checkpoint.weights[0].tensor == Tensor([[20]]))
  }

  @Test(arguments: Golden.training["csv"].list.indices)
  func linesAreKeras(_ index: Int) throws {
    let golden = Golden.training["csv"].list[index]
    var text = ""
    let logger = CSVLogger(separator: golden["separator"].text) {
      text += $0 + "\r\n"
    }
    let model = try newModel()
    logger.onTrainBegin(model)
    for (epoch, items) in golden["logs"].list.enumerated() {
      var logs = Scores()
      for item in items.list {
        logs.set(item.list[0].text, Scalar(item.list[1].number))
      }
      logger.onEpochEnd(epoch, &logs, model)
    }
    #expect(text == golden["text"].text)
  }

  @Test func anAppendedTableHasNoSecondHeader() throws {
    var lines: [String] = []
    let logger = CSVLogger(append: true) { lines.append($0) }
    var logs = Scores()
    logs.set("loss", 2)
    logger.onEpochEnd(3, &logs, try newModel())
    #expect(lines == ["3,2.0,NA"])
  }

  @Test func autoKnowsWhichWayIsBetter() throws {
    let model = try newModel()
    model.compile(
      loss: .meanSquaredError, metrics: [.accuracy, .meanAbsoluteError])
    for (name, isUp) in [
      ("loss", false), ("val_loss", false), ("accuracy", true),
      ("val_accuracy", true), ("val_mean_absolute_error", false),
    ] {
      let callback = EarlyStopping(monitor: name)
      #expect(callback.isBetter(2, than: 1, model) == isUp, "\(name)")
      #expect(callback.isBetter(1, than: 2, model) == !isUp, "\(name)")
      #expect(!callback.isBetter(1, than: 1, model), "\(name)")
    }
  }

  static let mistakes: [Mistake] = [
    (
      "expected one of accuracy, loss to monitor; got val_loss",
      {
        var logs = Scores()
        logs.set("accuracy", 1)
        logs.set("loss", 1)
        EarlyStopping().onEpochEnd(0, &logs, Sequential())
      }
    ),
    (
      "expected a mode, .min or .max, for length",
      {
        _ = EarlyStopping(monitor: "length").isBetter(
          1, than: 2, Sequential())
      }
    ),
    (
      "expected a factor in 0..<1; got 1.0000",
      { _ = ReduceLROnPlateau(factor: 1) }
    ),
    (
      "expected a patience of at least 0; got -1",
      { _ = EarlyStopping(patience: -1) }
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
