// What line charts say.

import Testing

@testable import Figures

@Suite struct LineChartTests {
  static let falling = [1.9474, 1.2, 0.8, 0.5124]

  @Test func wordsOfOneLine() {
    #expect(
      LineChart("loss", over: "epochs", Self.falling).description
        == "line chart of loss over 4 epochs: from 1.947 to 0.5124, "
        + "lowest 0.5124 at 4")
  }

  @Test func wordsOfNamedLinesAndReferences() {
    let chart = LineChart(
      "accuracy", over: "epochs", Series("training", [0.5, 0.7, 0.9]),
      Series("validation", [Float(0.5), 0.75, 0.625]),
      references: [Reference("chance", at: 0.5)])
    #expect(
      chart.description
        == "line chart of accuracy over 3 epochs: training from 0.5000 to "
        + "0.9000, highest 0.9000 at 3; validation from 0.5000 to 0.6250, "
        + "highest 0.7500 at 2; chance at 0.5000")
  }

  @Test func bothExtremesAreNamedWhereTheStartIsNeither() {
    #expect(
      LineChart("norm", [2.0, 3, 1, 2]).description
        == "line chart of norm over 4 steps: from 2 to 2, lowest 1 at 3, "
        + "highest 3 at 2")
  }

  @Test(arguments: [
    (LineChart("loss", over: "epochs", [0.5]), "1 epoch: 0.5000"),
    (
      LineChart("loss", over: "steps of descent", [0.5]),
      "1 step of descent: 0.5000"
    ),
    (LineChart("loss", [0.5, 0.5]), "2 steps: always 0.5000"),
    (
      LineChart("loss", falling, from: 0),
      "steps 0 to 3: from 1.947 to 0.5124, lowest 0.5124 at 3"
    ),
    (
      LineChart(
        "recall", over: "lags", Series("GRU", falling, at: [1, 2, 5, 9])),
      "lags 1 to 9: GRU from 1.947 to 0.5124, lowest 0.5124 at 9"
    ),
    (LineChart("loss", over: "epochs", series: []), "no epochs: no lines"),
    (
      LineChart("loss", [Double]()),
      "no steps: no value to draw"
    ),
  ])
  func extents(_ chart: LineChart, _ words: String) {
    let start = "line chart of " + chart.title + " over "
    #expect(chart.description == start + words)
  }

  @Test func valuesThatCannotBeDrawnAreSaid() {
    let values = [1, .infinity, 2, .nan, .nan, -1, 0]
    #expect(
      LineChart("loss", values).description
        == "line chart of loss over 7 steps: from 1 to 0, lowest −1 at 6, "
        + "highest 2 at 3, 2 not a number, the first at 4, 1 infinite, the "
        + "first at 2")
    #expect(
      LineChart("loss", values, scale: .logarithmic).description
        == "line chart of loss over 7 steps, logarithmic: from 1 to 2, "
        + "highest 2 at 3, 2 not a number, the first at 4, 1 infinite, the "
        + "first at 2, 2 not above zero, the first at 6")
    #expect(
      LineChart("loss", [Double.nan]).description
        == "line chart of loss over 1 step: no value to draw, 1 not a "
        + "number, the first at 1")
  }

  @Test func gapsBreakTheLine() {
    let picture = LineChart("loss", [1, 2, .nan, 3, 4.0]).picture
    let line = elements(of: picture).first { $0.style == "series-a" }
    #expect(line?.text("d").filter { $0 == "M" }.count == 2)
  }

  @Test func aPointWithoutNeighboursIsARing() {
    let picture = LineChart("loss", [1, .nan, 3, .nan]).picture
    let rings = elements(of: picture).filter { $0.name == "circle" }
    #expect(rings.count == 2)
  }

  @Test func longLinesAreThinnedButKeepTheirPeaks() {
    var values = (0..<20_000).map { Double($0 * 7919 % 1000) / 1000 }
    values[12_345] = 10
    let picture = LineChart("loss", values).picture
    #expect(picture.utf8.count < 10_000)
    // The peak is the top of the axis, 34 units from the upper edge.
    let line = elements(of: picture).first { $0.style == "series-a" }
    #expect(line?.text("d").contains(" 34L") == true)
  }

  @Test func straightLinesNeedTwoPoints() {
    let picture = LineChart("ramp", (0..<500).map { Double($0) }).picture
    let line = elements(of: picture).first { $0.style == "series-a" }
    #expect(line?.text("d").filter { $0 == "L" }.count == 1)
  }

  @Test func linesDifferWithoutColour() {
    let inks = (0..<6).map { Ink($0) }
    for (position, ink) in inks.enumerated() {
      for other in inks[..<position] {
        #expect(ink.line != other.line || ink.dashes != other.dashes)
      }
    }
  }
}
