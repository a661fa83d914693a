// Several runs as one line in a band.

import Tensors

/// What a band around a mean tells.
public enum Spread: Equatable, Sendable {
  /// From the lowest run to the highest.
  case range
  /// One standard deviation to either side.
  case deviation
}

/// Where a band lies, at each position of its series.
struct Margin: Equatable, Sendable {
  var low: [Double]
  var high: [Double]
  var words: String
}

extension Series {
  /// The mean of several runs, and a band that tells how far they differ.
  ///
  ///     Series("GRU", runs: [[0.5, 0.8], [0.6, 0.9]])
  ///     Series("GRU", runs: histories, spread: .deviation)
  ///
  /// - Precondition: there is a run, and all are equally long.
  public init<Value: BinaryFloatingPoint>(
    _ name: String, runs: [[Value]], from first: Int = 1,
    spread: Spread = .range
  ) {
    require(!runs.isEmpty, "expected at least one run of \(name); got none")
    let length = runs[0].count
    for run in runs {
      require(
        run.count == length,
        "expected runs of \(length) values; got one of \(run.count)")
    }
    var margin = Margin(
      low: [], high: [],
      words: "mean of " + counted(runs.count, "run")
        + (spread == .range ? " with their range" : " ± deviation"))
    var means: [Double] = []
    for place in 0..<length {
      let values = runs.map { Double($0[place]) }
      let summary = Summary(values)
      means.append(summary.mean)
      switch spread {
      case .range:
        margin.low.append(summary.low)
        margin.high.append(summary.high)
      case .deviation:
        margin.low.append(summary.mean - summary.deviation)
        margin.high.append(summary.mean + summary.deviation)
      }
    }
    self.init(name, means, from: first)
    self.margin = margin
  }

  /// The band, at places where it can be drawn.
  func marginPoints(
    on scale: Scale
  ) -> [(place: Double, low: Double, high: Double)] {
    guard let margin else { return [] }
    return values.indices.filter {
      canDraw($0, on: scale) && margin.low[$0].isFinite
        && margin.high[$0].isFinite
        && (scale == .linear || margin.low[$0] > 0)
    }.map { (positions[$0], margin.low[$0], margin.high[$0]) }
  }
}

/// What can be said of a handful of values.
struct Summary {
  let count: Int
  let mean: Double
  let low: Double
  let high: Double

  /// With n − 1 below, as samples have it; 0 for a single value.
  let deviation: Double

  init(_ values: [Double]) {
    count = values.count
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    self.mean = mean
    low = values.min() ?? 0
    high = values.max() ?? 0
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation =
      values.count > 1
      ? (squares / Double(values.count - 1)).squareRoot() : 0
  }
}
