// Exercises on a lesson's page, and on their own.

import Foundation
import Literate
import Publishing
import Testing

@Suite struct ExerciseTests {
  private static let parts = """
    ```swift exercise=x
    let a = 0
    ```

    ```swift wrong=x
    // Nothing is `added`.
    let a = 2
    ```

    ```output
    a should be 1
    ```

    ```swift solution=x
    let a = 1
    ```

    ```swift hint=x
    // One more than nothing.
    //
    // Or one less than two.
    ```

    ```text hint=x
    It is `1`.
    ```

    ```swift check=x
    expect(a == 1, "a should be 1")
    ```

    """

  private func site(_ text: String) throws -> Site {
    try Fixture(["01-hi.md": "# Hi\n\nA.\n\n" + text]).site()
  }

  @Test func anExerciseIsASectionWithItsPartsInOrder() throws {
    let body = try site(
      "Before.\n\n## Count\n\nAdd *one*.\n\n\(Self.parts)\n## After\n\nB.\n"
    ).body("hi.html")
    let order = [
      "<p>Before.</p>",
      "<section class=\"exercise\" aria-labelledby=\"count\">"
        + "<p class=\"eyebrow\">Exercise 1.1</p><h2 id=\"count\">",
      "<p>Add <em>one</em>.</p>", "id=\"block-1\"",
      "<details class=\"hint\"><summary>Hint 1 of 2</summary>",
      "<p>One more than nothing.</p>\n<p>Or one less than two.</p>",
      "<summary>Hint 2 of 2</summary>", "<p>It is <code>1</code>.</p>",
      "<summary>Known misconceptions (1)</summary>",
      "<p>Nothing is <code>added</code>.</p>", "id=\"block-2\"",
      "The check says", "✓ told apart, as recorded", "a should be 1",
      "<summary>Solution</summary>", "id=\"block-3\"",
      "<summary>What is checked</summary>", "id=\"block-5\"",
      "unrolled practice 01", "</section>", "<h2 id=\"after\">",
    ]
    var rest = body[...]
    for words in order {
      guard let found = rest.firstRange(of: words) else {
        Issue.record("\(words) is not there, or too early, in \(body)")
        return
      }
      rest = rest[found.upperBound...]
    }
    #expect(!body.contains("// Nothing is"))
  }

  /// What an exercise needs stands between its words and its starter.
  @Test func aHiddenBlockDoesNotTakeAnExercisesHeadingAway() throws {
    let body = try site(
      "## Count\n\nAdd one.\n\n```swift fresh hidden\nlet b = 0\n```\n\n"
        + Self.parts
    ).body("hi.html")
    #expect(
      body.contains("<section class=\"exercise\" aria-labelledby=\"count\">"))
  }

  @Test func aHeadingOfTwoExercisesStaysOutside() throws {
    let two = Self.parts.replacing("=x", with: "=y")
    let body = try site(
      "## Two\n\nFirst.\n\n\(Self.parts)\nSecond.\n\n\(two)"
    ).body("hi.html")
    #expect(body.hasPrefix("<h2 id=\"two\">"))
    #expect(
      body.contains(
        "<section class=\"exercise\" aria-label=\"Exercise 1.1\">"))
    #expect(body.contains("Exercise 1.2</p>"))
    #expect(body.components(separatedBy: "</section>").count == 3)
  }

  @Test func aTitleThatSaysSoIsEnough() throws {
    let site = try site("## Exercise: count on\n\n\(Self.parts)")
    #expect(!site.body("hi.html").contains("eyebrow"))
    #expect(
      site.text("exercises.html").contains(
        "<a href=\"hi.html#exercise-count-on\">Count on</a>"
          + "<small>2 hints, 1 known misconception</small>"))
  }

  @Test func withoutExercisesThereIsNoPageOfThem() throws {
    let site = try site("Nothing.")
    #expect(site.files["exercises.html"] == nil)
    #expect(!site.text("index.html").contains("exercises.html"))
  }
}
