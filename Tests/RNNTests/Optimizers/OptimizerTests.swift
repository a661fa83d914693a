import RNN
import Tensors
import Testing

@Suite struct OptimizerTests {
  /// How near each step must be to Keras'.
  private let nearness = Scalar.isDouble ? 1e-12 : 1e-6

  private func plain(_ name: String) -> Optimizer? {
    switch name {
    case "SGD": SGD()
    case "SGD_mom0.9": SGD(momentum: 0.9)
    case "SGD_nesterov": SGD(momentum: 0.9, nesterov: true)
    case "RMSprop": RMSprop()
    case "Adagrad": Adagrad()
    case "Adam": Adam()
    case "Adam_amsgrad": Adam(amsgrad: true)
    case "AdamW": AdamW()
    case "Nadam": Nadam()
    case "Adam_clipnorm1": Adam(clipping: .norm(1))
    case "SGD_clipvalue0.5": SGD(clipping: .value(0.5))
    case "SGD_globalclip1": SGD(clipping: .globalNorm(1))
    default: nil
    }
  }

  /// Five steps down f(w) = Σ ½ · c · w², beside Keras' five.
  @Test(arguments: Golden.cells["optimizers"]["traj"].keys)
  func stepsAreKeras(_ name: String) throws {
    let golden = Golden.cells["optimizers"]
    let optimizer = try #require(plain(name))
    let c = golden["c"].tensor
    var w = golden["w0"].tensor
    for expected in golden["traj"][name].list {
      let gradient = c * w
      optimizer.beginStep([gradient])
      optimizer.update(&w, gradient, slot: 0)
      expectClose(w, expected.tensor, nearness)
    }
    #expect(optimizer.iterations == 5)
  }

  private func withOptions(_ name: String) -> Optimizer? {
    switch name {
    case "SGD_decay":
      SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.3)
    case "SGD_global":
      SGD(
        learningRate: 0.1, momentum: 0.5, nesterov: true,
        clipping: .globalNorm(2))
    case "SGD_scheduled":
      SGD(
        learningRate: ExponentialDecay(
          from: 0.1, steps: 2, rate: 0.5, staircase: true))
    case "RMSprop_momentum": RMSprop(learningRate: 0.01, momentum: 0.7)
    case "RMSprop_centered":
      RMSprop(learningRate: 0.01, rho: 0.8, centered: true)
    case "RMSprop_all":
      RMSprop(
        learningRate: 0.01, momentum: 0.7, centered: true,
        clipping: .value(1.5), weightDecay: 0.1)
    case "Adagrad":
      Adagrad(learningRate: 0.1, initialAccumulator: 0.5, clipping: .norm(3))
    case "Adam_amsgrad_scheduled":
      Adam(learningRate: CosineDecay(from: 0.1, steps: 4), amsgrad: true)
    case "AdamW_clipped":
      AdamW(learningRate: 0.01, weightDecay: 0.2, clipping: .globalNorm(1))
    case "Nadam":
      Nadam(learningRate: 0.05, clipping: .norm(2), weightDecay: 0.1)
    default: nil
    }
  }

  /// Two parameters, the second without a gradient every other step.
  @Test(arguments: Golden.training["optimizers"].keys)
  func optionsAreKeras(_ name: String) throws {
    let optimizer = try #require(withOptions(name))
    var a = fill([2, 3], 2, 1)
    var b = fill([4], 1, 2)
    let c = Tensor([[3, 6, 9], [12, 15, 18]])
    for (step, expected) in Golden.training["optimizers"][name].list
      .enumerated()
    {
      let gradients = [c * a, Scalar(step % 2) * b]
      optimizer.beginStep(gradients)
      optimizer.update(&a, gradients[0], slot: 0)
      optimizer.update(&b, gradients[1], slot: 1)
      expectClose(a, expected.list[0].tensor("values"), nearness)
      expectClose(b, expected.list[1].tensor("values"), nearness)
    }
  }

  /// The numbers a summary counts as the optimizer's.
  @Test(arguments: Golden.training["optimizer_numbers"].keys)
  func numbersKeptAreKeras(_ name: String) throws {
    let schedule = CosineDecay(from: 0.1, steps: 4)
    let made: Optimizer? =
      switch name {
      case "SGD_momentum": SGD(momentum: 0.9)
      case "SGD_scheduled": SGD(learningRate: schedule)
      case "RMSprop_all": RMSprop(momentum: 0.7, centered: true)
      case "Nadam_scheduled": Nadam(learningRate: schedule)
      default: plain(name)
      }
    let optimizer = try #require(made)
    #expect(
      10 * optimizer.numbersPerParameter + optimizer.numbersBesides
        == Golden.training["optimizer_numbers"][name].integer)
  }

  @Test func slotsAreApart() {
    let optimizer = SGD(learningRate: 1, momentum: 0.5)
    var (a, b) = (Tensor([0]), Tensor([0, 0]))
    for _ in 0..<2 {
      optimizer.beginStep()
      optimizer.update(&a, Tensor([1]), slot: 0)
      optimizer.update(&b, Tensor([0, -1]), slot: 1)
    }
    #expect(a == Tensor([-2.5]))
    #expect(b == Tensor([0, 2.5]))
  }

  @Test func aRuleOfOnesOwnIsASubclass() {
    final class Signs: Optimizer {
      override func rule(
        _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
      ) {
        parameter.change(by: gradient) { [rate] p, g in
          g > 0 ? p - rate : p + rate
        }
      }
    }
    let optimizer = Signs(Optimizer.Options(learningRate: 0.5))
    var w = Tensor([1, -1])
    optimizer.beginStep()
    optimizer.update(&w, Tensor([7, -0.1]), slot: 0)
    #expect(w == Tensor([0.5, -0.5]))
  }

  @Test func aRateMayBeSetWhereNoScheduleDecides() {
    let optimizer = Adam()
    #expect(optimizer.learningRate == 0.001)
    optimizer.learningRate = 0.25
    optimizer.beginStep()
    #expect(optimizer.learningRate == 0.25)
    #expect(optimizer.rate == 0.25)
  }

  @Test func theRateOfAScheduleIsThatOfTheNextStep() {
    let optimizer = SGD(
      learningRate: PiecewiseConstantDecay(
        boundaries: [0, 1], rates: [4, 2, 1]))
    #expect(optimizer.learningRate == 4)
    var rates: [Scalar] = []
    for _ in 0..<4 {
      optimizer.beginStep()
      rates.append(optimizer.rate)
    }
    #expect(rates == [4, 2, 1, 1])
  }

  static let mistakes: [Mistake] = [
    (
      "expected a learning rate of at least 0; got -1.0000",
      { _ = SGD(learningRate: -1.0) }
    ),
    (
      "expected a momentum in 0...1; got 2.0000",
      { _ = RMSprop(momentum: 2) }
    ),
    (
      "expected a positive limit to clip gradients to; got 0.0000",
      { _ = Adam(clipping: .norm(0)) }
    ),
    (
      "a schedule decides about this one's",
      {
        let rate = ExponentialDecay(from: 1, steps: 1, rate: 0.5)
        SGD(learningRate: rate).learningRate = 0.1
      }
    ),
    (
      "expected all gradients when a step begins",
      { SGD(clipping: .globalNorm(1)).beginStep() }
    ),
    (
      "expected the slots in order; got 1 after 0",
      {
        var w = Tensor([1])
        let optimizer = Adam()
        optimizer.beginStep()
        optimizer.update(&w, w, slot: 1)
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
