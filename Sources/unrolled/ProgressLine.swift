// What is seen while lessons run.

import Foundation
import Literate
import Synchronization

/// Says how far a command has come: on a terminal in one line that is drawn
/// anew, elsewhere in a line for each lesson.
final class ProgressLine: Sendable {
  private let total: Int
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let done = Mutex(0)

  /// - Parameter isQuiet: whether standard output is for something else.
  init(total: Int, isQuiet: Bool = false) {
    self.total = total
    self.isQuiet = isQuiet
    isTerminal = isatty(1) == 1
    draw("0 of \(total) lessons")
  }

  /// A lesson is done.
  func add(_ outcome: LessonOutcome) {
    done.withLock {
      $0 += 1
      if isTerminal {
        // What does not hold keeps its line.
        if !outcome.held { keep(outcome.line) }
        draw("\($0) of \(total) lessons; \(outcome.lesson.slug)")
      } else if !isQuiet {
        say(outcome.line)
      }
    }
  }

  /// Takes the line away again.
  func end() { if isTerminal && !isQuiet { put("\r\u{1B}[K") } }

  private func draw(_ text: String) {
    guard isTerminal, !isQuiet else { return }
    put("\r\u{1B}[K" + text.prefix(width - 1))
  }

  private func keep(_ text: String) {
    if !isQuiet { put("\r\u{1B}[K" + text + "\n") }
  }

  private var width: Int {
    var size = winsize()
    let isKnown = ioctl(1, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 20 ? Int(size.ws_col) : 80
  }
}
