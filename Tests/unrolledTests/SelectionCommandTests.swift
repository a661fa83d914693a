import Foundation
import Testing

/// Parts of lessons, knobs, and reports for machines, on the command line.
@Suite(.serialized) struct SelectionCommandTests {
  private let lesson = """
    # Two sums

    A short lesson. At the end we have [50](value:end).

    ```swift
    let start = knob("the start", 20, in: 0...30)
    print(start + 2)
    ```

    ```output
    22
    ```

    ## Times two

    ```swift
    note("end", start * 2)
    start * 2
    ```

    ```output
    40
    ```

    """

  private func course() throws -> Course {
    try Course(["01-sums.md": lesson])
  }

  @Test func aPartIsTestedAlone() throws {
    let course = try course()
    let first = try course.run("test", "1#1")
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("1 fences: 1 run\n"), "\(first)")
    #expect(try course.run("test", "Times two").status == 1)
    #expect(try course.run("test", "1#3").status == 2)
  }

  @Test func aKnobIsTurned() throws {
    let course = try course()
    let turned = try course.run("run", "1", "--set", "start=25")
    #expect(turned.status == 1)
    #expect(
      turned.output.contains(
        "knob the start (start): a whole number from 0 to 30, recorded with "
          + "20, now 25"))
    #expect(turned.output.contains("- 22\n+ 27"))
    #expect(turned.output.contains("- 40\n+ 50"))
    #expect(!turned.error.contains("the prose says"))
    let far = try course.run("run", "1", "--set", "start=31")
    #expect(far.status == 2)
    #expect(
      far.error.hasSuffix(
        "01-sums.md:6: error: the knob “the start” takes a whole number from "
          + "0 to 30, and cannot be set to “31”\n"))
    let unknown = try course.run("run", "1", "--set", "end=3")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("“end” is no knob of this lesson"))
  }

  @Test func aRunStopsWhereItIsTold() throws {
    let result = try course().run("run", "1", "--through", "1")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("[block 1, line 6]\n22\n"))
    #expect(!result.output.contains("block 2"))
  }

  @Test func machinesAreTold() throws {
    let course = try course()
    let file = course.folder.appending(path: "tests.xml").path
    let result = try course.run(
      "test", "--json", "--junit", file,
      environment: ["GITHUB_ACTIONS": "true"])
    #expect(result.status == 1)
    let json =
      try JSONSerialization.jsonObject(
        with: Data(result.output.utf8)) as? [String: Any]
    #expect(json?["held"] as? Bool == false)
    #expect(
      result.error.hasPrefix(
        "::error file=\(course.folder.path)/01-sums.md,line=3::the prose says"))
    #expect(try course.text("tests.xml").contains("failures=\"1\""))
    let silent = try course.run("test", environment: ["GITHUB_ACTIONS": ""])
    #expect(!silent.error.contains("::error"))
  }

  @Test func acceptCanBeKeptToAPart() throws {
    let wrong = lesson.replacing("\n22\n", with: "\n23\n")
      .replacing("\n40\n", with: "\n41\n")
    let course = try Course(["01-sums.md": wrong])
    #expect(try course.run("accept", "1#1", "--yes").status == 0)
    #expect(
      try course.text("01-sums.md")
        == wrong.replacing("\n23\n", with: "\n22\n"))
  }
}
