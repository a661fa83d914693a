import Foundation
import Frames
import Testing

@testable import Literate

@Suite struct AcceptanceTests {
  /// The lesson's text after accepting what its blocks are made to print.
  private func accepted(
    _ source: String, printing outputs: [String],
    values: [String: Double] = [:]
  ) throws -> String {
    let lesson = try Lesson(path: "1-a.md", source: source)
    return Acceptance(of: try outcome(lesson, outputs, values)).text
  }

  private func outcome(
    _ lesson: Lesson, _ outputs: [String], _ values: [String: Double] = [:]
  ) throws -> LessonOutcome {
    let blocks = zip(lesson.blocks, outputs).map { block, output in
      let printed = BlockOutcome(
        block: block, output: [.text(output)], verdict: .varies)
      return BlockOutcome(
        block: block, output: [.text(output)],
        verdict: Verdict(comparing: block, printed: printed.text))
    }
    return LessonOutcome(
      lesson: lesson, blocks: blocks,
      references: lesson.references.map {
        ReferenceOutcome(
          $0, Notes(values: values.mapValues { (.number($0), 1) }))
      }, seconds: .init(compiling: 0, running: 0))
  }

  private let head = "# A\n\nB.\n\n"

  @Test func aChangedOutputIsReplaced() throws {
    let text = head + "```swift\na\n```\n\n```output\n1\n0.50\n```\n\nEnd.\n"
    #expect(
      try accepted(text, printing: ["2\n0.51"])
        == head + "```swift\na\n```\n\n```output\n2\n0.50\n```\n\nEnd.\n")
  }

  @Test func aMissingOutputIsPutUnderItsBlock() throws {
    #expect(
      try accepted(head + "```swift\na\n```\nEnd.\n", printing: ["1"])
        == head + "```swift\na\n```\n\n```output\n1\n```\nEnd.\n")
  }

  @Test func anOutputOfNothingIsRemoved() throws {
    #expect(
      try accepted(
        head + "```swift\na\n```\n\n```output\n1\n```\n\nEnd.\n",
        printing: [""])
        == head + "```swift\na\n```\n\nEnd.\n")
  }

  @Test func listsQuotesAndLineEndsAreKept() throws {
    #expect(
      try accepted(
        head + "- x\n\n  ```swift\n  a\n  ```\n", printing: ["1\n\n2"])
        == head
        + "- x\n\n  ```swift\n  a\n  ```\n\n  ```output\n  1\n\n  2\n  ```\n")
    #expect(
      try accepted(
        head + "> ```swift\n> a\n> ```\n>\n> ```output\n> 1\n> ```\n",
        printing: ["2"])
        == head + "> ```swift\n> a\n> ```\n>\n> ```output\n> 2\n> ```\n")
    #expect(
      try accepted(
        "# A\r\n\r\nB.\r\n\r\n```swift\r\na\r\n```\r\n", printing: ["1"])
        == "# A\r\n\r\nB.\r\n\r\n```swift\r\na\r\n```\r\n\r\n```output\r\n1\r\n```\r\n"
    )
  }

  @Test func backticksInAnOutputGetALongerFence() throws {
    let text = try accepted(head + "```swift\na\n```\n", printing: ["```"])
    #expect(text.hasSuffix("\n````output\n```\n````\n"))
    #expect(
      try Lesson(path: "1-a.md", source: text).blocks[0].recorded?.text == "```"
    )
  }

  @Test func fencesStayAsTheirAuthorWroteThem() throws {
    #expect(
      try accepted(
        head + "```swift\na\n```\n\n~~~~ output\n1\n~~~~\n", printing: ["2"])
        == head + "```swift\na\n```\n\n~~~~ output\n2\n~~~~\n")
  }

  @Test func valuesAreRewrittenAndClaimsAreNot() throws {
    let text =
      head + "```swift\n[0.10](value:x)\n```\n\n"
      + "A [0.10](value:x), [0.10](value:y), [3](value:n), "
      + "[1.0e-3](value:e) and [low](claim:x<0.2).\n"
    #expect(
      try accepted(
        text, printing: [""], values: ["x": 0.3, "y": 0.1, "n": 4, "e": 0.02])
        == head + "```swift\n[0.10](value:x)\n```\n\n"
        + "A [0.30](value:x), [0.10](value:y), [4](value:n), "
        + "[2.0e-02](value:e) and [low](claim:x<0.2).\n")
  }

  @Test func acceptingTwiceChangesNothing() throws {
    let once = try accepted(
      head + "```swift\na\n```\n\nA [1](value:x).\n", printing: ["1\n2"],
      values: ["x": 2])
    let lesson = try Lesson(path: "1-a.md", source: once)
    let again = Acceptance(of: try outcome(lesson, ["1\n2"], ["x": 2]))
    #expect(again.edits.isEmpty)
    #expect(again.text == once)
  }

  @Test func aFileThatChangedMeanwhileIsLeftAlone() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "1-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    let source = head + "```swift\na\n```\n"
    try Data(source.utf8).write(to: file)
    let lesson = try Lesson(path: file.path, source: source)
    let acceptance = Acceptance(of: try outcome(lesson, ["1"]))
    try Data((source + "More.\n").utf8).write(to: file)
    #expect(throws: Problem.self) { try acceptance.write() }
    #expect(try String(contentsOf: file, encoding: .utf8) == source + "More.\n")
    try Data(source.utf8).write(to: file)
    try acceptance.write()
    #expect(
      try String(contentsOf: file, encoding: .utf8) == acceptance.text)
  }

  /// Whatever a lesson is made of, and whatever it prints: what is recorded
  /// is a lesson again, says what was printed, and is left alone next time.
  @Test(
    arguments: [
      "```swift\na\n```\n", "```swift\na\n```", "> ```swift\n> a\n> ```\n",
      "- x\n\n  ```swift\n  a\n  ```\n", "> - ```swift\n>   a\n>   ```\n",
      "~~~swift\na\n~~~\n", "```swift\r\na\r\n```\r\n",
      "```swift\na\n```\n\nProse.\n\n## More\n",
      "```swift\na\n```\n\n```output\nold\n```\n\nProse 🙂.\n",
      "\t1. x\n\n```swift\na\n```\n",
    ], ["one", "a\n\nb", "a\r\nb\rc", "zero \0 byte", "```\nx\n```", "é 🙂 ‮"])
  func whatIsRecordedIsALesson(blocks: String, printed: String) throws {
    let lesson = try Lesson(path: "1-a.md", source: head + blocks)
    let first = Acceptance(of: try outcome(lesson, [printed]))
    #expect(!first.edits.isEmpty)
    let again = try Lesson(path: "1-a.md", source: first.text)
    #expect(again.blocks.map(\.code) == lesson.blocks.map(\.code))
    let second = Acceptance(of: try outcome(again, [printed]))
    #expect(second.edits.isEmpty, "\(first.text)")
    var rest = first.text.utf8.makeIterator()
    let kept = lesson.source.replacing("old\n", with: "").utf8
    let isKept = kept.allSatisfy { byte in
      while let next = rest.next() { if next == byte { return true } }
      return false
    }
    #expect(isKept, "every byte outside the output is still there, in order")
  }

  @Test func proseBetweenABlockAndAnOutputIsNeverTouched() throws {
    let source =
      head + "```swift\na\n```\n\nProse.\n\n## More\n\n```output\n1\n```\n"
    #expect(throws: LessonError.self) {
      try Lesson(path: "1-a.md", source: source)
    }
  }

  @Test func onlyRealLinksAreRewritten() throws {
    let source =
      head + "```swift\na\n```\n\nIn code: `[0.1](value:x)`, then "
      + "[0.1](value:x) and **[0.1](value:x)**.\n"
    #expect(
      try accepted(source, printing: [""], values: ["x": 0.4])
        == source.replacing("then [0.1]", with: "then [0.4]")
        .replacing("**[0.1]", with: "**[0.4]"))
  }

  @Test func aLinkThatIsNoPlainTextIsLeftToItsAuthor() throws {
    let lesson = try Lesson(
      path: "1-a.md",
      source: head + "```swift\na\n```\n\nThis [**0.1**](value:x).\n")
    let acceptance = Acceptance(of: try outcome(lesson, [""], ["x": 0.4]))
    #expect(acceptance.edits.isEmpty)
    #expect(acceptance.byHand.map(\.target) == ["x"])
    let beside = try Lesson(
      path: "1-a.md",
      source: head
        + "```swift\na\n```\n\nA [0.1](value:x), this [**0.1**](value:x).\n")
    let both = Acceptance(of: try outcome(beside, [""], ["x": 0.4]))
    #expect(both.edits.count == 1)
    #expect(both.byHand.count == 1)
  }

  /// A tab before the fence of a quote: what is written under it like the
  /// fence keeps a part of the tab.
  @Test func whatWouldReadDifferentlyIsNotRecorded() throws {
    let lesson = try Lesson(
      path: "1-a.md",
      source: head
        + "> ```swift\n> a\n> ```\n>\n> \t```output\n> old\n> ```\n\n"
        + "```swift\nb\n```\n")
    let acceptance = Acceptance(of: try outcome(lesson, ["new", "2"]))
    #expect(acceptance.unreadable.map(\.block.number) == [1])
    #expect(acceptance.edits.map(\.words).count == 1)
    #expect(acceptance.text.contains("```output\n2\n```"))
    #expect(
      acceptance.misreadings.first?.contains(
        "1-a.md:9: error: the output of block 1 would not read as it was")
        == true, "\(acceptance.misreadings)")
    try acceptance.check()
  }

  @Test func linksAndPermissionsOfAFileAreKept() throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory
      .appending(path: "accept-\(UUID().uuidString)")
    try manager.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let file = folder.appending(path: "real.md")
    let link = folder.appending(path: "1-a.md")
    let source = head + "```swift\na\n```\n"
    try Data(source.utf8).write(to: file)
    try manager.setAttributes(
      [.posixPermissions: 0o750], ofItemAtPath: file.path)
    try manager.createSymbolicLink(at: link, withDestinationURL: file)
    let lesson = try Lesson(path: link.path, source: source)
    try Acceptance(of: try outcome(lesson, ["1"])).write()
    #expect(try String(contentsOf: file, encoding: .utf8).contains("output"))
    let attributes = try manager.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o750)
    #expect(
      try manager.destinationOfSymbolicLink(atPath: link.path) == file.path)
  }
}
