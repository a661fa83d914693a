import Foundation
import Testing

@testable import Literate

/// A reader turns a knob in Chromium, in a page opened from disk: it says
/// what `unrolled run --set` says, and goes back to what it was.
@Suite(.serialized, .enabled(if: isLiveProof, "`make proof` runs live pages"))
struct LivePageTests {
  /// What `Tests/LiveColumn/page.mjs` tells.
  struct Visit: Decodable {
    struct Reading: Decodable {
      let blocks: [String: String]
      let words: [String]
      let off: Int
      let fresh: Int
      let figures: Int
      let earlier: Int
    }
    struct Ending: Decodable {
      let `is`: String
      let words: String
    }
    let loadedBefore: [String]
    let recorded: Reading
    let seconds: Double
    let state: String
    let status: String
    let turned: Reading
    let isRestored: Bool
    let difference: [String]?
    let runaway: Ending
    let isRestoredAgain: Bool
    let console: [String]
  }

  @Test func aTurnedKnobSaysInThePageWhatItSaysHere() throws {
    let lesson = try LessonNames.lesson(
      "05-backpropagation-through-time.md")
    var tester = LessonTester(toolchain: try Library.toolchain.get())
    tester.options.turn([("learning rate", "0.01")])
    let here = try tester.outcome(of: lesson)
    let visit = try visit(
      "backpropagation-through-time.html", turning: "learning rate=0.01")
    #expect(visit.console == [])
    #expect(!visit.loadedBefore.contains { $0.contains(".live.js") })
    #expect(visit.state.hasPrefix("Ran in this page, learning rate 0.01"))
    #expect(visit.status == visit.state)
    #expect(visit.turned.figures > 0)
    #expect(visit.turned.earlier > 0)
    #expect(visit.turned.blocks != visit.recorded.blocks)
    #expect(visit.turned.words != visit.recorded.words)
    try check(visit.turned, against: here)
    let difference = visit.difference ?? []
    #expect(visit.isRestored, "\(difference)")
    #expect(visit.runaway.is == "stopped")
    #expect(visit.runaway.words.contains("longer than a page allows"))
    #expect(visit.isRestoredAgain)
  }

  /// The page's words beside those of the same run here, compared as recorded
  /// outputs are.
  private func check(
    _ page: Visit.Reading, against here: LessonOutcome
  ) throws {
    let build = try #require(PageBuild(toolchain: Library.toolchain.get()))
    let program = try build.program(of: here.lesson)
    for outcome in here.blocks
    where program.blocks.contains(outcome.block.number) {
      let said = page.blocks["\(outcome.block.number)"] ?? ""
      let difference = Difference(
        recorded: outcome.text.lines, printed: said.lines
      ) {
        Comparison(tolerance: outcome.block.fence.tolerance).agrees($0, $1)
      }
      #expect(
        difference.isEmpty, "block \(outcome.block.number): \(difference)")
    }
    let failing = here.references.filter {
      if case .fails = $0.finding { true } else { false }
    }
    #expect(page.off == failing.count)
  }

  private func visit(_ page: String, turning setting: String) throws -> Visit {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unrolled-live-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let site = folder.appending(path: "public")
    let built = try runProgram(
      House.root.appending(path: ".build/debug/unrolled").path,
      ["build", "--live", "--output", site.path], in: folder,
      workingFolder: House.root)
    try #require(built.succeeded, "\(built.errorText)")
    let ran = try runProgram(
      ToolError.find("node"),
      [
        House.root.appending(path: "Tests/LiveColumn/page.mjs").path,
        ToolError.find("chromium"), site.appending(path: page).path, setting,
      ], in: folder)
    try #require(ran.succeeded, "\(ran.errorText)")
    return try JSONDecoder().decode(Visit.self, from: ran.output)
  }
}
