// Compares a lesson with what its programs did. Next: Judge+Exercises.swift.

import Frames

extension LessonOutcome {
  /// What became of a lesson whose programs were found to do this, by block.
  init(
    lesson: Lesson, evidence: [Int: Evidence],
    sections: [Int: Excerpt.Finding] = [:], seconds: Seconds
  ) {
    let judge = Judge(
      lesson: lesson, evidence: evidence, sections: sections)
    let notes = Notes(lesson: lesson, evidence: evidence)
    self.init(
      lesson: lesson, blocks: lesson.blocks.map(judge.outcome),
      references: lesson.references.map { ReferenceOutcome($0, notes) },
      seconds: seconds)
  }

  /// What became of a lesson whose blocks were all in one program.
  init(lesson: Lesson, evidence: Evidence) {
    let pairs = lesson.blocks.map { ($0.number, evidence) }
    self.init(
      lesson: lesson, evidence: Dictionary(uniqueKeysWithValues: pairs),
      seconds: evidence.seconds)
  }
}

/// Says what became of each block.
struct Judge {
  let lesson: Lesson
  /// What was found out about the program that decides a block, by block.
  let evidence: [Int: Evidence]
  /// What was found of the source that a block shows.
  let sections: [Int: Excerpt.Finding]

  func outcome(_ block: Block) -> BlockOutcome {
    switch block.fence.role {
    case .illustration(let reason):
      return BlockOutcome(
        block: block, output: [], verdict: .excused(reason: reason))
    case .hint:
      return BlockOutcome(
        block: block, output: [], verdict: .excused(reason: "a hint"))
    case .excerpt:
      return BlockOutcome(
        block: block, output: [], verdict: Verdict(block, sections))
    default: break
    }
    let evidence = evidence[block.number] ?? Evidence()
    if let absence = absence(block, evidence) { return absence }
    return switch block.fence.role {
    case .fails: refused(block, evidence)
    case .exercise(let id): starter(block, id, evidence)
    case .wrong(let id): misconception(block, id, evidence)
    case .solution(let id): solution(block, id, evidence)
    case .check(let id): check(block, id, evidence)
    default: steady(ran(block, evidence), evidence)
    }
  }

  /// Of a program that was not run here, only the compiler can complain.
  private func absence(_ block: Block, _ evidence: Evidence) -> BlockOutcome? {
    guard let reason = evidence.absence else { return nil }
    return evidence.errors.isEmpty
      ? BlockOutcome(
        block: block, output: [], verdict: .recorded(because: reason))
      : ran(block, evidence)
  }

  // MARK: - Blocks that must not compile

  private func refused(_ block: Block, _ evidence: Evidence) -> BlockOutcome {
    // What the compiler says after a broken block says nothing about this one.
    if let broken = evidence.errors.keys.filter({ $0 < block.number }).min() {
      return BlockOutcome(
        block: block, output: [], verdict: .notRun(because: broken))
    }
    let diagnostics = evidence.errors[block.number] ?? []
    let lines = diagnostics.map { "error: \($0.message)" }
    let output = [OutputPiece.text(lines.joined(separator: "\n"))]
    guard !diagnostics.isEmpty else {
      return BlockOutcome(block: block, output: [], verdict: .compiled)
    }
    return BlockOutcome(
      block: block, output: output,
      verdict: Verdict(block, partOf: lines), diagnostics: diagnostics)
  }

  // MARK: - Blocks that run

  func ran(_ block: Block, _ evidence: Evidence) -> BlockOutcome {
    if let errors = evidence.errors[block.number] {
      return BlockOutcome(
        block: block, output: [], verdict: .didNotCompile(errors),
        diagnostics: errors)
    }
    guard let run = evidence.blocks[block.number] else {
      return BlockOutcome(
        block: block, output: [], verdict: .notRun(because: evidence.culprit))
    }
    let date = block.fence.needs.isEmpty ? nil : evidence.date
    if block.fence.role == .traps { return trapped(block, run, evidence) }
    guard run.ended else {
      return BlockOutcome(
        block: block, output: run.output,
        verdict: stop(block, run, evidence), date: date)
    }
    let verdict =
      block.fence.role == .timing
      ? .varies : Verdict(comparing: block, printed: run.output.words)
    return BlockOutcome(
      block: block, output: run.output, verdict: verdict, date: date)
  }

  private func trapped(
    _ block: Block, _ run: BlockRun, _ evidence: Evidence
  ) -> BlockOutcome {
    guard let status = run.status, !run.ended else {
      return BlockOutcome(
        block: block, output: run.output,
        verdict: run.status == nil ? stop(block, run, evidence) : .returned)
    }
    guard status >= 128 else {
      return BlockOutcome(
        block: block, output: run.output, verdict: .exited(status: status))
    }
    let trap = trap(block, run, signal: status - 128, evidence)
    let output = run.output + [.text(trap.message)]
    return BlockOutcome(
      block: block, output: output,
      verdict: Verdict(comparing: block, printed: output.words), trap: trap)
  }

  /// How the program ended in a block that should have come to its end.
  func stop(_ block: Block, _ run: BlockRun, _ evidence: Evidence) -> Verdict {
    switch evidence.ending?.cause {
    case .timedOut: .timedOut(seconds: evidence.ending?.seconds ?? 0)
    case .exited where evidence.isGarbled: .notRun(because: 0)
    case .exited(let status): .exited(status: status)
    case .signalled(let signal):
      .trapped(trap(block, run, signal: signal, evidence))
    case nil: .notRun(because: evidence.culprit)
    }
  }

  private func trap(
    _ block: Block, _ run: BlockRun, signal: Int, _ evidence: Evidence
  ) -> Trap {
    let lines = evidence.trapLines
    return Trap(
      message: trapMessage(said: run.said, signal: signal),
      line: lines.first(where: block.lines.contains)
        ?? lines.first { $0 < block.codeLine })
  }

  /// Where another run of the program printed something else.
  private func steady(
    _ outcome: BlockOutcome, _ evidence: Evidence
  ) -> BlockOutcome {
    let block = outcome.block
    guard block.fence.role != .timing,
      let first = evidence.blocks[block.number],
      let second = evidence.otherwise[block.number]
    else { return outcome }
    // Without a tolerance, every byte counts.
    let comparison = block.fence.tolerance.map { Comparison(tolerance: $0) }
    func difference(_ lines: (BlockRun) -> [String]) -> Difference {
      Difference(recorded: lines(first), printed: lines(second)) {
        comparison?.agrees($0, $1) ?? ($0 == $1)
      }
    }
    var found = outcome
    let printed = difference(\.shown)
    if !printed.isEmpty { found.wobble = printed }
    // A value that wobbles is noted, and may stand in the prose.
    let all = difference(\.everything)
    if !all.isEmpty, outcome.verdict.held { found.verdict = .unsteady(all) }
    return found
  }
}

extension BlockRun {
  /// All that a run may not change: words, pictures and notes, as lines.
  var everything: [String] {
    shown + notes.sorted { $0.key < $1.key }.map { "\($0) = \($1.words)" }
  }

  /// Words and pictures, as lines.
  var shown: [String] {
    output.flatMap { piece in
      switch piece {
      case .text(let text): text.withPlainLineEnds.lines
      case .picture(let picture):
        picture.alternative.lines + picture.markup.lines
      }
    }
  }
}

extension [OutputPiece] {
  /// The output as text: what is recorded, pictures by their words.
  var words: String {
    let lines = map(\.text).filter { !$0.isEmpty }
    var text = lines.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
      .withPlainLineEnds
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
