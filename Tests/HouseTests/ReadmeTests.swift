import Foundation
import Literate
import Testing

/// The README is held to what it says.
@Suite struct ReadmeTests {
  private let path = House.root.appending(path: "README.md").path

  @Test func itsProgramPrintsWhatItSays() throws {
    let outcome = try LessonTester(toolchain: Library.toolchain.get())
      .outcome(of: Lesson(reading: path))
    let held = outcome.held
    #expect(held, "\n\(LessonReport(outcome))")
    #expect(!outcome.blocks.isEmpty)
  }

  @Test func itsLinksLeadToFiles() throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#:]+)\)/) {
      let file = House.root.appending(path: String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: file), "\(match.1)")
    }
  }

  /// The table of rooms names every room of Sources, and its imports.
  @Test func itsTableIsTheImportTable() throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for (room, imports) in ImportTests.rooms {
      let row = text.split(separator: "\n")
        .first { $0.hasPrefix("| `Sources/\(room)` |") }
      let cell = row?.split(separator: "|").last?
        .trimmingCharacters(in: .whitespaces)
      let named = Set(
        (cell ?? "").split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        }.filter { $0 != "nobody" && !$0.isEmpty })
      #expect(named == imports, "\(room): \(cell ?? "no row")")
    }
  }
}
