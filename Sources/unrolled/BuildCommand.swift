import ArgumentParser
import Foundation
import Literate
import Publishing

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Runs every lesson and makes the site.",
    discussion: """
      A site is only made of lessons that hold. If one does not, or anything \
      else goes wrong, the last good site stays as it is.

        unrolled build
        unrolled build --output /tmp/site
        unrolled build --keep-going
        unrolled build --base-url https://example.org/course
        unrolled build --live       compiles lessons for their pages, too
      """)

  @OptionGroup var workshop: Workshop
  @Option(
    help: ArgumentHelp("Where the site goes.", valueName: "folder"),
    completion: .directory)
  var output = "Site/public"
  @Option(
    help: ArgumentHelp(
      "Templates, style sheet and scripts.", valueName: "folder"),
    completion: .directory)
  var theme = "Site/theme"
  @Flag(
    help: """
      Make the site of lessons that do not hold, too; the pages say so.
      """)
  var keepGoing = false
  @Option(
    help: ArgumentHelp(
      "Where the site is hosted: adds canonical links and a site map.",
      valueName: "address"),
    transform: { text in
      guard let base = BaseURL(text) else {
        throw ValidationError(
          "“\(text)” is no address of a site; say https://example.org/course")
      }
      return base
    })
  var baseURL: BaseURL?
  @Flag(
    inversion: .prefixedNo,
    help: "Compile lessons for their pages, so that readers can run them.")
  var live = false

  func run() async throws {
    let course = try workshop.course()
    let theme = try Theme(folder: self.theme)
    try Site.check(folder: output)
    let library = try Library(
      course.settings.library,
      sources: URL(filePath: workshop.package).appending(path: "Sources"))
    let tester = try workshop.tester(for: course)
    let progress = ProgressLine(total: course.lessons.count)
    let outcomes = try await tester.outcomes(of: course.lessons) {
      progress.add($0)
    }
    progress.end()
    for outcome in outcomes where !outcome.held {
      complain("\(LessonReport(outcome))")
    }
    let broken = outcomes.filter { !$0.held }.map(\.lesson.fileName)
    let isMade = broken.isEmpty || keepGoing
    let programs =
      isMade && live ? try await programs(of: course, tester) : []
    say("\(FenceAudit(outcomes, programs: programs))")
    guard isMade else {
      complain(
        "The site was not made, because of \(broken.joined(separator: ", ")); "
          + "the last good one is as it was. --keep-going makes it all the "
          + "same.")
      throw ExitCode(1)
    }
    let site = try Site(
      course: course, library: library, outcomes: outcomes,
      programs: Dictionary(
        uniqueKeysWithValues: zip(course.lessons.map(\.slug), programs)),
      receipt: Receipt(
        compiler: try tester.toolchain.version(), commits: course.commits,
        changes: course.changes(), command: "swift run unrolled"),
      theme: theme,
      typesetter: Typesetter(theme: self.theme, cache: ".build/site"),
      packages: try LessonPackages(course, toolchain: tester.toolchain),
      base: baseURL)
    try site.write(to: output)
    say("\(site.files.count) files in \(output); open \(output)/index.html")
    if !broken.isEmpty {
      complain(
        "Not as recorded, and shown as such: "
          + broken.joined(separator: ", "))
      throw ExitCode(1)
    }
  }

  /// What lessons' pages run, in the lessons' order.
  private func programs(of course: Course, _ tester: LessonTester)
    async throws -> [PageProgram]
  {
    let build = PageBuild(toolchain: tester.toolchain)
    let programs = try await build?.programs(of: course.lessons) ?? []
    for (lesson, program) in zip(course.lessons, programs) {
      if let why = program.refusal {
        say("\(lesson.path): does not run in its page: \(why)")
      }
      if let excess = program.excess { say("\(lesson.path): \(excess)") }
    }
    return programs
  }
}
