import ArgumentParser
import Foundation
import Literate

struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Records what lessons print, after showing it.",
    discussion: """
      Rewrites outputs and the values in the prose, and no other byte of a \
      lesson. Only what a second run prints too, on one thread and on two, \
      is recorded. Claims are never rewritten: they are the author's word.

        unrolled accept 06         shows the changes, and asks
        unrolled accept 06#3       only what its third block prints
        unrolled accept --yes      records the changes of all lessons
      """)

  @OptionGroup var workshop: Workshop
  @OptionGroup var thoroughness: Thoroughness
  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false
  @Argument(
    help: "Lessons, blocks (06#3) or headings; all lessons if none.",
    completion: .lessons)
  var names: [String] = []

  func run() async throws {
    let course = try workshop.course()
    let selections = try course.selections(names)
    var tester = try workshop.tester(for: course)
    tester.options = thoroughness.options
    let outcomes = try await tester.outcomes(of: selections)
    var isDone = true
    for (selection, outcome) in zip(selections, outcomes) {
      let acceptance = try tester.acceptance(of: outcome, in: selection)
      isDone = accept(selection.sparing(outcome), acceptance) && isDone
    }
    if !isDone { throw ExitCode(1) }
  }

  /// Records what one lesson prints; says whether it holds now.
  private func accept(
    _ outcome: LessonOutcome, _ acceptance: Acceptance
  ) -> Bool {
    let path = outcome.lesson.path
    if !outcome.isHeldByAccepting { complain("\(LessonReport(outcome))") }
    for reference in acceptance.byHand {
      complain(
        "\(path):\(reference.line): error: “\(reference.words)” is not "
          + "written so that it could be replaced; write the value of "
          + "\(reference.target) yourself")
    }
    let left = acceptance.wobbles + acceptance.misreadings
    for words in left { complain(words) }
    let isWhole =
      outcome.isHeldByAccepting && acceptance.byHand.isEmpty && left.isEmpty
    guard !acceptance.edits.isEmpty else {
      if isWhole && !outcome.held {
        complain(
          "\(path): error: run once more, it did something else than the "
            + "first time; nothing was recorded")
      } else {
        say("\(path): nothing to record")
      }
      return isWhole && outcome.held
    }
    for edit in acceptance.edits {
      say("\(path): \(edit.words)")
      say("\(acceptance.difference(edit))")
    }
    guard yes || isConfirmed(acceptance.edits.count) else {
      say("\(path): left as it is")
      return false
    }
    do {
      try acceptance.write()
    } catch {
      complain("\(error)")
      return false
    }
    say("\(path): \(acceptance.edits.count) changes recorded")
    return isWhole
  }

  private func isConfirmed(_ count: Int) -> Bool {
    guard isatty(0) == 1 else {
      complain("Nobody to ask: say --yes to record \(count) changes.")
      return false
    }
    print("Record \(count) changes? [y/N] ", terminator: "")
    return readLine()?.lowercased().hasPrefix("y") ?? false
  }
}

extension LessonOutcome {
  /// Whether recording what was printed is all this lesson lacks.
  fileprivate var isHeldByAccepting: Bool {
    blocks.allSatisfy {
      switch $0.verdict {
      case .differed, .unrecorded, .printedNothing: true
      default: $0.verdict.held
      }
    }
      && references.allSatisfy {
        if case .differs = $0.finding { true } else { $0.held }
      }
  }
}
