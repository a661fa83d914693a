// Compares a lesson with what its blocks did. Next: Outcome.swift.

/// Everything that was found out about a lesson's program.
struct Evidence {
  /// Errors of the one program, by block.
  var errors: [Int: [Diagnostic]] = [:]
  /// What the compiler said of blocks it must refuse.
  var refusals: [Int: [Diagnostic]] = [:]
  var run: LessonRun?
  var seconds = LessonOutcome.Seconds(compiling: 0, running: 0)
}

extension LessonOutcome {
  init(lesson: Lesson, evidence: Evidence) {
    let judge = Judge(evidence: evidence)
    let notes = evidence.run?.notes ?? [:]
    self.init(
      lesson: lesson, blocks: lesson.blocks.map(judge.outcome),
      references: lesson.references.map { ReferenceOutcome($0, notes) },
      seconds: evidence.seconds)
  }
}

/// Says what became of each block.
private struct Judge {
  let evidence: Evidence
  private let runs: [Int: BlockRun]

  init(evidence: Evidence) {
    self.evidence = evidence
    runs = evidence.run?.blocks ?? [:]
  }

  func outcome(_ block: Block) -> BlockOutcome {
    switch block.fence.role {
    case .illustration(let reason):
      BlockOutcome(block: block, output: [], verdict: .excused(reason: reason))
    case .fails: refused(block)
    case .runs, .timing, .traps: ran(block)
    }
  }

  // MARK: - Blocks that must not compile

  private func refused(_ block: Block) -> BlockOutcome {
    // What the compiler says after a broken block says nothing about this one.
    if let broken = evidence.errors.keys.filter({ $0 < block.number }).min() {
      return BlockOutcome(
        block: block, output: [], verdict: .notRun(because: broken))
    }
    let diagnostics = evidence.refusals[block.number] ?? []
    let lines = diagnostics.map { "error: \($0.message)" }
    let output = [OutputPiece.text(lines.joined(separator: "\n"))]
    guard !diagnostics.isEmpty else {
      return BlockOutcome(block: block, output: [], verdict: .compiled)
    }
    return BlockOutcome(
      block: block, output: output,
      verdict: refusal(block, lines), diagnostics: diagnostics)
  }

  /// What is recorded may be a part of what the compiler says.
  private func refusal(_ block: Block, _ lines: [String]) -> Verdict {
    guard let recorded = block.recorded else { return .unrecorded }
    let wanted = recorded.text.split(separator: "\n").map(String.init)
    let isPart = wanted.allSatisfy { line in
      lines.contains { $0.contains(line) }
    }
    return isPart && !wanted.isEmpty
      ? .matched
      : .differed(Difference(recorded: wanted, printed: lines))
  }

  // MARK: - Blocks that run

  private func ran(_ block: Block) -> BlockOutcome {
    if let errors = evidence.errors[block.number] {
      return BlockOutcome(
        block: block, output: [], verdict: .didNotCompile(errors),
        diagnostics: errors)
    }
    guard let run = runs[block.number] else {
      return BlockOutcome(
        block: block, output: [], verdict: .notRun(because: culprit))
    }
    if block.fence.role == .traps { return trapped(block, run) }
    guard run.ended else {
      return BlockOutcome(
        block: block, output: run.output, verdict: stop(block, run))
    }
    let outcome = BlockOutcome(
      block: block, output: run.output, verdict: .varies)
    if block.fence.role == .timing { return outcome }
    return BlockOutcome(
      block: block, output: run.output,
      verdict: Verdict(comparing: block, printed: outcome.text))
  }

  private func trapped(_ block: Block, _ run: BlockRun) -> BlockOutcome {
    guard let status = run.status, !run.ended else {
      return BlockOutcome(
        block: block, output: run.output,
        verdict: run.status == nil ? stop(block, run) : .returned)
    }
    guard status >= 128 else {
      return BlockOutcome(
        block: block, output: run.output, verdict: .exited(status: status))
    }
    let trap = self.trap(block, said: run.said, signal: status - 128)
    let output = run.output + [.text(trap.message)]
    let text = BlockOutcome(block: block, output: output, verdict: .matched)
      .text
    return BlockOutcome(
      block: block, output: output,
      verdict: Verdict(comparing: block, printed: text),
      trap: trap)
  }

  /// How the program ended in a block that should have come to its end.
  private func stop(_ block: Block, _ run: BlockRun) -> Verdict {
    switch evidence.run?.ending.cause {
    case .timedOut: .timedOut(seconds: evidence.run?.ending.seconds ?? 0)
    case .exited(let status): .exited(status: status)
    case .signalled(let signal):
      .trapped(trap(block, said: run.said, signal: signal))
    case nil: .notRun(because: culprit)
    }
  }

  private func trap(_ block: Block, said: String, signal: Int) -> Trap {
    let lines = evidence.run?.trapLines ?? []
    return Trap(
      message: trapMessage(said: said, signal: signal),
      line: lines.first(where: block.lines.contains)
        ?? lines.first { $0 < block.codeLine })
  }

  /// The block that ended the program, or kept it from being compiled.
  private var culprit: Int {
    evidence.errors.keys.min()
      ?? runs.filter { !$0.value.ended && $0.value.status == nil }.keys.max()
      ?? 0
  }
}

extension Verdict {
  /// How what a block printed compares with what is recorded under it.
  init(comparing block: Block, printed: String) {
    guard let recorded = block.recorded else {
      self = printed.isEmpty ? .matched : .unrecorded
      return
    }
    guard !printed.isEmpty else {
      self = .printedNothing
      return
    }
    let comparison = Comparison(tolerance: block.fence.tolerance)
    let difference = Difference(
      recorded: recorded.text.lines, printed: printed.lines,
      agree: comparison.agrees)
    self = difference.isEmpty ? .matched : .differed(difference)
  }
}
