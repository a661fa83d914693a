// Norms on their way back, fanned out. Drawn by LineChart.

import LessonRuntime

/// How long a gradient still is, step by step on its way back: one line for
/// each source, all starting at the loss, on a logarithmic scale.
///
///     GradientFan(
///       "‖dL/dh‖", Series("ρ = 0.5", norms), Series("ρ = 1.1", others))
///
/// The norms are given in the order of the steps, the last one nearest to
/// the loss. Shown, it is recorded as
///
///     gradient fan of ‖dL/dh‖ over steps back 0 to 19, logarithmic: ρ = 0.5
///     from 1 to 0.000001907, lowest 0.000001907 at 19
public struct GradientFan: Showable, Equatable, Sendable {
  public var title: String
  /// Norms by step, one line each.
  public var sources: [Series]

  public init(_ title: String, sources: [Series]) {
    self.title = title
    self.sources = sources
  }

  /// A fan of lines that are named one by one.
  public init(_ title: String, _ sources: Series...) {
    self.init(title, sources: sources)
  }

  public var picture: String { chart.picture }

  public var description: String {
    "gradient fan" + chart.description.dropFirst("line chart".count)
  }

  private var chart: LineChart {
    var chart = LineChart(
      title, over: "steps back",
      series: sources.map {
        Series($0.name, Array($0.values.reversed()), from: 0)
      }, scale: .logarithmic)
    chart.isBackward = true
    return chart
  }
}
