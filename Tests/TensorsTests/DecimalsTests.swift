import Foundation
import Testing

@testable import Tensors

@Suite struct DecimalsTests {
  @Test(
    arguments: [
      (0, 4, "0.0000"), (1.94745, 4, "1.9474"), (0.125, 2, "0.12"),
      (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (-0.5, 0, "-0"),
      (999.9996, 3, "1000.000"), (0.05, 1, "0.1"), (1e22, 1, "1e22"),
      (-1e-9, 4, "-0.0000"),
    ] as [(Double, Int, String)])
  func fixedDecimals(_ value: Double, _ digits: Int, _ text: String) {
    let expected = text == "1e22" ? "10000000000000000000000.0" : text
    #expect(fixed(wide: value, digits) == expected)
  }

  @Test(
    arguments: [
      (0, "0.0000e+00"), (1e-3, "1.0000e-03"), (9.99996e-4, "1.0000e-03"),
      (-123456, "-1.2346e+05"), (1e100, "1.0000e+100"),
      (5e-324, "4.9407e-324"),
    ] as [(Double, String)])
  func powersOfTen(_ value: Double, _ text: String) {
    #expect(scientific(wide: value, 4) == text)
  }

  @Test func whatIsNotANumberHasAName() {
    #expect(fixed(wide: .nan, 4) == "nan")
    #expect(fixed(wide: -.infinity, 4) == "-inf")
    #expect(scientific(wide: .infinity, 4) == "inf")
  }

  @Test func agreesWithTheCLibrary() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(scientific(wide: value, 4) == String(format: "%.4e", value))
      let small = Double(generator.below(2_000_001) - 1_000_000) / 8192
      for digits in [0, 1, 4, 9] {
        #expect(
          fixed(wide: small, digits)
            == String(format: "%.\(digits)f", small))
      }
    }
  }
}
