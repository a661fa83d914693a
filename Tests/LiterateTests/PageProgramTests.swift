import Foundation
import Testing

@testable import Literate

/// Which of a lesson's programs its page runs, and what is kept of it.
@Suite struct PageProgramTests {
  private func lesson(_ fences: String...) throws -> Lesson {
    try Lesson(
      path: "1-a.md", source: "# A\n\nB.\n\n" + fences.joined(separator: "\n"))
  }

  private let plain = "```swift\nlet a = 1\n```\n"
  private let knob = "```swift fresh\nlet b = knob(\"b\", 1, in: 0...2)\n```\n"

  @Test func aPageRunsWhatNeedsNothing() throws {
    let lesson = try lesson(
      plain, "```swift traps\nfatalError()\n```\n",
      "```swift fails\nlet c: Int = \"\"\n```\n",
      "```swift needs=imdb\nlet d = a\n```\n",
      "```swift timing\nprint(a)\n```\n")
    let blocks = try #require(lesson.pageScript).pageBlocks
    #expect(blocks.map(\.number) == [1, 5])
  }

  @Test func aProgramWithAKnobComesFirst() throws {
    #expect(
      try lesson(plain, knob).pageScript?.pageBlocks.map(\.number) == [2])
    #expect(
      try lesson(plain, "```swift fresh\nlet b = 1\n```\n")
        .pageScript?.pageBlocks.map(\.number) == [1])
  }

  @Test func whatNoPageCanRunSaysWhy() throws {
    let reasons = try [
      "```swift needs=imdb\nlet d = 1\n```\n",
      "```swift slow\nlet d = 1\n```\n"
        + "```swift fresh needs=imdb\nlet e = 1\n```\n"
        + "```swift fresh hidden\nlet f = 1\n```\n",
      "```swift fresh double\nlet d = 1\n```\n",
      "```swift illustration=\"no\"\nlet d = 1\n```\n",
    ].map { fence in
      let lesson = try lesson(fence)
      #expect(lesson.pageScript == nil)
      return lesson.pageLack
    }
    #expect(
      reasons == [
        "it needs the data set imdb", "it takes longer than a page may",
        "it computes in Double, and a page in Float", "nothing in it runs",
      ])
  }

  @Test func aProgramThatIsTooLargeSaysSo() {
    let most = [UInt8](repeating: 0, count: 200 * 1024)
    #expect(PageProgram(.compiled(most)).excess == nil)
    #expect(
      PageProgram(.compiled(most + [0])).excess
        == "its page's program has 201 KB, more than 200")
    #expect(PageProgram(.refused(because: "no")).excess == nil)
  }

  // MARK: - What is kept

  private func key(_ lesson: Lesson, column: String = "one") -> Digest {
    PageCache.key(
      column: column, imports: ["RNN"],
      blocks: lesson.pageScript?.pageBlocks ?? [])
  }

  @Test func proseIsNotInTheKey() throws {
    let one = try lesson(plain)
    let other = try lesson("More words.\n\n", plain)
    #expect(key(one) == key(other))
    #expect(key(one) != key(try lesson("```swift\nlet a = 2\n```\n")))
    #expect(key(one) != key(one, column: "two"))
  }

  @Test func entriesComeBackAndBrokenOnesDoNot() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unrolled-pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = PageCache(folder: folder)
    let (one, two) = (Digest(Data([1])), Digest(Data([2])))
    cache.keep(.compiled([0, 10, 13, 255]), one)
    cache.keep(.refused(3, "no\nsuch thing"), two)
    #expect(cache.entry(one) == .compiled([0, 10, 13, 255]))
    #expect(cache.entry(two) == .refused(3, "no\nsuch thing"))
    let file = folder.appending(path: "\(one).entry")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: file)
    #expect(cache.entry(one) == nil)
  }
}
