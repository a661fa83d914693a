// The line an epoch ends with. Next: ProgressBar+Redraw.swift.

import Tensors

/// What `fit`, `evaluate` and `predict` write while they work.
public enum Verbosity: Equatable, Sendable {
  /// Nothing.
  case silent
  /// A bar for each epoch, once it is done: the last state of Keras'
  /// `verbose=1`.
  case bar
  /// A line for each epoch: Keras' `verbose=2`.
  case line
  /// A bar that is drawn anew after each batch, in colour: Keras' `verbose=1`
  /// on a terminal.
  case terminal
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
  let steps: Int
  let verbosity: Verbosity
  private let clock: Clock?
  private let start: Swift.Double
  private var afterFirst: Swift.Double?

  /// How many steps are done.
  var done = 0
  /// When the bar was drawn last, and how wide it was.
  var lastDrawn: (time: Swift.Double, width: Int)?

  init(steps: Int, verbosity: Verbosity, clock: Clock?) {
    self.steps = steps
    self.verbosity = verbosity
    self.clock = clock
    start = clock?() ?? 0
  }

  /// Notes that a step is done, and draws the bar on a terminal.
  mutating func stepDone(_ scores: @autoclosure () -> Scores) {
    guard verbosity == .terminal else {
      done += 1
      _ = measured()
      return
    }
    if let text = nextDrawing(scores()) { writeAtOnce(text) }
  }

  /// Writes the last line.
  mutating func finish(_ scores: Scores) {
    switch verbosity {
    case .silent: break
    case .bar, .line: print(finished(scores))
    case .terminal: writeAtOnce(lastDrawing(scores))
    }
  }

  /// The last line.
  mutating func finished(_ scores: Scores) -> String {
    done = steps
    var text = "\(steps)/\(steps)"
    if verbosity == .bar {
      text += " " + String(repeating: "━", count: 20)
    }
    if let times = measured() {
      text += verbosity == .bar ? " " : " - "
      text += fixed(wide: times.elapsed, 0) + "s"
      text += verbosity == .bar ? " " : " - "
      text += times.stepText
    }
    return scores.items.isEmpty ? text : text + " - " + scores.description
  }

  /// What a clock says at a step.
  struct Times {
    let now, elapsed, perStep: Swift.Double

    /// `12ms/step`.
    var stepText: String {
      if perStep >= 1 || perStep == 0 {
        return fixed(wide: perStep, 0) + "s/step"
      }
      return perStep >= 1e-3
        ? fixed(wide: perStep * 1e3, 0) + "ms/step"
        : fixed(wide: perStep * 1e6, 0) + "us/step"
    }
  }

  /// The times, if there is a clock.
  ///
  /// The first step is often the slowest, so the others' mean leaves it out.
  mutating func measured() -> Times? {
    guard let clock else { return nil }
    let now = clock()
    var perStep = (now - start) / Swift.Double(max(done, 1))
    if let afterFirst, done > 1 {
      perStep = (now - afterFirst) / Swift.Double(done - 1)
    }
    if done == 1 { afterFirst = now }
    return Times(now: now, elapsed: now - start, perStep: perStep)
  }
}

/// Four decimals; for numbers up to 0.001 in size, four digits and a power.
func progressNumber(_ value: Swift.Double) -> String {
  Swift.abs(value) > 1e-3
    ? fixed(wide: value, 4) : scientific(wide: value, 4)
}
