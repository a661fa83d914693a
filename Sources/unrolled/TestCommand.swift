import ArgumentParser
import Foundation
import Literate

struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs lessons and compares them with what is recorded.",
    discussion: """
      All lessons run and all differences are printed; then the exit status \
      says whether everything held.

        unrolled test                   every lesson
        unrolled test 06                one, by number, slug or file name
        unrolled test 06#3              its third block
        unrolled test "06#Word by word" the section under a heading
        unrolled test --junit tests.xml --json > tests.json
        unrolled test --twice
                             each program in two processes, which must agree
        unrolled test --live    each lesson as its page runs it, in node

      What did not change since it last ran is not run again: `unrolled \
      explain` says what is remembered.
      """)

  @OptionGroup var workshop: Workshop
  @OptionGroup var thoroughness: Thoroughness
  @OptionGroup var reports: MachineReports
  @Flag(help: "Compare what lessons' pages would say, and nothing else.")
  var live = false
  @Argument(
    help: "Lessons, blocks (06#3) or headings; all lessons if none.",
    completion: .lessons)
  var names: [String] = []

  func run() async throws {
    let course = try workshop.course()
    let selections = try course.selections(names)
    var tester = try workshop.tester(for: course)
    tester.options = thoroughness.options
    if live { return try await testPages(selections.map(\.lesson), tester) }
    let outcomes = zip(
      selections,
      try await tester.outcomes(of: selections, isQuiet: reports.json)
    ).map { $0.part(of: $1) }
    if !reports.json {
      for outcome in outcomes where !outcome.held {
        complain("\(LessonReport(outcome))")
      }
    }
    try reports.write(outcomes)
    if !reports.json { say("\(FenceAudit(outcomes))") }
    if !outcomes.allSatisfy(\.held) { throw ExitCode(1) }
  }

  /// Compares what pages' programs say with what is recorded.
  private func testPages(_ lessons: [Lesson], _ tester: LessonTester)
    async throws
  {
    guard let build = PageBuild(toolchain: tester.toolchain) else {
      say("No lesson of this package runs in its page.")
      return
    }
    var held = true
    for (lesson, program) in zip(
      lessons, try await build.programs(of: lessons))
    {
      if let why = program.refusal {
        say("\(lesson.path): does not run in its page: \(why)")
      }
      guard
        let outcome = try build.outcome(
          of: lesson, timeLimit: tester.timeLimit)
      else { continue }
      let size = ((program.bytes?.count ?? 0) + 512) / 1024
      say(outcome.line + ", \(size) KB")
      if !outcome.held { complain("\(LessonReport(outcome))") }
      if let excess = program.excess { complain("\(lesson.path): \(excess)") }
      held = held && outcome.held && program.excess == nil
    }
    if !held { throw ExitCode(1) }
  }
}

/// Where outcomes go that a machine reads.
struct MachineReports: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the outcomes to a file as JUnit's XML.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var junit: String?
  @Flag(help: "Print the outcomes as JSON, and nothing else.")
  var json = false
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Print what does not hold as GitHub's annotations too.",
      discussion: "They are printed if GITHUB_ACTIONS is set."))
  var annotations =
    ProcessInfo.processInfo.environment["GITHUB_ACTIONS"]
    == "true"

  func write(_ outcomes: [LessonOutcome]) throws {
    if annotations {
      let findings = outcomes.flatMap { LessonReport($0).findings }
      // Standard output may be JSON; GitHub reads both streams.
      for finding in findings { complain(finding.annotation) }
    }
    if let junit {
      do {
        try Data("\(JUnitReport(outcomes))".utf8)
          .write(to: URL(filePath: junit), options: .atomic)
      } catch {
        throw ToolError.cannotWrite(junit, error.localizedDescription)
      }
    }
    if json { say(OutcomeRecord(outcomes).json) }
  }
}
