// How often which values occur.

import LessonRuntime
import Tensors

/// Values sorted into bins of one width, each a bar as high as it is full.
///
///     Histogram("weights", layer.kernel.scalars, bins: 12)
///
/// Shown, it is recorded as
///
///     histogram of weights, 640 values from −0.2100 to 0.2000, mean 0.001200,
///     standard deviation 0.07800; 12 bins, the fullest, 101 values, from 0 to
///     0.05000
public struct Histogram: Showable, Equatable, Sendable {
  public var title: String
  public var values: [Double]
  /// About how many bins; their edges are round numbers.
  public var bins: Int

  /// - Precondition: `bins` is above zero.
  public init<Value: BinaryFloatingPoint>(
    _ title: String, _ values: [Value], bins: Int = 16
  ) {
    require(bins > 0, "expected at least one bin; got \(bins)")
    self.title = title
    self.values = values.map { Double($0) }
    self.bins = bins
  }

  /// A histogram of counts, such as lengths.
  public init(_ title: String, _ values: [Int], bins: Int = 16) {
    self.init(title, values.map { Double($0) }, bins: bins)
  }

  private var finite: [Double] { values.filter { $0.isFinite } }

  public var description: String {
    let finite = self.finite
    var words = "histogram of " + title + ", "
    words += counted(finite.count, "value")
    let lost = values.count - finite.count
    if lost > 0 { words += " (\(lost) without a number)" }
    guard !finite.isEmpty else { return words }
    let summary = Summary(finite)
    if summary.low == summary.high {
      return words + ", all " + Numeral(summary.low).description
    }
    let sorted = Bins(finite, about: bins)
    words += " from " + Numeral(summary.low).description + " to "
    words += Numeral(summary.high).description + ", mean "
    words += Numeral(summary.mean).description + ", standard deviation "
    words += Numeral(summary.deviation).description + "; "
    let fullest = sorted.fullest
    words += counted(sorted.counts.count, "bin") + ", the fullest, "
    words += counted(sorted.counts[fullest], "value") + ", from "
    words += Numeral(sorted.edge(fullest)).description + " to "
    return words + Numeral(sorted.edge(fullest + 1)).description
  }

  public var picture: String {
    var drawing = Drawing()
    guard !finite.isEmpty else {
      drawing.title(title + ": no values")
      return drawing.finished(height: 24)
    }
    let sorted = Bins(finite, about: bins)
    // The axes of a chart whose values are the counts, at both edges of
    // every bin.
    let edges = (0...sorted.counts.count).map { sorted.edge($0) }
    let counts = sorted.counts.map { Double($0) } + [0]
    let plot = Plot(
      LineChart("how many", over: title, series: []),
      series: [Series("", counts, at: edges)], counts: true)
    plot.drawAxes(in: &drawing)
    for (bin, count) in sorted.counts.enumerated() where count > 0 {
      let x = plot.x(sorted.edge(bin))
      let y = plot.y(Double(count))
      let width = plot.x(sorted.edge(bin + 1)) - x
      drawing.box(
        "bar-a", x: x + (width > 4 ? 0.8 : 0), y: y,
        width: max(0.5, width - (width > 4 ? 1.6 : 0)),
        height: plot.bottom - y, radius: width > 8 ? 2 : 0)
    }
    return drawing.finished(height: plot.bottom + 48) + table(of: sorted)
  }

  private func table(of sorted: Bins) -> String {
    DataTable(
      head: ["from", "to", "how many"],
      rows: sorted.counts.indices.map { bin in
        [
          Numeral(round: sorted.edge(bin)).description,
          Numeral(round: sorted.edge(bin + 1)).description,
          "\(sorted.counts[bin])",
        ]
      }
    ).markup
  }
}

/// Values, counted between round edges.
struct Bins {
  private(set) var counts: [Int]
  private let first: Double
  private let step: Double

  /// - Precondition: there are values, and all are finite.
  init(_ values: [Double], about wanted: Int) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    let span = high > low ? high - low : max(abs(low), 1)
    var step = Axis.roundStep(for: span, parts: Double(wanted))
    if isWhole { step = max(1, step.rounded()) }
    let first = (low / step + 1e-9).rounded(.down) * step
    let last = Int(((high - first) / step + 1e-9).rounded(.down))
    var counts = Array(repeating: 0, count: max(0, last) + 1)
    for value in values {
      let bin = Int(((value - first) / step + 1e-9).rounded(.down))
      counts[min(max(bin, 0), counts.count - 1)] += 1
    }
    // A value on the last edge is still within the bin before it, unless
    // values are whole and the bin is its own.
    if !isWhole, counts.count > 1,
      high - (first + Double(last) * step) < step * 1e-6
    {
      counts[counts.count - 2] += counts.removeLast()
    }
    self.counts = counts
    self.first = first
    self.step = step
  }

  func edge(_ bin: Int) -> Double { first + Double(bin) * step }

  /// The first of the fullest.
  var fullest: Int {
    var fullest = 0
    for bin in counts.indices where counts[bin] > counts[fullest] {
      fullest = bin
    }
    return fullest
  }
}
