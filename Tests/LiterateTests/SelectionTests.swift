import Foundation
import Testing

@testable import Literate

@Suite struct SelectionTests {
  private let text = """
    # Sums

    Short.

    ```swift
    1 + 1
    ```

    ## Why sums?

    As [2](value:two) shows.

    ```swift
    note("two", 2)
    ```

    ### Small ones

    ```swift
    0 + 1
    ```

    ## Others

    See [4](value:four) and [2](value:two).

    ```swift
    note("four", 4)
    ```

    """

  private func course() throws -> Course {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "selection-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    let settings = """
      title: A course
      summary: In a sentence.
      product: P
      imports: [M]
      parts:
        - { title: One, summary: First., lessons: [sums, more] }
      """
    for (name, text) in [
      ("unrolled.yml", settings), ("01-sums.md", text),
      ("02-more.md", "# More\n\nx\n\n## Others\n\n```swift\n1\n```\n"),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try Course(folder: folder.path)
  }

  @Test(arguments: [
    ([], ["sums", "more"]), (["02"], ["more"]),
    (["more", "1"], ["more", "sums"]),
    (["sums#2"], ["sums 2"]), (["1#2", "sums#4"], ["sums 2 4"]),
    (["1#why-sums"], ["sums 2 3"]), (["1#Small ones"], ["sums 3"]),
    (["Others"], ["sums 4", "more 1"]), (["1#2", "1"], ["sums"]),
    (["01-sums.md#others"], ["sums 4"]),
  ])
  func wordsNameLessonsBlocksAndSections(
    words: [String], expected: [String]
  ) throws {
    let found = try course().selections(words).map { selection in
      ([selection.lesson.slug]
        + (selection.blocks ?? []).sorted().map { "\($0)" })
        .joined(separator: " ")
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("suns", "no lesson is called “suns”; did you mean “sums”?"),
    ("7", "no lesson is called “7”; there are 01-sums.md, 02-more.md"),
    ("1#5", "there is no block 5 in this lesson; it has 1 to 4"),
    ("1#0", "there is no block 0 in this lesson; it has 1 to 4"),
    (
      "1#else",
      "there is no heading “else” in this lesson; there are Sums · Why sums? "
        + "· Small ones · Others"
    ),
  ])
  func whatIsNotThereIsOneClearError(word: String, message: String) throws {
    let course = try course()
    do throws(Problem) {
      _ = try course.selections([word])
      Issue.record("found \(word)")
    } catch {
      #expect(error.message == message)
    }
  }

  @Test func aPartHasItsBlocksAndTheProseAboutThem() throws {
    let course = try course()
    let lesson = course.lessons[0]
    let outcome = LessonOutcome(
      lesson: lesson,
      blocks: lesson.blocks.map {
        BlockOutcome(block: $0, output: [], verdict: .unrecorded)
      },
      references: lesson.references.map {
        ReferenceOutcome(
          reference: $0, finding: .differs(actual: "9"), says: "",
          block: $0.target == "two" ? 2 : 4)
      }, seconds: .init(compiling: 0, running: 0))
    let two = try course.selections(["1#2"])[0]
    #expect(two.part(of: outcome).blocks.map(\.block.number) == [2])
    #expect(two.part(of: outcome).references.map(\.reference.line) == [11, 25])
    let others = try course.selections(["1#others"])[0]
    #expect(
      others.part(of: outcome).references.map(\.reference.target)
        == ["four", "two"])
    let spared = two.sparing(outcome)
    #expect(spared.blocks.map(\.verdict.held) == [true, false, true, true])
    #expect(spared.references.map(\.held) == [false, true, false])
  }

  @Test func aLessonCanBeCutBehindABlock() throws {
    let lesson = try Lesson(path: "1-a.md", source: text)
    let cut = try lesson.through("2")
    #expect(cut.blocks == Array(lesson.blocks.prefix(2)))
    #expect(text.hasPrefix(cut.source))
    #expect(try lesson.through("why sums").blocks.count == 3)
    #expect(throws: Problem.self) { try lesson.through("9") }
  }
}
