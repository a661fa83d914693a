// What a page says of a block's outcome.

import Literate

extension BlockOutcome {
  /// Its output is what somebody says, not what it printed.
  var isMessage: Bool {
    block.fence.role == .fails || block.fence.role == .traps
  }

  /// Whose words stand under the block.
  var label: String {
    if case .didNotCompile = verdict { return "The compiler says" }
    return switch block.fence.role {
    case .fails: "The compiler says"
    case .traps: "The program says"
    case .runs, .timing, .illustration: "Output"
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
    case .varies, .excused: "kept"
    default: "bad"
    }
  }

  private var heldState: String {
    switch (verdict, block.fence.role) {
    case (.varies, _): "varies, not compared"
    case (.excused, _): "recorded, not run"
    case (_, .fails): "✓ refused, as recorded"
    case (_, .traps): "✓ stopped, as recorded"
    default:
      block.fence.tolerance.map { "✓ as recorded, within \($0)" }
        ?? "✓ as recorded"
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
    case .notRun(0): "not run"
    case .notRun(let block): "not run: block \(block) ended the program"
    case .matched, .varies, .excused: ""
    }
  }
}
