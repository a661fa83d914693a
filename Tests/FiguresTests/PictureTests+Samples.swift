// Pictures that were added later: charts, drawn once.

@testable import Figures

extension Sample {
  private static let fan = GradientFan(
    "‖dL/dh‖", Series("ρ = 0.5", [1e-6, 1e-3, 1]),
    Series("ρ = 0.9", [0.8, 0.9, 1]), Series("LSTM", [0, 0.99, 1]))

  private static let cloud: [Spot] = (0..<40).map { (place: Int) -> Spot in
    let x = Double(place * 7 % 40)
    let y = Double(place * 11 % 40)
    return Spot(
      "word \(place)", x, y, group: place % 2 == 0 ? "even" : "odd")
  }

  static let newer: [Sample] = [
    Sample("fan", fan),
    Sample("no fan", GradientFan("norm", sources: [])),
    Sample(
      "bands",
      LineChart(
        "accuracy", over: "epochs",
        Series("GRU", runs: [[0.5, 0.8, 0.9], [0.4, 0.7, 0.95]]),
        Series(
          "SimpleRNN", runs: [[0.5, .nan, 0.7], [0.5, 0.6, 0.8]],
          spread: .deviation))),
    Sample("a cloud", Scatter("one", "two", spots: cloud)),
    Sample("a spot", Scatter("one", "two", Spot("here", 1e-9, -1e12))),
    Sample(
      "spots without a place",
      Scatter("one", "two", Spot("nowhere", Double.nan, 1))),
    Sample("no spots", Scatter("one", "two", spots: [])),
    Sample(
      "a forest",
      ForestPlot(
        "accuracy gained", Change("word embeddings", [0.11, 0.14, 0.12]),
        Change(
          "Donaudampfschifffahrtsgesellschaft and others", [-0.01, 0.02]),
        Change("lost", [Double.nan]), Change("once", [-0.2]))),
    Sample("no forest", ForestPlot("accuracy gained", changes: [])),
    Sample("tiny changes", ForestPlot("loss", Change("a", [1e-9, 2e-9]))),
    Sample("a histogram", Histogram("weights", wave)),
    Sample("a histogram of one", Histogram("weights", [0.25])),
    Sample("of huge values", Histogram("weights", [1e12, -3e12, 2.5e12])),
    Sample("of equal values", Histogram("lengths", [7, 7, 7])),
    Sample("of no values", Histogram("weights", [Double.nan])),
    Sample(
      "two classes",
      ConfusionMatrix(
        ["negative", "positive"], counts: [[412, 88], [61, 439]])),
    Sample(
      "long classes",
      ConfusionMatrix(
        ["a class with a long name", "b", "another such class"],
        counts: [[1, 0, 0], [0, 0, 0], [123_456, 0, 2]])),
    Sample(
      "many classes",
      ConfusionMatrix(
        (0..<8).map { "class \($0)" },
        counts: [[Int]](repeating: [0, 1, 2, 3, 4, 5, 6, 7], count: 8))),
    Sample("no classes", ConfusionMatrix([], counts: [])),
  ]
}
