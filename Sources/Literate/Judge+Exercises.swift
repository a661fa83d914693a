// What became of the parts of an exercise. Next: Outcome.swift.

extension Judge {
  /// A starter must not pass its check: the compiler refuses it, or it stops.
  func starter(_ block: Block, _ id: String, _ evidence: Evidence)
    -> BlockOutcome
  {
    if let broken = evidence.errors.keys.filter({ $0 < block.number }).min() {
      return BlockOutcome(
        block: block, output: [], verdict: .notRun(because: broken))
    }
    let errors = evidence.errors.values.flatMap(\.self)
    if !errors.isEmpty {
      let lines = errors.map { "error: \($0.message)" }
      return BlockOutcome(
        block: block, output: [.text(lines.joined(separator: "\n"))],
        verdict: block.recorded == nil
          ? .matched : Verdict(block, partOf: lines), diagnostics: errors)
    }
    let found = answer(block, id, evidence)
    // Nobody has to record what an unfinished program says.
    let isFine = found.verdict == .unrecorded
    return isFine
      ? BlockOutcome(
        block: block, output: found.output, verdict: .matched,
        trap: found.trap) : found
  }

  /// A wrong answer compiles, and its check stops the program with a message.
  func misconception(_ block: Block, _ id: String, _ evidence: Evidence)
    -> BlockOutcome
  {
    guard !evidence.errors.isEmpty else { return answer(block, id, evidence) }
    // The check may not compile with it: that too is no answer.
    let errors = [block.number, checkBlock(id)?.number ?? 0]
      .flatMap { evidence.errors[$0] ?? [] }
    return errors.isEmpty
      ? ran(block, evidence)
      : BlockOutcome(
        block: block, output: [], verdict: .didNotCompile(errors),
        diagnostics: errors)
  }

  /// A solution prints what is recorded, and its check comes to its end.
  func solution(_ block: Block, _ id: String, _ evidence: Evidence)
    -> BlockOutcome
  {
    let outcome = ran(block, evidence)
    guard outcome.verdict.held, let check = checkBlock(id),
      let run = evidence.blocks[check.number], !run.ended
    else { return outcome }
    if case .trapped(let trap) = stop(check, run, evidence) {
      return BlockOutcome(
        block: block, output: outcome.output, verdict: .failedCheck(trap))
    }
    return outcome
  }

  func check(_ block: Block, _ id: String, _ evidence: Evidence)
    -> BlockOutcome
  {
    let outcome = ran(block, evidence)
    guard case .trapped = outcome.verdict,
      let solution = Exercise(id, in: lesson.blocks)?.solution
    else { return outcome }
    return BlockOutcome(
      block: block, output: outcome.output,
      verdict: .notRun(because: solution.number))
  }

  /// How a program ends that must not pass its check.
  private func answer(_ block: Block, _ id: String, _ evidence: Evidence)
    -> BlockOutcome
  {
    guard let check = checkBlock(id), let run = evidence.blocks[block.number]
    else {
      return BlockOutcome(
        block: block, output: [], verdict: .notRun(because: evidence.culprit))
    }
    let checked = evidence.blocks[check.number]
    guard !(run.ended && checked?.ended ?? false) else {
      return BlockOutcome(block: block, output: run.output, verdict: .passed)
    }
    let last = run.ended ? (check, checked ?? BlockRun()) : (block, run)
    let ending = stop(last.0, last.1, evidence)
    guard case .trapped(let trap) = ending else {
      return BlockOutcome(block: block, output: run.output, verdict: ending)
    }
    let output = run.output + (checked?.output ?? []) + [.text(trap.message)]
    return BlockOutcome(
      block: block, output: output,
      verdict: Verdict(comparing: block, printed: output.words), trap: trap)
  }

  private func checkBlock(_ id: String) -> Block? {
    lesson.blocks.first { $0.fence.role == .check(id) }
  }
}
