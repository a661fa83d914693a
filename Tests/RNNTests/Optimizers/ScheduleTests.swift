import Tensors
import Testing

@testable import RNN

@Suite struct ScheduleTests {
  private func rate(_ name: String, _ step: Int) -> Double? {
    switch name {
    case "exponential":
      ExponentialDecay(from: 0.1, steps: 10, rate: 0.96)(step)
    case "exponential_stairs":
      ExponentialDecay(from: 0.1, steps: 10, rate: 0.5, staircase: true)(step)
    case "inverse":
      InverseTimeDecay(from: 0.1, steps: 10, rate: 0.5)(step)
    case "inverse_stairs":
      InverseTimeDecay(from: 0.1, steps: 10, rate: 0.5, staircase: true)(step)
    case "polynomial":
      PolynomialDecay(from: 0.1, to: 0.02, steps: 30)(step)
    case "polynomial_square":
      PolynomialDecay(from: 0.1, to: 0.02, steps: 30, power: 2)(step)
    case "polynomial_root":
      PolynomialDecay(from: 0.1, to: 0.02, steps: 30, power: 0.5)(step)
    case "polynomial_cycle":
      PolynomialDecay(from: 0.1, to: 0.02, steps: 30, cycles: true)(step)
    case "piecewise":
      PiecewiseConstantDecay(
        boundaries: [10, 30], rates: [0.1, 0.05, 0.01])(step)
    case "cosine": CosineDecay(from: 0.1, steps: 30)(step)
    case "cosine_alpha": CosineDecay(from: 0.1, steps: 30, alpha: 0.2)(step)
    case "cosine_warmup":
      CosineDecay(from: 0.01, steps: 30, warmup: (target: 0.1, steps: 7))(
        step)
    case "restarts": CosineDecayRestarts(from: 0.1, steps: 11)(step)
    case "restarts_even":
      CosineDecayRestarts(from: 0.1, steps: 11, stretch: 1, shrink: 0.9)(step)
    case "restarts_shrink":
      CosineDecayRestarts(
        from: 0.1, steps: 11, stretch: 1.5, shrink: 0.8, alpha: 0.1)(step)
    default: nil
    }
  }

  @Test(arguments: Golden.training["schedules"]["rates"].keys)
  func ratesAreKeras(_ name: String) throws {
    let golden = Golden.training["schedules"]
    let expected = golden["rates"][name].list.map(\.number)
    for (step, expected) in zip(golden["steps"].integers, expected) {
      let mine = try #require(rate(name, step))
      #expect(abs(mine - expected) < 1e-15, "step \(step)")
    }
  }

  @Test(arguments: [
    (2.0, 10.0, 1024.0), (0.5, 3, 0.125), (2, 0.5, 1.4142135623730951),
    (0.96, 0.1, 0.9959261213978506), (10, -2, 0.01), (0, 0.5, 0), (7, 0, 1),
    (1e-300, 0.5, 1e-150), (3, 1.5, 5.196152422706632),
  ])
  func powers(_ base: Double, _ exponent: Double, _ expected: Double) {
    #expect(abs(power(base, exponent) - expected) <= 1e-13 * expected)
  }

  @Test func cosinesAreThoseOfTheCircle() {
    #expect(cosine(turns: 0) == 1)
    #expect(cosine(turns: 0.25) == 0)
    #expect(cosine(turns: 0.5) == -1)
    #expect(abs(cosine(turns: 1 / 6) - 0.5) < 1e-15)
    #expect(abs(cosine(turns: 1 / 8) - 0.5.squareRoot()) < 1e-15)
    #expect(abs(cosine(turns: 3 / 8) + 0.5.squareRoot()) < 1e-15)
  }

  @Test func aNumberIsTheSameForAllSteps() {
    #expect(0.25(0) == 0.25 && 0.25(1000) == 0.25)
    #expect(0.25.isConstant)
    #expect(!CosineDecay(from: 1, steps: 1).isConstant)
  }

  static let mistakes: [Mistake] = [
    (
      "expected a positive number of steps to decay in; got 0",
      { _ = PolynomialDecay(from: 1, steps: 0) }
    ),
    (
      "expected one rate more than boundaries; got 2 and 2",
      { _ = PiecewiseConstantDecay(boundaries: [1, 2], rates: [1, 2]) }
    ),
    (
      "expected rising boundaries; got 2 after 2",
      { _ = PiecewiseConstantDecay(boundaries: [2, 2], rates: [1, 2, 3]) }
    ),
    (
      "expected periods to be stretched by at least 1; got 0.5000",
      { _ = CosineDecayRestarts(from: 1, steps: 1, stretch: 0.5) }
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
