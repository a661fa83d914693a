// What the newer figures say, and that nothing a lesson passes in is markup.

import LessonRuntime
import Testing

@testable import Figures

@Suite struct FigureWordsTests {
  static let nasty = "<script>alert(1)</script>\" onload=\"x&\u{1}"

  @Test func fanCountsStepsBack() {
    #expect(
      GradientFan("norm", Series("ρ = 0.5", [0.25, 0.5, 1])).description
        == "gradient fan of norm over steps back 0 to 2, logarithmic: "
        + "ρ = 0.5 from 1 to 0.2500, lowest 0.2500 at 2")
  }

  @Test func bandsSayWhatTheyAre() {
    let chart = LineChart(
      "accuracy", Series("GRU", runs: [[0.5, 0.75], [0.25, 0.5]]),
      Series("RNN", runs: [[1.0], [3.0]], spread: .deviation))
    #expect(
      chart.description
        == "line chart of accuracy over steps 1 to 2: GRU mean of 2 runs "
        + "with their range, from 0.3750 to 0.6250, highest 0.6250 at 2, "
        + "at last between 0.5000 and 0.7500; RNN mean of 2 runs ± "
        + "deviation, 2, at last between 0.5858 and 3.414")
  }

  @Test func tokensSayTheirValues() {
    let strip = TokenStrip(
      "gates", over: ["not", "bad"], Series("forget", [0.98, 0.12]),
      Series("input", [0.21, .nan]))
    #expect(
      strip.description
        == "token strip of gates, 2 tokens:\nnot: forget 0.9800, input "
        + "0.2100\nbad: forget 0.1200, input NaN")
    let long = TokenStrip(
      "p", over: (0..<130).map { "t\($0)" },
      Series("p", (0..<130).map { Double($0) }))
    #expect(
      long.description
        == "token strip of p, 130 tokens:\np from 0 at “t0” to 129 at "
        + "“t129”")
  }

  @Test func spotsSayWhereTheyAre() {
    let scatter = Scatter(
      "one", "two", Spot("good", 1.5, -2.0, group: "praise"),
      Spot("bad", -1, 0.25, group: "blame"))
    #expect(
      scatter.description
        == "scatter of 2 points, one across and two up:\npraise: good "
        + "(1.500, −2)\nblame: bad (−1, 0.2500)")
  }

  @Test func equationsSayTheirNumbers() {
    let equation = MatrixEquation(
      .matrix("x", [[1.0, 0.5]]), "·", .matrix("W", [[2.0], [-0.25]]), "=",
      .matrix("a", [[1.875]]))
    #expect(
      equation.description
        == "equation: x · W = a\nx [1, 2]: 1, 0.5000\nW [2, 1]: 2; "
        + "−0.2500\na [1, 1]: 1.875")
  }

  @Test(arguments: [
    ([0.1, 0.2], true, "better"), ([0.1, 0.2], false, "worse"),
    ([-0.1, -0.2], true, "worse"), ([-0.1, -0.2], false, "better"),
    ([-0.1, 0.2], true, "not told apart"), ([0, 0.2], true, "not told apart"),
    ([0.1], true, "one run tells nothing"),
    ([0.1, .nan], true, "one run tells nothing"),
  ])
  func verdicts(_ runs: [Double], _ moreIsBetter: Bool, _ verdict: String) {
    let plot = ForestPlot(
      "gain", Change("a", runs), moreIsBetter: moreIsBetter)
    #expect(plot.description.hasSuffix(", " + verdict))
  }

  @Test func changesSayMeanAndRange() {
    #expect(
      ForestPlot("gain", Change("a", [0.5, 0.25, .infinity])).description
        == "forest plot of gain:\na: mean 0.3750, from 0.2500 to 0.5000 in 2 "
        + "runs (1 without a number), better")
  }

  @Test func histogramsCount() {
    #expect(
      Histogram("lengths", [1, 2, 2, 3, 7]).description
        == "histogram of lengths, 5 values from 1 to 7, mean 3, standard "
        + "deviation 2.345; 7 bins, the fullest, 2 values, from 2 to 3")
    #expect(
      Histogram("w", [0.5, 0.5]).description
        == "histogram of w, 2 values, all 0.5000")
  }

  @Test(arguments: [
    [0.0, 1, 0.5], [-3, 7.25, 7.25, 1e-9], [5, 5], [1e12, -1e12], [1e-20],
  ])
  func everyValueIsInABin(_ values: [Double]) {
    let bins = Bins(values, about: 10)
    #expect(bins.counts.reduce(0, +) == values.count)
    #expect(bins.counts.count <= 26)
    #expect(bins.edge(0) <= values.min()!)
    #expect(bins.edge(bins.counts.count) >= values.max()! * (1 - 1e-9))
  }

  @Test func confusionsAreCounted() {
    let matrix = ConfusionMatrix(
      ["no", "yes"], truth: [0, 0, 1, 1], said: [0, 1, 1, 1])
    #expect(
      matrix.description
        == "confusion matrix, 4 samples, 0.7500 right:\nno: 1 said no, 1 "
        + "said yes\nyes: 0 said no, 2 said yes")
  }

  // MARK: - Escaping

  static let hostile: [Sample] = [
    Sample(
      "graph",
      UnrolledGraph(
        nasty, reading: [nasty], states: [[0.5]],
        readout: [Bar(nasty, 0.5)])),
    Sample("fan", GradientFan(nasty, Series(nasty, [1.0, 2]))),
    Sample("strip", TokenStrip(nasty, over: [nasty], Series(nasty, [1.0]))),
    Sample("scatter", Scatter(nasty, nasty, Spot(nasty, 1, 2, group: nasty))),
    Sample(
      "equation",
      MatrixEquation(.matrix(nasty, [[1.0]]), .sign(nasty))),
    Sample("forest", ForestPlot(nasty, Change(nasty, [1.0, 2]))),
    Sample("histogram", Histogram(nasty, [1.0, 2])),
    Sample("confusion", ConfusionMatrix([nasty], counts: [[3]])),
    Sample("caption", BarChart(nasty, Bar(nasty, 1)).captioned(nasty)),
  ]

  @Test(arguments: hostile)
  func nothingPassedInIsMarkup(_ sample: Sample) throws {
    let elements = try #require(parse(sample.picture))
    let known: Set<String> = [
      "all", "svg", "text", "tspan", "rect", "path", "circle", "table",
      "caption", "thead", "tbody", "tr", "th", "td", "p",
    ]
    for element in elements {
      #expect(known.contains(element.name))
      #expect(element.attributes["onload"] == nil)
    }
    #expect(
      sample.picture.contains("&lt;script&gt;")
        || sample.picture.contains("&lt;…") || sample.picture.contains("&lt;s"))
  }

  // MARK: - Captions and tables

  @Test func captionsFollowThePicture() {
    let chart = BarChart("loss", Bar("a", 1))
    let figure = chart.captioned("One < two.")
    #expect(figure.description == chart.description)
    #expect(
      figure.picture
        == chart.picture + "<p class=\"caption\">One &lt; two.</p>")
    #expect(chart.captioned("").picture == chart.picture)
  }

  @Test func chartsCarryTheirNumbers() {
    let chart = LineChart(
      "loss", over: "epochs", Series("a", [0.5, 0.25]),
      Series("b", [1.5], at: [2]))
    #expect(
      chart.table
        == "<table class=\"data\"><thead><tr><th scope=\"col\">epochs</th>"
        + "<th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"
        + "<tbody><tr><th scope=\"row\">1</th><td>0.5000</td><td></td></tr>"
        + "<tr><th scope=\"row\">2</th><td>0.2500</td><td>1.500</td></tr>"
        + "</tbody></table>")
  }

  /// A heading without a word is none.
  @Test func headingsOfTablesHaveWords() {
    let spots = Scatter("one", "two", Spot("", 1, 2), Spot("a", 3, 4))
    #expect(spots.table.contains("<tr><td></td><th scope=\"col\">one</th>"))
    #expect(spots.table.contains("<tr><td></td><td>1</td>"))
    #expect(spots.table.contains("<tr><th scope=\"row\">a</th>"))
  }

  @Test func longTablesAreThinned() {
    let chart = LineChart("loss", (0..<20_000).map { Double($0) })
    #expect(chart.table.utf8.count < 4000)
    #expect(chart.table.contains("One row in 500, of 20000"))
    #expect(chart.table.contains(">20000<"))
  }
}
