// How lists become text when they are shown.

import Testing

@testable import LessonRuntime

@Suite struct ShowTests {
  @Test func listsStandInBrackets() {
    #expect(listed([Int]()) == "[]")
    #expect(listed([1]) == "[1]")
    #expect(listed([0.5, -2]) == "[0.5, -2.0]")
    #expect(bracketed(["a", "b", "c"]) == "[a, b, c]")
  }

  @Test func otherWordsAreQuotedAsPrintQuotesThem() {
    let words = ["é", "said \"no\"\n", ""]
    #expect(listed(words) == "\(words)")
  }

  @Test func anApostropheNeedsNoEscape() {
    #expect(listed(["what's", "a\\'b"]) == #"["what's", "a\\'b"]"#)
  }

  /// A picture leaves the program as a frame; without a reader of frames, and
  /// for a value without a picture, the words are all there is.
  @Test func withoutAReaderNothingIsDrawn() {
    final class Count: @unchecked Sendable { var pictures = 0 }
    struct Figure: Showable {
      let count: Count
      var description: String { "a figure, in words" }
      var picture: String {
        count.pictures += 1
        return "<svg/>"
      }
    }
    let count = Count()
    show(Figure(count: count))
    #expect(count.pictures == 0)
  }
}
