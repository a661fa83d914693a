import CommonMark
import Frames
import Testing

@testable import Literate

/// What holds for every lesson: a hundred times as many in a proof.
@Suite struct LawTests {
  /// A lesson is found as it was written, and prints back byte for byte.
  @Test func whatIsWrittenIsFound() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("written").each(300) { dice in
        var maker = LessonMaker(dice: dice)
        let made = maker.lesson()
        let lesson = try Lesson(path: "1-a.md", source: made.source)
        try hold(
          "kept", Array(lesson.source.utf8) == Array(made.source.utf8),
          made.source)
        try hold(
          "code", lesson.blocks.map(\.code.withPlainLineEnds) == made.codes,
          "\(made.source)\n\(lesson.blocks.map(\.code)) \(made.codes)")
        try hold(
          "outputs", lesson.blocks.map(\.recorded?.text) == made.recorded,
          "\(made.source)\n\(lesson.blocks.map(\.recorded?.text)) \(made.recorded)"
        )
        let links = lesson.references.filter {
          if case .value = $0.kind { true } else { false }
        }
        try hold("links", links.count == made.links, made.source)
      }
    }
    if result == nil { Batch("written").report() }
  }

  /// Accepting writes outputs and values and no byte beside them; what it
  /// writes is the same lesson, holds, and is left alone the next time.
  @Test func acceptingKeepsToItsPlace() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("accepted").each(300) { dice in
        var maker = LessonMaker(dice: dice)
        let made = maker.lesson()
        let lesson = try Lesson(path: "1-a.md", source: made.source)
        let first = Acceptance(
          of: LessonOutcome(lesson, printing: made.printed, notes: made.notes))
        let text = first.text
        try hold(
          "in its place", made.isKept(in: text), "\(made.source)\n→\n\(text)")
        try first.check()

        let again = try Lesson(path: "1-a.md", source: text)
        let outcome = LessonOutcome(
          again, printing: made.printed, notes: made.notes)
        try hold(
          "holds", outcome.blocks.count { !$0.verdict.held } == 0,
          "\(text)\n→\n\(LessonReport(outcome))")
        let second = Acceptance(of: outcome)
        try hold("twice", second.edits.isEmpty, "\(text)\n→\n\(second.edits)")
        try hold("by hand", second.byHand.isEmpty, text)
      }
    }
    if result == nil { Batch("accepted").report() }
  }
}
