import Foundation
import Testing

/// The command line as a reader meets it: the real program, real lessons.
@Suite(.serialized) struct CommandTests {
  private let lesson = """
    # Two sums

    A short lesson.

    ```swift
    let a = 20
    a + 2
    ```

    ```output
    22
    ```

    ```swift
    note("b", a * 2)
    ```

    Twice that is [40](value:b).

    """

  @Test func aLessonThatHolds() throws {
    let course = try Course(["01-sums.md": lesson])
    let result = try course.run("test")
    #expect(result.status == 0, "\(result)")
    #expect(
      result.output.contains(
        "2 fences: 2 run; 1 numbers and claims in the prose, all agree"))
  }

  @Test func aChangedDigitIsFoundAndRestored() throws {
    let course = try Course([
      "01-sums.md": lesson.replacing("\n22\n", with: "\n23\n")
    ])
    let failed = try course.run("test", "1")
    #expect(failed.status == 1)
    #expect(
      failed.error.contains("01-sums.md:10: error: the output of block 1"))
    #expect(failed.error.contains("- 23\n    + 22"))
    #expect(try course.run("accept", "1", "--yes").status == 0)
    #expect(try course.text("01-sums.md") == lesson)
    #expect(try course.run("accept", "1", "--yes").status == 0)
    #expect(try course.text("01-sums.md") == lesson)
    #expect(try course.run("test").status == 0)
  }

  @Test func nobodyToAskMeansNothingIsRecorded() throws {
    let wrong = lesson.replacing("\n22\n", with: "\n23\n")
    let course = try Course(["01-sums.md": wrong])
    let result = try course.run("accept")
    #expect(result.status == 1)
    #expect(result.error.contains("say --yes"))
    #expect(try course.text("01-sums.md") == wrong)
  }

  @Test func aMissingOutputFails() throws {
    let course = try Course([
      "01-sums.md": lesson.replacing("```output\n22\n```\n\n", with: "")
    ])
    let result = try course.run("test")
    #expect(result.status == 1)
    #expect(result.error.contains("no output is recorded under it"))
  }

  @Test func aMisspeltFenceWordGetsASuggestion() throws {
    let course = try Course([
      "01-sums.md": lesson.replacing(
        "```swift\nnote", with: "```swift hiden\nnote")
    ])
    let result = try course.run("test")
    #expect(result.status == 2)
    #expect(
      result.error.contains(
        "01-sums.md:14:1: error: a swift fence has no word “hiden”; "
          + "did you mean “hidden”?"))
  }

  @Test func errorsNameTheLessonsOwnLine() throws {
    let types = try Course([
      "01-sums.md": lesson.replacing("a + 2", with: "a + \"2\"")
    ]).run("test")
    #expect(types.status == 1)
    #expect(types.error.contains("01-sums.md:7:3: error: binary operator"))
    let stop = try Course([
      "01-sums.md": lesson.replacing("a + 2", with: "[a][2]")
    ]).run("test")
    #expect(stop.status == 1)
    #expect(
      stop.error.contains(
        "01-sums.md:7: error: fatal error: Index out of range"))
  }

  @Test func runShowsWhatChanged() throws {
    let course = try Course([
      "01-sums.md": lesson.replacing("let a = 20", with: "let a = 30")
    ])
    let result = try course.run("run", "sums")
    #expect(result.status == 1)
    #expect(result.output.contains("- 22\n+ 32"))
    #expect(result.error.contains("the prose says “40”, but b is 60"))
  }

  @Test func wrongUseHasStatusTwo() throws {
    let course = try Course(["01-sums.md": lesson])
    #expect(try course.run("tset").status == 2)
    #expect(try course.run("test", "--time-limit", "0").status == 2)
    let unknown = try course.run("test", "99")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("no lesson is called “99”"))
    #expect(try course.run("--help").status == 0)
    let empty = try Course([:]).run("test")
    #expect(empty.status == 2)
    #expect(empty.error.contains("there are no lessons in this folder"))
  }

  @Test func aMissingCompilerIsOneClearSentence() throws {
    let course = try Course(["01-sums.md": lesson])
    let result = try course.run("test", environment: ["PATH": "/nowhere"])
    #expect(result.status == 2)
    #expect(
      result.error == """
        error: there is no swift on PATH; install Swift 6.2 or later from \
        swift.org/install and try again

        """)
  }

  @Test func aSiteIsMadeOnlyOfLessonsThatHold() throws {
    let course = try Course(["01-sums.md": lesson])
    let built = try course.run("build", "--output", course.site)
    #expect(built.status == 0, "\(built)")
    let page = try course.text("../site/sums.html")
    #expect(page.contains("Two sums"))
    try course.write(
      "01-sums.md", lesson.replacing("\n22\n", with: "\n23\n"))
    let failed = try course.run("build", "--output", course.site)
    #expect(failed.status == 1)
    #expect(failed.error.contains("the last good one is as it was"))
    #expect(try course.text("../site/sums.html") == page)
  }

  @Test func theDoctorListsWhatIsHere() throws {
    let result = try Course([:]).run("doctor")
    #expect(result.output.contains("✓ swift"))
    #expect(result.output.contains("katex"))
    let bare = try Course([:]).run(
      "doctor", environment: ["PATH": "/nowhere"])
    #expect(bare.status == 2)
    #expect(bare.output.contains("✗ swift"))
  }
}
