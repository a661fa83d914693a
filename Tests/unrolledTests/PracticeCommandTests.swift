import Foundation
import Testing

/// Exercises on the command line.
@Suite(.serialized) struct PracticeCommandTests {
  private let lesson = """
    # Doubling

    An exercise.

    ```swift
    let three = 3
    ```

    ```swift exercise=double
    func double(_ x: Int) -> Int {
      x  // what is missing?
    }
    ```

    > ```swift solution=double
    > func double(_ x: Int) -> Int { x + x }
    > ```

    ```swift check=double
    expect(double(three) == 6, "twice 3 is 6, not \\(double(three))")
    ```

    """

  @Test func anAnswerIsTriedByItsCheck() throws {
    let course = try Course(["01-double.md": lesson])
    let answers = course.folder.appending(path: "answers").path
    func practise() throws -> Course.Result {
      try course.run(
        "practice", "1", "--once", "--answers", answers, in: .workshop)
    }
    let first = try practise()
    #expect(first.status == 1)
    #expect(first.output.contains("✗ twice 3 is 6, not 3"))
    let file = "answers/double/double.swift"
    #expect(try course.text(file).contains("// what is missing?"))

    try course.write(file, "func double(_ x: Int) -> Int {\n  x + nothing\n}\n")
    let broken = try practise()
    #expect(broken.status == 1)
    #expect(
      broken.output.contains("✗ line 2: cannot find 'nothing' in scope"),
      "\(broken)")

    try course.write(file, "func double(_ x: Int) -> Int {\n  2 * x\n}")
    let right = try practise()
    #expect(right.status == 0, "\(right)")
    #expect(right.output.hasSuffix("✓ solved\n1 of 1 exercises solved\n"))
    #expect(try course.text("01-double.md") == lesson)
  }

  @Test func aLessonWithoutExercisesSaysSo() throws {
    let course = try Course(["01-a.md": "# A\n\nB.\n"])
    let result = try course.run("practice", "1", in: .workshop)
    #expect(result.status == 2)
    #expect(result.error.contains("there is no exercise in this lesson"))
  }
}
