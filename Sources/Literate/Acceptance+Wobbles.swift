// What is not recorded, since it would differ the next time.

extension LessonTester {
  /// The edits that record an outcome, and none that another run, or one on
  /// another number of threads, would not make as well: where there is
  /// anything to record, the lesson runs twice more.
  ///
  /// - Parameter selection: the part of the lesson to be recorded.
  public func acceptance(
    of outcome: LessonOutcome, in selection: Selection
  ) throws(ToolError) -> Acceptance {
    let acceptance = Acceptance(of: selection.sparing(outcome))
    guard !acceptance.edits.isEmpty else { return acceptance }
    var tester = self
    tester.options.isTwice = true
    return Acceptance(
      of: selection.sparing(try tester.outcome(of: outcome.lesson)))
  }
}

extension ReferenceOutcome {
  /// Whether the digits that would be written are not the same in two runs.
  var writesDigitsThatWobble: Bool {
    guard case .differs(let actual) = finding, let wobble else { return false }
    return rewritten(reference.words, as: actual)
      != rewritten(reference.words, as: wobble)
  }
}

extension Acceptance {
  /// What is not recorded since it wobbles, with what to do about it.
  public var wobbles: [String] {
    wobbling.map { outcome in
      let lines = outcome.wobble?.lines ?? []
      let first = lines.compactMap { $0.old },
        then = lines.compactMap { $0.new }
      let number = WorstNumber(
        recorded: first, printed: then, Comparison(tolerance: 1e-300))
      let remedy =
        number == nil
        ? "seed what it draws, and sort what has no order"
        : "give the block a `tolerance=`, print fewer digits, or note the "
          + "value and make the sentence a claim"
      return problem(
        outcome.block.codeLine,
        "block \(outcome.block.number) printed something else when it was run "
          + "again, and is not recorded"
          + (number.map { ": \($0)" } ?? "") + "; \(remedy)",
        lines: number == nil ? outcome.wobble : nil)
    }
      + wobblingValues.map { outcome in
        problem(
          outcome.reference.line,
          "\(outcome.reference.target) was \(outcome.noted) once and "
            + "\(outcome.wobble ?? "") once, so that “"
            + "\(outcome.reference.words)” is left as it is; write fewer "
            + "digits, or make the sentence a claim")
      }
  }

  private func problem(
    _ line: Int, _ words: String, lines: Difference? = nil
  ) -> String {
    Problem(path: lesson.path, line: line, message: words).description
      + (lines.map { "\n\($0)" } ?? "")
  }
}

extension ReferenceOutcome {
  fileprivate var noted: String {
    if case .differs(let actual) = finding { actual } else { says }
  }
}

extension Difference.Line {
  /// The line as it was first.
  fileprivate var old: String? {
    switch self {
    case .same(let line), .recorded(let line): line
    case .printed: nil
    }
  }

  /// The line as it was then.
  fileprivate var new: String? {
    switch self {
    case .same(let line), .printed(let line): line
    case .recorded: nil
    }
  }
}
