// Round numbers on axes.

import Testing

@testable import Figures

@Suite struct AxisTests {
  @Test(arguments: [
    ([0.48, 1.95], "0 0.5 1.0 1.5 2.0"),
    ([0.83, 0.87], "0.83 0.84 0.85 0.86 0.87"),
    ([-1, 1], "−1.0 −0.5 0 0.5 1.0"),
    ([0.25], "0 0.05 0.10 0.15 0.20 0.25"),
    ([0, 0], "0 0.2 0.4 0.6 0.8 1.0"),
    ([-3, -3], "−3 −2 −1 0"),
    ([1e-9, 3e-9], "0 1×10⁻⁹ 2×10⁻⁹ 3×10⁻⁹"),
    ([0, 2.4e7], "0 0.5×10⁷ 1.0×10⁷ 1.5×10⁷ 2.0×10⁷ 2.5×10⁷"),
    ([], "0 0.2 0.4 0.6 0.8 1.0"),
  ])
  func linear(_ values: [Double], _ labels: String) {
    let axis = Axis.covering(values, scale: .linear)
    #expect(axis.ticks.map { $0.label }.joined(separator: " ") == labels)
    for value in values {
      #expect((-1e-9...1 + 1e-9).contains(axis.share(of: value)))
    }
  }

  @Test(arguments: [
    ([0.003, 0.9], "0.001 0.01 0.1 1"),
    ([1, 1], "1 10"),
    ([1e-12, 5], "10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 10⁰"),
    ([20, 1000], "10 100 1000"),
  ])
  func logarithmic(_ values: [Double], _ labels: String) {
    let axis = Axis.covering(values, scale: .logarithmic)
    #expect(axis.ticks.map { $0.label }.joined(separator: " ") == labels)
    for value in values {
      #expect((-1e-9...1 + 1e-9).contains(axis.share(of: value)))
    }
  }

  @Test func equalRatiosAreEquallyFarApart() {
    let axis = Axis.covering([0.01, 1], scale: .logarithmic)
    #expect(abs(axis.share(of: 0.1) - 0.5) < 1e-12)
  }

  @Test(arguments: [
    ([1, 20], "1 5 10 15 20"),
    ([0, 1000], "0 200 400 600 800 1000"),
    ([1, 3], "1 2 3"),
    ([7], "7"),
  ])
  func wholeNumbersAlong(_ values: [Double], _ labels: String) {
    let axis = Axis.along(values, whole: true)
    #expect(axis.ticks.map { $0.label }.joined(separator: " ") == labels)
    #expect(axis.ticks.allSatisfy { $0.value == $0.value.rounded() })
  }

  @Test(arguments: [
    ([0, 2], "0 1 2"),
    ([0, 1], "0 1"),
    ([0, 9], "0 2 4 6 8 10"),
    ([0, 104], "0 50 100 150"),
  ])
  func countsUp(_ values: [Double], _ labels: String) {
    let axis = Axis.covering(values, scale: .linear, whole: true)
    #expect(axis.ticks.map { $0.label }.joined(separator: " ") == labels)
    #expect(axis.ticks.allSatisfy { $0.value == $0.value.rounded() })
  }

  @Test func fractionsAlong() {
    let axis = Axis.along([0, 0.5], whole: false)
    let labels = axis.ticks.map { $0.label }
    #expect(labels == ["0", "0.1", "0.2", "0.3", "0.4", "0.5"])
  }
}
