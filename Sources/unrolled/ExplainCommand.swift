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
      """)

  @OptionGroup var workshop: Workshop
  @OptionGroup var thoroughness: Thoroughness
  @Argument(help: "A lesson, by number, slug or file name; #3 is block 3.")
  var name: String

  func run() throws {
    let course = try workshop.course()
    let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
    let block = parts.count > 1 ? Int(parts[1]) : nil
    guard let first = parts.first, parts.count == 1 || block != nil else {
      throw ValidationError("name a lesson, like 07, or a block, like 07#3")
    }
    var tester = try workshop.tester(for: course)
    tester.options = thoroughness.options
    for lesson in try course.chosen([first]) {
      let found = try tester.explanations(of: lesson, block: block)
      guard !found.isEmpty else {
        throw Problem(
          path: lesson.path,
          message: block.map { "no program runs block \($0)" }
            ?? "this lesson has no program")
      }
      say(lesson.fileName)
      for explanation in found { say("\(explanation)") }
    }
  }
}
