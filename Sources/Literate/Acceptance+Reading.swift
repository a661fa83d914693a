// Outputs that would not read back as they were printed. Next:
// Acceptance+Values.swift.

import CommonMark

extension Acceptance {
  /// The outcomes whose output, once recorded, reads as something else.
  ///
  /// In a quote, a tab before a fence counts for as many columns as are left
  /// to its stop, so that lines written below it like the fence may keep some
  /// of them. The lesson is asked rather than Markdown second-guessed: with
  /// the edits made, each block must have the output that it printed.
  static func unreadable(
    _ outcomes: [BlockOutcome], in lesson: Lesson, as edited: String
  ) -> [BlockOutcome] {
    guard let result = try? Lesson(path: lesson.path, source: edited),
      result.blocks.count == lesson.blocks.count
    else { return [] }  // `check` says so
    return outcomes.filter { outcome in
      let block = result.blocks[outcome.block.number - 1]
      let read =
        block.fence.isExcerpt ? block.code : block.recorded?.text ?? ""
      return read.recordedLines != (outcome.accepted ?? "").recordedLines
    }
  }

  /// What is not recorded since it would read differently, with what to do.
  public var misreadings: [String] {
    unreadable.map { outcome in
      let block = outcome.block
      return Problem(
        path: lesson.path, line: block.recorded?.place.line ?? block.place.line,
        message: "the output of block \(block.number) would not read as it was "
          + "printed, and is not recorded; indent this fence with spaces, not "
          + "with tabs"
      ).description
    }
  }
}

extension String {
  /// Its lines, but for empty ones at the end, which no fence can tell apart.
  fileprivate var recordedLines: [String] {
    var lines = withPlainLineEnds.lines
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
