// A chart of lines as a value. Next: LineChart+Words.swift.

import LessonRuntime

/// Lines over a common axis: a loss over epochs, a norm over steps.
///
///     LineChart("loss", over: "epochs", losses)
///
///     LineChart(
///       "loss", over: "epochs",
///       Series("training", history.loss),
///       Series("validation", history.validationLoss),
///       references: [Reference("a blind guess, ln 2", at: 0.6931)])
///
/// Shown, the first is recorded as
///
///     line chart of loss over 20 epochs: from 1.947 to 0.5124, lowest
///     0.5124 at 20
///
/// A series of several `runs` is their mean in a band.
public struct LineChart: Showable, Equatable, Sendable {
  /// What the values are; it stands above the value axis.
  public var title: String
  /// What is counted along the other axis, in the plural.
  public var unit: String
  public var series: [Series]
  public var references: [Reference]
  public var scale: Scale
  /// Whether it shows what runs back, which has an ink of its own.
  var isBackward = false

  public init(
    _ title: String, over unit: String = "steps", series: [Series],
    references: [Reference] = [], scale: Scale = .linear
  ) {
    self.title = title
    self.unit = unit
    self.series = series
    self.references = references
    self.scale = scale
  }

  /// A chart of lines that are named one by one.
  public init(
    _ title: String, over unit: String = "steps", _ series: Series...,
    references: [Reference] = [], scale: Scale = .linear
  ) {
    self.init(
      title, over: unit, series: series, references: references,
      scale: scale)
  }

  /// A chart of one line, which needs no name beside the chart's own.
  public init<Value: BinaryFloatingPoint>(
    _ title: String, over unit: String = "steps", _ values: [Value],
    from first: Int = 1, references: [Reference] = [],
    scale: Scale = .linear
  ) {
    self.init(
      title, over: unit, series: [Series("", values, from: first)],
      references: references, scale: scale)
  }
}
