// What bar charts say, and how long the bars are.

import Testing

@testable import Figures

@Suite struct BarChartTests {
  @Test func words() {
    let chart = BarChart(
      "test accuracy", Bar("baseline", 0.835), Bar("LSTM", Float(0.875)),
      references: [Reference("chance", at: 0.5)])
    #expect(
      chart.description
        == "bar chart of test accuracy: baseline 0.8350, LSTM 0.8750; "
        + "chance at 0.5000")
  }

  @Test(arguments: [
    (BarChart("n", of: ["a", "b"], [1.5, .nan]), "a 1.500, b not a number"),
    (BarChart("n", Bar("the", 13000)), "the 13000"),
    (BarChart("n", bars: []), "no bars"),
  ])
  func extremes(_ chart: BarChart, _ words: String) {
    #expect(chart.description == "bar chart of n: " + words)
  }

  @Test func lengthsAreProportionalFromZero() {
    let chart = BarChart("n", of: ["a", "b", "c"], [2.0, 1, -1])
    let bars = elements(of: chart.picture).filter { $0.style == "bar-a" }
    let widths = bars.map { $0.number("width") }
    #expect(widths.count == 3)
    #expect(abs(widths[0] - 2 * widths[1]) < 0.3)
    #expect(abs(widths[1] - widths[2]) < 0.3)
    // The bar below zero ends where the others begin.
    let zero = bars[0].number("x")
    #expect(abs(bars[2].number("x") + widths[2] - zero) < 0.3)
  }

  @Test func everyValueIsPrintedWithTheSameDecimals() {
    let chart = BarChart("w", of: ["a", "b", "c"], [-1.25, 0.01, .nan])
    let words = elements(of: chart.picture).map { $0.content }
    #expect(words.contains("−1.250"))
    #expect(words.contains("0.010"))
    #expect(words.contains("NaN"))
  }
}
