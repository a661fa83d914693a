// A callback that asks whether a number has become better.
// Next: EarlyStopping.swift, ReduceLROnPlateau.swift, ModelCheckpoint.swift.

import Tensors

/// A callback that asks whether a number of the logs has become better.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/monitor_callback.py`.
open class MonitorCallback: Callback {
  /// Which way is better.
  public enum Mode: Equatable, Sendable {
    /// Down for a loss, up for an accuracy.
    case auto
    /// Down.
    case min
    /// Up.
    case max
  }

  /// The name of the number.
  public let monitor: String
  /// Which way is better.
  public let mode: Mode
  /// How much better it must be, to count as better.
  public let minDelta: Scalar
  /// The best so far; nil before there was one.
  public internal(set) var best: Scalar?

  init(
    monitor: String, mode: Mode, minDelta: Scalar = 0,
    best: Scalar? = nil
  ) {
    self.monitor = monitor
    self.mode = mode
    self.minDelta = Swift.abs(minDelta)
    self.best = best
    super.init()
  }

  /// The number in these logs.
  ///
  /// Keras warns where there is none, and goes on as if nothing was asked
  /// for. Here the program stops.
  final func monitored(_ logs: Scores) -> Scalar {
    guard let value = logs[monitor] else {
      var names = ""
      for item in logs.items {
        names += (names.isEmpty ? "" : ", ") + item.name
      }
      stop("expected one of " + names + " to monitor; got " + monitor)
    }
    return value
  }

  /// Whether a number is better than another; than none, it always is.
  final func isBetter(
    _ value: Scalar, than other: Scalar?, _ model: Sequential
  ) -> Bool {
    guard let other else { return true }
    return rises(model) ? value - minDelta > other : value + minDelta < other
  }

  private func rises(_ model: Sequential) -> Bool {
    switch mode {
    case .min: return false
    case .max: return true
    case .auto:
      let name =
        monitor.hasPrefix("val_") ? String(monitor.dropFirst(4)) : monitor
      if name == "loss" { return false }
      for metric in model.metrics where metric.name == name {
        return metric.rises
      }
      stop(
        "expected a mode, .min or .max, for " + monitor
          + ": it is neither the loss nor a metric of the model")
    }
  }
}
