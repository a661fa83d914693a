import Foundation
import Testing

/// What the notebook this course began with teaches, and what it has wrong:
/// the table in `Lessons/README.md` says which lesson has it.
@Suite struct CoverageTests {
  private static let lessons = House.root.appending(path: "Lessons")

  /// A row of the table.
  struct Row: CustomTestStringConvertible, Sendable {
    let id: String
    let lesson: String
    let words: String

    var testDescription: String { id + " in " + lesson }

    /// `| S3 | a picture | [unrolling](03-unrolling.md) | `show(` |`
    init?(_ line: Substring) {
      let row = /\| ([SM]\d+) \| .+ \| \[.+\]\((.+\.md)\) \| `+ ?(.+?) ?`+ \|/
      guard let match = line.wholeMatch(of: row) else { return nil }
      id = String(match.1)
      lesson = String(match.2)
      words = String(match.3)
    }
  }

  private static func rows() throws -> [Row] {
    try String(
      contentsOf: lessons.appending(path: "README.md"), encoding: .utf8
    ).split(separator: "\n").compactMap { Row($0) }
  }

  @Test func everyRowOfTheNotebookHasALesson() throws {
    let covered = Set(try Self.rows().map(\.id))
    let wanted = (1...72).map { "S\($0)" } + (1...28).map { "M\($0)" }
    #expect(wanted.filter { !covered.contains($0) } == [])
    #expect(covered.subtracting(wanted) == [])
  }

  @Test(arguments: try rows())
  func itsLessonHasIt(row: Row) throws {
    let file = Self.lessons.appending(path: row.lesson)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(row.words), "\(row.lesson): “\(row.words)”")
  }

  @Test func whatIsNoRowIsNotRead() {
    let row = Row("| S3 | a loop | [unrolling](03-unrolling.md) | `loop` |")
    #expect(row?.id == "S3" && row?.words == "loop")
    #expect(row?.lesson == "03-unrolling.md")
    let quoted = Row("| S4 | axes | [one](02-one.md) | `` `[B]` `` |")
    #expect(quoted?.words == "`[B]`")
    #expect(Row("| S3 | a loop | unrolling | `loop` |") == nil)
    #expect(Row("| row | what it is | lesson | look for |") == nil)
  }
}
