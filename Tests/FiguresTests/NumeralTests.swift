// Numbers in figures: digits, the minus, powers of ten.

import Testing

@testable import Figures

@Suite struct NumeralTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (3, "3"), (-25000, "−25000"), (1.9474, "1.947"),
      (0.5, "0.5000"), (-0.00291, "−0.002910"), (12.3456, "12.35"),
      (999.96, "1000.0"), (1.2e-7, "1.200×10⁻⁷"), (-3.5e10, "−3.500×10¹⁰"),
      (.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞"),
    ] as [(Double, String)])
  func fourSignificantDigits(_ value: Double, _ text: String) {
    #expect(Numeral(value).description == text)
  }

  @Test(arguments: [
    (0.125, 2, "0.12"), (0.1251, 2, "0.13"), (-0.0004, 3, "0.000"),
    (-1.5, 1, "−1.5"), (7, 2, "7.00"), (2.5e9, 1, "2.500×10⁹"),
  ])
  func fixedDecimals(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(Numeral(value, decimals: decimals).description == text)
  }

  @Test(
    arguments: [
      (0.125, 2, "0.12"), (0, 3, "0"), (-0.0, 3, "0"), (0.000031, 3, "3e−5"),
      (-0.0004, 3, "−4e−4"), (0.0000996, 3, "1e−4"), (0.0004996, 3, "5e−4"),
      (.nan, 3, "NaN"),
    ] as [(Double, Int, String)])
  func cellsHaveNoZerosThatSayNothing(
    _ value: Double, _ decimals: Int, _ text: String
  ) {
    #expect(Numeral(cell: value, decimals: decimals).description == text)
  }

  @Test(arguments: [(0.5, "0.5"), (-0.005, "−0.005"), (20, "20"), (100, "100")])
  func roundNumbersHaveNoZerosToSpare(_ value: Double, _ text: String) {
    #expect(Numeral(round: value).description == text)
  }

  @Test func ordersOfPowersOfTenAreExact() {
    for order in -20...20 {
      #expect(Decade.order(of: Decade.power(order)) == order)
      #expect(Decade.order(of: 9.99 * Decade.power(order)) == order)
    }
  }

  @Test(arguments: [1e-30, 0.02, 0.999, 1, 1.5, 2, 7.3, 1e6, 3e100])
  func logarithms(_ value: Double) {
    let logarithm = Decade.logarithm(value)
    let tenth = Decade.logarithm(value / 10)
    #expect(abs(logarithm - tenth - 1) < 1e-12)
    #expect(abs(Decade.logarithm(value * value) - 2 * logarithm) < 1e-9)
  }
}
