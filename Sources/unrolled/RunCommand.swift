import ArgumentParser
import Foundation
import Literate

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs one lesson and prints what each block prints.",
    discussion: """
      Change a line of a lesson, run it, and see what changed: lines that \
      are not as recorded are marked - (recorded) and + (printed). A picture \
      is told in words.

      --set turns a knob of the lesson for this run. A knob goes by its name, \
      by its variable's, or by the last word or the beginning of its name, \
      if no other knob does.

        unrolled run 06
        unrolled run 06 --through 3              down to block 3
        unrolled run 06 --through "Word by word" down to the end of a section
        unrolled run 12 --set rate=0.5 --set units=16
      """)

  @OptionGroup var workshop: Workshop
  @OptionGroup var thoroughness: Thoroughness
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Turn a knob.", valueName: "knob=value"))
  var settings: [String] = []
  @Option(
    help: ArgumentHelp(
      "Stop after a block, by its number, or after a section, by its heading.",
      valueName: "block"))
  var through: String?
  @Argument(
    help: "A lesson, by number, slug or file name.",
    completion: .lessons)
  var name: String

  func run() async throws {
    let course = try workshop.course()
    let lessons = try course.selections([name]).map(\.lesson)
    var held = true
    for whole in lessons {
      let lesson = try through.map { try whole.through($0) } ?? whole
      // What cannot be set is said before anything is built.
      let settings = try lesson.settings(self.settings)
      var tester = try workshop.tester(for: course)
      tester.options = thoroughness.options
      tester.options.turn(settings)
      let outcome = try tester.outcome(of: lesson)
      say("# \(lesson.title)")
      for knob in lesson.knobs { say(line(knob, settings)) }
      for block in outcome.blocks { show(block, of: lesson) }
      let report = words(of: outcome)
      if !report.isEmpty { complain("\n" + report) }
      held = held && report.isEmpty
    }
    if !held { throw ExitCode(1) }
  }

  /// What does not hold. Where the lesson is cut short, its prose may name
  /// values of blocks further down.
  private func words(of outcome: LessonOutcome) -> String {
    guard through != nil else { return "\(LessonReport(outcome))" }
    return "\(LessonReport(outcome.withoutUnknownNames))"
  }

  private func line(
    _ knob: KnobCall, _ settings: [(name: String, value: String)]
  ) -> String {
    let value = settings.last { $0.name == knob.name }?.value
    return "knob " + knob.description + (value.map { ", now \($0)" } ?? "")
  }

  private func show(_ outcome: BlockOutcome, of lesson: Lesson) {
    guard !outcome.text.isEmpty else { return }
    say("\n[block \(outcome.block.number), line \(outcome.block.codeLine)]")
    if case .differed(let difference) = outcome.verdict {
      say(difference.whole)
    } else {
      say(outcome.told)
    }
  }
}

extension LessonOutcome {
  /// The same, but for links that name what no block has noted.
  fileprivate var withoutUnknownNames: LessonOutcome {
    LessonOutcome(
      lesson: lesson, blocks: blocks,
      references: references.filter {
        if case .unknown = $0.finding { false } else { true }
      }, seconds: seconds)
  }
}

extension BlockOutcome {
  /// The output for a terminal: pictures by their words, told apart from
  /// what is printed by a line beside them.
  fileprivate var told: String {
    output.map { piece in
      guard let words = piece.alternative else {
        return String(
          piece.text.reversed().drop { $0.isNewline }.reversed())
      }
      return words.split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { "▏ " + $0 }.joined(separator: "\n")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
