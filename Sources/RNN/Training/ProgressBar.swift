// The line an epoch ends with.

import Tensors

/// What `fit`, `evaluate` and `predict` write while they work.
public enum Verbosity: Equatable, Sendable {
  /// Nothing.
  case silent
  /// A bar for each epoch: Keras' `verbose=1`.
  case bar
  /// A line for each epoch: Keras' `verbose=2`.
  case line
}

/// The time in seconds since some moment.
///
/// This library has no clock. Given one, it reports durations.
public typealias Clock = () -> Swift.Double

/// The line an epoch ends with, as Keras draws it.
///
///     5/5 ━━━━━━━━━━━━━━━━━━━━ 0s 12ms/step - accuracy: 0.2000 - loss: 1.9474
///
/// Without a clock there are no durations, and a recorded bar has none that
/// would change from run to run.
///
/// - Source: Keras 3.15.1, `keras/src/utils/progbar.py`.
struct ProgressBar {
  private let steps: Int
  private let verbosity: Verbosity
  private let clock: Clock?
  private let start: Swift.Double
  private var afterFirst: Swift.Double?

  init(steps: Int, verbosity: Verbosity, clock: Clock?) {
    self.steps = steps
    self.verbosity = verbosity
    self.clock = clock
    start = clock?() ?? 0
  }

  /// Notes that a step is done.
  ///
  /// The first is often the slowest, so the others' mean leaves it out.
  mutating func stepDone() {
    if afterFirst == nil, let clock { afterFirst = clock() }
  }

  /// The last line.
  func finished(_ scores: Scores) -> String {
    var text = "\(steps)/\(steps)"
    if verbosity == .bar {
      text += " " + String(repeating: "━", count: 20)
    }
    if let clock {
      let now = clock()
      var duration = (now - start) / Swift.Double(max(steps, 1))
      if let afterFirst, steps > 1 {
        duration = (now - afterFirst) / Swift.Double(steps - 1)
      }
      text += verbosity == .bar ? " " : " - "
      text += fixed(wide: now - start, 0) + "s"
      text += verbosity == .bar ? " " : " - "
      text += perStep(duration)
    }
    return scores.items.isEmpty ? text : text + " - " + scores.description
  }

  private func perStep(_ seconds: Swift.Double) -> String {
    if seconds >= 1 || seconds == 0 {
      return fixed(wide: seconds, 0) + "s/step"
    }
    return seconds >= 1e-3
      ? fixed(wide: seconds * 1e3, 0) + "ms/step"
      : fixed(wide: seconds * 1e6, 0) + "us/step"
  }
}

/// Four decimals; for numbers up to 0.001 in size, four digits and a power.
func progressNumber(_ value: Swift.Double) -> String {
  Swift.abs(value) > 1e-3
    ? fixed(wide: value, 4) : scientific(wide: value, 4)
}
