// A bar that moves. Next: Sequential+Evaluate.swift: the end of the walk.

import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ProgressBar {
  /// The bar after one more step, over the one before it; nil if that is
  /// younger than 0.05 seconds.
  ///
  ///     1/3 ━━━━━━━━━━━━━━━━━━━━ 0s 200ms/step - loss: 12.5000
  ///
  /// Before the end, the time is what is left, not what has gone.
  mutating func nextDrawing(_ scores: Scores) -> String? {
    done += 1
    let times = measured()
    if let times, let lastDrawn, times.now - lastDrawn.time < 0.05 {
      return nil
    }
    let rest = times.map { $0.perStep * Swift.Double(steps - done) }
    return drawing(times, rest.map(duration), scores)
  }

  /// The bar at the end.
  mutating func lastDrawing(_ scores: Scores) -> String {
    done = steps
    let times = measured()
    let gone = times.map { fixed(wide: $0.elapsed, 0) + "s" }
    return drawing(times, gone, scores) + "\n"
  }

  private mutating func drawing(
    _ times: Times?, _ time: String?, _ scores: Scores
  ) -> String {
    let gap = String(repeating: " ", count: digits(steps) - digits(done))
    var line = Line()
    line.add(gap + "\(done)/\(steps)", .bold)
    line.add(" ")
    let width = 20 * done / max(steps, 1)
    if width > 0 { line.add(String(repeating: "━", count: width), .green) }
    line.add(String(repeating: "━", count: 20 - width), .white)
    if let times, let time {
      line.add(" ")
      line.add(time, .bold)
      line.add(" " + times.stepText)
    }
    if !scores.items.isEmpty { line.add(" - " + scores.description) }
    let before = lastDrawn?.width ?? 0
    lastDrawn = (times?.now ?? 0, line.width)
    // A longer line before this one is overwritten with spaces.
    return String(repeating: "\u{8}", count: before) + "\r" + line.text
      + String(repeating: " ", count: max(before - line.width, 0))
  }
}

/// A line with colours, and how wide it is without them.
private struct Line {
  enum Style: String {
    case bold = "1"
    case green = "32"
    case white = "37"
  }

  var text = ""
  var width = 0

  mutating func add(_ part: String, _ style: Style? = nil) {
    width += part.count
    guard let style else {
      text += part
      return
    }
    text += "\u{1b}[" + style.rawValue + "m" + part + "\u{1b}[0m"
  }
}

/// `12s`, `6:30`, `2:06:40`.
private func duration(_ seconds: Swift.Double) -> String {
  let whole = Int(seconds)
  func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
  if seconds > 3600 {
    return "\(whole / 3600):" + two(whole % 3600 / 60) + ":" + two(whole % 60)
  }
  return seconds > 60
    ? "\(whole / 60):" + two(whole % 60) : "\(whole)s"
}

private func digits(_ number: Int) -> Int { "\(number)".count }

/// Writes a text whose line is not finished yet.
func writeAtOnce(_ text: String) {
  print(text, terminator: "")
  #if canImport(Glibc) || canImport(Darwin)
    // Otherwise a terminal waits for the end of the line.
    fflush(nil)
  #endif
}
