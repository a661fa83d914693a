// What a page says of a block's outcome.

import Foundation
import Literate

extension BlockOutcome {
  /// Its output is what somebody says, not what it printed.
  var isMessage: Bool {
    switch block.fence.role {
    case .fails, .traps, .wrong: true
    case .exercise: true
    default: false
    }
  }

  /// Whose words stand under the block.
  var label: String {
    if case .didNotCompile = verdict { return "The compiler says" }
    return switch block.fence.role {
    case .fails: "The compiler says"
    case .traps: "The program says"
    case .exercise, .wrong:
      diagnostics.isEmpty ? "The check says" : "The compiler says"
    default: "Output"
    }
  }

  /// How the outcome compares with the lesson.
  var state: String {
    verdict.held
      ? heldState : "✕ " + verdict.trouble
  }

  var stateClass: String {
    switch verdict {
    case .matched: "ok"
    case .varies, .excused, .recorded: "kept"
    default: "bad"
    }
  }

  private var heldState: String {
    switch (verdict, block.fence.role) {
    case (.varies, _): "varies, not compared"
    case (.excused, _): "recorded, not run"
    case (.recorded, _): "recorded, not run here"
    case (_, .fails): "✓ refused, as recorded"
    case (_, .traps): "✓ stopped, as recorded"
    case (_, .exercise): "✓ unsolved, as it must be"
    case (_, .wrong): "✓ told apart, as recorded"
    default:
      block.fence.tolerance.map { "✓ as recorded, within \($0)" }
        ?? "✓ as recorded" + (date.map { ", last run \($0.day)" } ?? "")
    }
  }
}

extension Verdict {
  /// What is wrong, in a few words.
  fileprivate var trouble: String {
    switch self {
    case .differed: "not as recorded: − recorded, + printed"
    case .unrecorded: "printed, and nothing is recorded"
    case .printedNothing: "recorded, but it printed nothing"
    case .didNotCompile: "does not compile"
    case .trapped: "stopped the program"
    case .timedOut(let seconds): "ran longer than \(seconds.seconds)"
    case .exited(let status): "ended the program, with status \(status)"
    case .compiled: "compiles, but must not"
    case .returned: "came to its end, but must stop the program"
    case .passed: "passes its check, but must not"
    case .failedCheck: "does not pass its check"
    case .unsteady: "printed something else when run again"
    case .noSource: "its source is not there"
    case .notRun(0): "not run"
    case .notRun(let block): "not run: block \(block) ended the program"
    case .matched, .varies, .excused, .recorded: ""
    }
  }
}

extension Date {
  /// `2026-11-22`, wherever the page is made.
  fileprivate var day: String {
    String(ISO8601DateFormatter().string(from: self).prefix(10))
  }
}
