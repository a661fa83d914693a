import CommonMark
import Testing

@testable import Literate

@Suite struct LessonTests {
  private let source = """
    # Sums & *more*

    What a `+` does, in
    two lines.

    ```swift
    let a = 1
    a + 1
    ```

    ```output
    2
    ```

    It is [2](value:sum), and [more than one](claim:sum>1).

    - in a list:

      ~~~~swift hidden
      let b = 2
      ~~~~

    ```python
    print("only shown")
    ```

    """

  @Test func aLessonFindsItsParts() throws {
    let lesson = try Lesson(path: "Lessons/07-big-sums.md", source: source)
    #expect(lesson.title == "Sums & more")
    #expect(lesson.summary == "What a + does, in two lines.")
    #expect(lesson.number == 7)
    #expect(lesson.slug == "big-sums")
    #expect(lesson.fileName == "07-big-sums.md")
    #expect(lesson.blocks.count == 2)
    #expect(lesson.blocks[0].codeLine == 7)
    #expect(lesson.blocks[0].code == "let a = 1\na + 1\n")
    #expect(lesson.blocks[0].recorded?.text == "2")
    #expect(lesson.blocks[1].fence.isHidden)
    #expect(lesson.blocks[1].code == "let b = 2\n")
    #expect(lesson.blocks[1].recorded == nil)
    #expect(lesson.references.map(\.target) == ["sum", "sum>1"])
    #expect(lesson.references[0].place.line == 15)
  }

  @Test func theLaw() throws {
    for ending in ["\n", "\r\n"] {
      let text = source.replacing("\n", with: ending)
      #expect(try Lesson(path: "1-a.md", source: text).source == text)
    }
  }

  static let exercise =
    "# A\n\nB.\n\n```swift exercise=bias\n```\n\n"
    + "```swift solution=bias\n1\n```\n\n"
    + "```swift check=bias\n1\n\n```\n"

  @Test(arguments: [
    ("", "1: error: a lesson begins with a heading"),
    ("No heading.\n", "1: error: a lesson begins with a heading"),
    (
      "# A\n\nB.\n\n```swift\nlet a = 1\n",
      "5: error: this fence is never closed"
    ),
    (
      "# A\n\nB.\n\n```swift\nlet a = 1\n> ```\n",
      "5: error: this fence is never closed"
    ),
    (
      "# A\n\nB.\n\n```output\n1\n```\n",
      "5: error: an output stands right under"
    ),
    (
      "# A\n\nB.\n\n```swfit\na\n```\n",
      "5:1: error: “swfit” is no fence of a lesson; did you mean “swift”?"
    ),
    (
      "# A\n\nB.\n\n```swift hidde\na\n```\n",
      "5:1: error: a swift fence has no word “hidde”; did you mean “hidden”?"
    ),
    (
      "# A\n\nB.\n\n```swift\n1\n```\n\nMore.\n\n```output\n1\n```\n",
      "11: error: an output stands right under"
    ),
    (
      "# A\n\nB.\n\n```swift,hidden\n1\n```\n",
      "5:1: error: “swift,hidden” is no fence of a lesson"
    ),
    (
      "# A\n\nB.\n\n```swift\n1\n```\n\n```output text\n1\n```\n",
      "9: error: an output fence has no words"
    ),
    ("# A\n\nB.\n\n````swift\na\n```\n", "5: error: this fence is never"),
    ("# A\n\nB.\n\n````swift\na\n` ```\n", "5: error: this fence is never"),
    (
      "# A\n\nB.\n\n```swift exercise=a\n1\n```\n",
      "5:1: error: exercise “a” has no solution: write a block `swift "
        + "solution=a`"
    ),
    (
      "# A\n\nB.\n\n```swift hint=b\n1\n```\n",
      "5:1: error: there is no exercise “b”; write a block `swift exercise=b`"
    ),
    (
      exercise + "\n```swift wrong=bais\n1\n```\n",
      "17:1: error: there is no exercise “bais”; did you mean “bias”?"
    ),
    (
      exercise + "\n```swift check=bias\n1\n```\n",
      "17:1: error: exercise “bias” has one of these already, on line 12"
    ),
    (
      exercise + "\n```swift exercise=bias\n1\n```\n",
      "17:1: error: there is an exercise “bias” on line 5; give this one a "
        + "name of its own"
    ),
    (
      String(repeating: "> ", count: 20_000) + "deep\n",
      "1: error: quotes and lists are nested deeper than 200"
    ),
    (
      "# A\n\nB [c](claim:a).\n",
      "3:3: error: “a” is no claim"
    ),
  ])
  func mistakesAreLocated(source: String, message: String) {
    do throws(LessonError) {
      _ = try Lesson(path: "1-a.md", source: source)
      Issue.record("no error")
    } catch {
      #expect(error.description.hasPrefix("1-a.md:" + message))
    }
  }

  @Test func aTabSeparatesWords() throws {
    let lesson = try Lesson(
      path: "1-a.md", source: "# A\n\nB.\n\n```swift\thidden\n1\n```\n")
    #expect(lesson.blocks.count == 1)
    #expect(lesson.blocks[0].fence.isHidden)
  }

  @Test func everyMistakeIsReported() {
    let source = "# A\n\nB.\n\n```swift x\n```\n\n```swift y\n```\n"
    do throws(LessonError) {
      _ = try Lesson(path: "1-a.md", source: source)
      Issue.record("no error")
    } catch {
      #expect(error.problems.map(\.line) == [5, 8])
    }
  }
}
