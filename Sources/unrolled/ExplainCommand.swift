import ArgumentParser
import Literate

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what of a lesson is remembered, and what has to run again.",
    discussion: """
      A program runs again only if something it depends on changed: its code, \
      the library, the compiler, its flags, its data. Prose is not among it.

        unrolled explain 07      every program of a lesson
        unrolled explain 07#3    the program that block 3 is part of
        unrolled explain         every lesson
      """)

  @OptionGroup var workshop: Workshop
  @OptionGroup var thoroughness: Thoroughness
  @Argument(
    help: "Lessons, blocks (06#3) or headings; all lessons if none.",
    completion: .lessons)
  var names: [String] = []

  func run() throws {
    let course = try workshop.course()
    let selections = try course.selections(names)
    var tester = try workshop.tester(for: course)
    tester.options = thoroughness.options
    for selection in selections {
      say(selection.lesson.fileName)
      let found = try tester.explanations(
        of: selection.lesson, blocks: selection.blocks)
      for explanation in found { say("\(explanation)") }
      if found.isEmpty { say("  nothing of this is run") }
    }
  }
}
