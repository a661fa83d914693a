import Foundation
import Testing

@testable import Literate

/// Real source in a lesson.
@Suite struct ExcerptTests {
  private let source = """
    struct Cell {
      // MARK: - Step

      /// One step.
      func step() {
        go()
      }

      // MARK: - Backward
      func back() {}
    }

    // MARK: Words
    let a = 1
    """

  @Test func aSectionEndsAtTheNextMarkOrAtItsBrace() throws {
    let lines = source.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    #expect(
      Excerpt.section("Step", of: lines) == [
        "/// One step.", "func step() {", "  go()", "}",
      ])
    #expect(Excerpt.section("Backward", of: lines) == ["func back() {}"])
    #expect(Excerpt.section("Words", of: lines) == ["let a = 1"])
    #expect(Excerpt.section("Nothing", of: lines) == nil)
  }

  @Test func whatIsNotThereIsNamed() throws {
    let folder = try sources()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      try finding("Cells/Cell.swift#Stp", in: folder)
        == .missing(
          "Cells/Cell.swift has no “// MARK: - Stp”; did you mean “Step”?; it "
            + "has Step, Backward, Words"))
    #expect(
      try finding("Cells/Cel.swift#Step", in: folder)
        == .missing(
          "there is no file Cells/Cel.swift in Sources; did you mean "
            + "“Cells/Cell.swift”?"))
  }

  @Test func staleTextFailsAndAcceptTakesTheSourceOver() throws {
    let folder = try sources()
    defer { try? FileManager.default.removeItem(at: folder) }
    let stale = text("> ", "func back() { old }")
    let lesson = try Lesson(path: "1-a.md", source: stale)
    let outcome = try outcome(lesson, in: folder)
    guard case .differed = outcome.blocks[0].verdict else {
      Issue.record("\(outcome.blocks[0].verdict)")
      return
    }
    #expect(
      "\(LessonReport(outcome))".hasPrefix(
        "1-a.md:6: error: this is no longer what the source says"))
    let accepted = Acceptance(of: outcome).text
    #expect(accepted == text("> ", "func back() {}"))
    let again = try Lesson(path: "1-a.md", source: accepted)
    #expect(try self.outcome(again, in: folder).held)
    #expect(
      Acceptance(of: try self.outcome(again, in: folder)).edits.isEmpty)
  }

  // MARK: - Helpers

  private func text(_ prefix: String, _ code: String) -> String {
    "# A\n\nB.\n\n\(prefix)```swift excerpt=Cells/Cell.swift#Backward\n"
      + "\(prefix)\(code)\n\(prefix)```\n"
  }

  private func sources() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "excerpt-\(UUID().uuidString)/Sources")
    let cells = folder.appending(path: "Cells")
    try FileManager.default.createDirectory(
      at: cells, withIntermediateDirectories: true)
    try Data(source.utf8).write(to: cells.appending(path: "Cell.swift"))
    return folder
  }

  private func outcome(_ lesson: Lesson, in folder: URL) throws
    -> LessonOutcome
  {
    let excerpt = Excerpt(sources: folder)
    var sections: [Int: Excerpt.Finding] = [:]
    for block in lesson.blocks {
      sections[block.number] = excerpt.finding(block)
    }
    return LessonOutcome(
      lesson: lesson, evidence: [:], sections: sections,
      seconds: .init(compiling: 0, running: 0))
  }

  private func finding(_ what: String, in folder: URL) throws
    -> Excerpt.Finding?
  {
    let lesson = try Lesson(
      path: "1-a.md",
      source: "# A\n\nB.\n\n```swift excerpt=\(what)\n1\n```\n")
    return Excerpt(sources: folder).finding(lesson.blocks[0])
  }
}
