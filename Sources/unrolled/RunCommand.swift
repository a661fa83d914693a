import ArgumentParser
import Literate

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs one lesson and prints what each block prints.",
    discussion: """
      Change a line of a lesson, run it, and see what changed: lines that \
      are not as recorded are marked - (recorded) and + (printed).

        unrolled run 06
      """)

  @OptionGroup var workshop: Workshop
  @Argument(help: "A lesson, by number, slug or file name.")
  var name: String

  func run() async throws {
    let course = try workshop.course()
    let lessons = try course.chosen([name])
    let tester = try workshop.tester(for: course)
    var held = true
    for lesson in lessons {
      let outcome = try tester.outcome(of: lesson)
      say("# \(lesson.title)")
      for block in outcome.blocks { show(block, of: lesson) }
      if !outcome.held { complain("\n\(LessonReport(outcome))") }
      held = held && outcome.held
    }
    if !held { throw ExitCode(1) }
  }

  private func show(_ outcome: BlockOutcome, of lesson: Lesson) {
    guard !outcome.text.isEmpty else { return }
    say("\n[block \(outcome.block.number), line \(outcome.block.codeLine)]")
    if case .differed(let difference) = outcome.verdict {
      say(difference.whole)
    } else {
      say(outcome.text)
    }
  }
}
