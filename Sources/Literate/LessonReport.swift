// Outcomes in words, for a terminal.

import CommonMark

/// What a lesson's outcome has to say, line by line.
public struct LessonReport: CustomStringConvertible {
  let outcome: LessonOutcome

  public init(_ outcome: LessonOutcome) {
    self.outcome = outcome
  }

  /// Everything that does not hold, each with its place and what to do.
  public var description: String {
    let blocks = outcome.blocks.filter { !$0.verdict.held }.flatMap(words)
    let references = outcome.references.filter { !$0.held }.map(words)
    return (blocks + references).joined(separator: "\n")
  }

  /// What does not hold about a block.
  func words(_ block: BlockOutcome) -> [String] {
    let accept =
      "`unrolled accept \(outcome.lesson.fileName)` records what it prints"
    switch block.verdict {
    case .differed(let difference) where block.block.fence.isExcerpt:
      return [
        error(
          block.block.codeLine,
          "this is no longer what the source says (- here, + there); "
            + "`unrolled accept \(outcome.lesson.fileName)` takes it over"),
        difference.description.indented,
      ]
    case .matched, .varies, .excused, .recorded: return []
    case .differed(let difference):
      let line = block.block.recorded?.place.line ?? block.block.codeLine
      return [
        error(
          line,
          "the output of block \(block.block.number) is not what "
            + "is recorded (- recorded, + printed); \(accept)"),
        difference.description.indented,
      ] + (difference.worst.map { ["    \($0)"] } ?? [])
    case .unrecorded:
      return [
        error(
          block.block.place.endLine,
          "block \(block.block.number) prints, "
            + "and no output is recorded under it; \(accept)"),
        block.text.lines.map { "+ " + $0 }.joined(separator: "\n").indented,
      ]
    case .printedNothing:
      let line = block.block.recorded?.place.line ?? block.block.codeLine
      return [
        error(
          line,
          "an output is recorded, and block \(block.block.number) "
            + "prints nothing; \(accept)")
      ]
    case .didNotCompile(let diagnostics):
      return diagnostics.map { error($0.line, column: $0.column, $0.message) }
    case .trapped(let trap):
      return [error(trap.line ?? block.block.codeLine, trap.message)]
    case .timedOut(let seconds):
      return [
        error(
          block.block.codeLine,
          "block \(block.block.number) was still "
            + "running after \(Int(seconds.rounded())) seconds and was stopped")
      ]
    case .exited(let status):
      return [
        error(
          block.block.codeLine,
          "the program ended in block "
            + "\(block.block.number), with status \(status), before the lesson "
            + "did")
      ]
    case .compiled:
      return [
        error(
          block.block.codeLine,
          "this block must not compile (`fails`), "
            + "but it does")
      ]
    case .returned:
      return [
        error(
          block.block.codeLine,
          "this block must stop the program "
            + "(`traps`), but it came to its end")
      ]
    case .passed:
      return [error(block.block.codeLine, block.block.passedWords)]
    case .failedCheck(let trap):
      return [
        error(
          block.block.codeLine,
          "this solution does not pass its check: \(trap.message)")
      ]
    case .unsteady(let difference):
      return [
        error(
          block.block.codeLine,
          "block \(block.block.number) printed something else when it was "
            + "run again (- first, + then); seed what it draws, or say "
            + "`timing` if it is to vary"),
        difference.description.indented,
      ]
    case .noSource(let words):
      return [error(block.block.place.line, words)]
    case .notRun(0):
      return [
        error(
          block.block.codeLine,
          "what block \(block.block.number) did is not known: something else "
            + "was written where the program tells of its blocks")
      ]
    case .notRun(let culprit):
      return [
        "\(outcome.lesson.path):\(block.block.codeLine): note: block "
          + "\(block.block.number) was not run, because of block \(culprit)"
      ]
    }
  }

  /// What does not hold about a link of the prose.
  func words(_ outcome: ReferenceOutcome) -> String {
    let reference = outcome.reference
    let line = reference.place.line
    switch outcome.finding {
    case .agrees, .recorded: return ""
    case .differs(let actual):
      return error(
        line,
        "the prose says “\(reference.words)”, but "
          + "\(reference.target) is \(actual)")
    case .fails(let left, let right):
      return error(
        line,
        "“\(reference.words)” does not hold: "
          + "\(reference.target) compares \(left) with \(right)")
    case .unknown(let name, let suggestion):
      let hint =
        suggestion.map { "; did you mean “\($0)”?" }
        ?? "; write note(\"\(name)\", …) in a block"
      return error(line, "no block notes a value “\(name)”" + hint)
    }
  }

  private func error(_ line: Int, column: Int? = nil, _ message: String)
    -> String
  {
    Problem(
      path: outcome.lesson.path, line: line, column: column, message: message
    ).description
  }
}

extension Block {
  fileprivate var passedWords: String {
    if case .wrong = fence.role {
      return "this is a wrong answer and must fail the check, but passes it"
    }
    return "this starter must not pass its check, but does; leave a gap in it"
  }
}

extension String {
  fileprivate var indented: String {
    lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
