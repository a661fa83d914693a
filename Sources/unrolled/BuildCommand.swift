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
    say("\(FenceAudit(outcomes))")
    guard outcomes.allSatisfy(\.held) else {
      complain("The site was not made; the last good one is as it was.")
      throw ExitCode(1)
    }
    let site = try Site(
      course: course, library: library, outcomes: outcomes,
      receipt: Receipt(
        compiler: try tester.toolchain.version(), commits: course.commits,
        command: "swift run unrolled"),
      theme: theme,
      typesetter: Typesetter(theme: self.theme, cache: ".build/site"))
    try site.write(to: output)
    say("\(site.files.count) files in \(output); open \(output)/index.html")
  }
}
