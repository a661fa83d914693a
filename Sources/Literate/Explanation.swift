// What is remembered of a lesson's programs, and why the rest is not.

import Foundation

/// What is known of one program of a lesson before it is run.
public struct Explanation: Equatable, Sendable, CustomStringConvertible {
  public enum State: Equatable, Sendable {
    /// Found out at this time, and nothing it depends on changed since.
    case remembered(Date?)
    /// Not run here, for this reason; whether it compiles is known.
    case leftOut(because: String)
    /// Runs: these things changed since it last did.
    case changed([String])
    /// Runs: nothing is remembered of it.
    case new
  }

  /// The program's name in its lesson.
  public let program: String
  /// The blocks whose outcome it decides.
  public let blocks: [Int]
  public let state: State

  public var description: String {
    let name =
      "  \(program) (\(blocks.count == 1 ? "block" : "blocks") "
      + "\(blocks.runs)): "
    switch state {
    case .remembered(let date?):
      return name + "remembered from "
        + date.formatted(.iso8601.dateSeparator(.dash))
    case .remembered(nil): return name + "remembered"
    case .leftOut(let reason): return name + "not run here: " + reason
    case .changed(let things):
      return name + "will run: changed is " + things.joined(separator: ", ")
    case .new: return name + "will run: nothing is remembered of it"
    }
  }
}

extension [Int] {
  /// Sorted numbers, those that follow each other as one: `1–3, 7`.
  fileprivate var runs: String {
    var runs: [ClosedRange<Int>] = []
    for number in self {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }.joined(separator: ", ")
  }
}

extension LessonTester {
  /// What is known of a lesson's programs, or of those that decide some
  /// blocks.
  public func explanations(
    of lesson: Lesson, blocks: Set<Int>? = nil
  ) throws(ToolError) -> [Explanation] {
    var explanations: [Explanation] = []
    for script in lesson.scripts
    where blocks.map({ !script.own.isDisjoint(with: $0) }) ?? true {
      explanations.append(
        Explanation(
          program: script.name, blocks: script.own.sorted(),
          state: try state(of: script, in: lesson)))
    }
    return explanations
  }

  private func state(
    of script: Script, in lesson: Lesson
  ) throws(ToolError) -> Explanation.State {
    let cache = RunCache(toolchain: toolchain)
    let isRun = script.purpose == .runs
    let key = try CacheKey(
      script, of: lesson, toolchain: toolchain,
      environment: options.environment, isRun: isRun)
    if let kept = cache.evidence(key, script, of: lesson) {
      return .remembered(kept.date)
    }
    if isRun, let lack = toolchain.settings.lack(of: script.needs.data) {
      return .leftOut(because: lack)
    }
    let entries = cache.entries(script, of: lesson)
    if script.needs.isSlow, !options.isSlow {
      return .leftOut(because: "slow; --slow runs it")
    }
    guard let last = entries.first else { return .new }
    return .changed(key.changes(since: last.key, blocks: script.blocks))
  }
}
