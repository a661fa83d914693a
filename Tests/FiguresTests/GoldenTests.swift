// Each kind of figure, as it was when somebody last looked at it. After a
// change that is meant, `UNROLLED_GOLDEN=1 swift test --filter GoldenTests`
// writes the files anew; look at them in a browser, with the theme's style.

import Foundation
import LessonRuntime
import Testing

@testable import Figures

@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  static let kinds: [Sample] = [
    Sample(
      "unrolled-graph",
      UnrolledGraph(
        "reading “ba”", reading: ["b", "a"],
        states: [[-0.6683, 0.6863], [0.2284, 0.8074]],
        gradientNorms: [0.3164, 0.9465], loss: 1.2325,
        readout: [Bar("a", 0.708), Bar("b", 0.292)])),
    Sample(
      "gradient-fan",
      GradientFan(
        "‖dL/dh‖", Series("ρ = 0.5", [0.125, 0.25, 0.5, 1]),
        Series("ρ = 1.1", [1.331, 1.21, 1.1, 1]))),
    Sample(
      "bands",
      LineChart(
        "accuracy", over: "epochs",
        Series("GRU", runs: [[0.5, 0.8, 0.9], [0.4, 0.7, 0.95]]))),
    Sample(
      "token-strip",
      TokenStrip(
        "gates", over: ["not", "bad"], Series("forget", [0.98, 0.12]),
        Series("write", [-0.5, 0.25]))),
    Sample(
      "scatter",
      Scatter(
        "first", "second", Spot("good", 1.2, 0.3, group: "praise"),
        Spot("great", 1.21, 0.3, group: "praise"),
        Spot("bad", -1, -0.4, group: "blame"))),
    Sample(
      "matrix-equation",
      MatrixEquation(
        .matrix("x", [[1.0, 0]]), "·", .matrix("W", [[0.2], [-0.7]]), "=",
        .matrix("a", [[0.2]]))),
    Sample(
      "forest-plot",
      ForestPlot(
        "accuracy gained", Change("embedding", [0.11, 0.14, 0.12]),
        Change("dropout", [-0.01, 0.02]))),
    Sample(
      "histogram", Histogram("weights", [0.1, 0.12, -0.3, 0.25], bins: 6)),
    Sample(
      "confusion-matrix",
      ConfusionMatrix(["no", "yes"], counts: [[412, 88], [61, 439]])),
  ]

  @Test(arguments: kinds)
  func isDrawnAsBefore(_ kind: Sample) throws {
    let file = Self.folder.appending(path: kind.name + ".svg")
    // A line for each element, so that a difference can be read.
    let lines =
      kind.picture.replacing("><", with: ">\n<") + "\n"
    if ProcessInfo.processInfo.environment["UNROLLED_GOLDEN"] != nil {
      try lines.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == lines)
  }
}
