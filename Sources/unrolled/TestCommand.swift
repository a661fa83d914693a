import ArgumentParser
import Literate

struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs lessons and compares them with what is recorded.",
    discussion: """
      All lessons run and all differences are printed; then the exit status \
      says whether everything held.

        unrolled test        every lesson
        unrolled test 06     one lesson, by number, slug or file name
        unrolled test --twice
                             each program in two processes, which must agree

      What did not change since it last ran is not run again: `unrolled \
      explain` says what is remembered.
      """)

  @OptionGroup var workshop: Workshop
  @OptionGroup var thoroughness: Thoroughness
  @Argument(help: "Lessons, by number, slug or file name.")
  var names: [String] = []

  func run() async throws {
    let course = try workshop.course()
    let outcomes = try await workshop.outcomes(
      of: course.chosen(names), course: course,
      options: thoroughness.options)
    for outcome in outcomes where !outcome.held {
      complain("\(LessonReport(outcome))")
    }
    say("\(FenceAudit(outcomes))")
    if !outcomes.allSatisfy(\.held) { throw ExitCode(1) }
  }
}
