// Outcomes in words, for a terminal.

import CommonMark

/// What a lesson's outcome has to say, line by line.
public struct LessonReport: CustomStringConvertible {
  private let outcome: LessonOutcome

  public init(_ outcome: LessonOutcome) {
    self.outcome = outcome
  }

  /// Everything that does not hold, each with its place and what to do.
  public var description: String {
    let blocks = outcome.blocks.filter { !$0.verdict.held }.flatMap(words)
    let references = outcome.references.filter { !$0.held }.map(words)
    return (blocks + references).joined(separator: "\n")
  }

  private func words(_ block: BlockOutcome) -> [String] {
    let accept =
      "`unrolled accept \(outcome.lesson.fileName)` records what it prints"
    switch block.verdict {
    case .matched, .varies, .excused: return []
    case .differed(let difference):
      let line = block.block.recorded?.place.line ?? block.block.codeLine
      return [
        error(
          line,
          "the output of block \(block.block.number) is not what "
            + "is recorded (- recorded, + printed); \(accept)"),
        difference.description.indented,
      ]
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
    case .notRun(let culprit):
      return [
        "\(outcome.lesson.path):\(block.block.codeLine): note: block "
          + "\(block.block.number) was not run, because of block \(culprit)"
      ]
    }
  }

  private func words(_ outcome: ReferenceOutcome) -> String {
    let reference = outcome.reference
    let line = reference.place.line
    switch outcome.finding {
    case .agrees: return ""
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

extension String {
  fileprivate var indented: String {
    lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
