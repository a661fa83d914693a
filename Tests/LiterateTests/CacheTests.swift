import Foundation
import Testing

@testable import Literate

/// What is remembered, and what makes it forgotten.
@Suite struct CacheTests {
  private let head = "# A\n\nB.\n\n"
  /// Another name in each test, so that none meets what another left.
  private let path = "Lessons/1-\(UUID().uuidString.lowercased()).md"
  private let code = "```swift\nlet a = 1\n```\n\n```swift\na + n\n```\n"
  private let bad = "```swift\nlet a = 1\n```\n\n```swift\na + \"\"\n```\n"

  @Test func nothingRunsAgainForProse() throws {
    let blocks = "```swift\nprint(UInt64.random(in: 0 ... .max))\n```\n"
    let first = try outcome(head + blocks)
    let moved = try outcome(
      "# A\n\nMore words.\n\n\n```swift illustration=x\n```\n\n"
        + blocks.replacing("swift", with: "swift hidden") + "\nAnd more.\n")
    #expect(first.blocks[0].text == moved.blocks[1].text)
    #expect(moved.blocks[1].verdict == .unrecorded)
    let changed = try outcome(
      head + blocks.replacing("print(", with: "print( "))
    #expect(first.blocks[0].text != changed.blocks[0].text)
  }

  @Test func whatTheCompilerSaidMovesWithItsBlock() throws {
    let first = try errors(try outcome(head + bad))
    let moved = try errors(
      try outcome(head + "One line.\n\nAnother.\n\n" + bad))
    #expect(first.first?.line == 10)
    #expect(moved.first?.line == 14)
    #expect(first.map(\.message) == moved.map(\.message))
  }

  @Test func aStopMovesWithItsBlock() throws {
    let stop = "```swift\nlet a = [1]\n```\n\n```swift\na[2]\n```\n"
    #expect(try trapLine(try outcome(head + stop)) == 10)
    #expect(try trapLine(try outcome(head + "Words.\n\n" + stop)) == 12)
  }

  @Test func aBlockThatAsksForItsLineIsNotRememberedElsewhere() throws {
    let asking = "```swift\nprint(#line)\n```\n"
    #expect(try outcome(head + asking).blocks[0].text == "6")
    #expect(try outcome(head + "C.\n\n" + asking).blocks[0].text == "8")
  }

  @Test func aFreshRunAsksAgain() throws {
    let blocks = "```swift\nprint(UInt64.random(in: 0 ... .max))\n```\n"
    let first = try outcome(head + blocks)
    let again = try outcome(head + blocks, .init(isFresh: true))
    #expect(first.blocks[0].text != again.blocks[0].text)
    #expect(try outcome(head + blocks).blocks == again.blocks)
  }

  @Test func aBrokenEntryIsNoEntry() throws {
    let blocks = "```swift\nprint(3)\n```\n\n```output\n3\n```\n"
    #expect(try outcome(head + blocks).held)
    let lesson = try Lesson(path: path, source: head + blocks)
    let folder = RunCache(toolchain: try Workbench.toolchain.get()).folder
      .appending(path: lesson.slug)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(files.count == 1)
    for broken in ["", "{", "{\"key\": 1}", "\u{0}"] {
      try Data(broken.utf8).write(to: files[0])
      #expect(try outcome(head + blocks).held)
    }
  }

  @Test func anExplanationNamesWhatChanged() throws {
    let tester = try tester(.init())
    func explained(_ source: String, block: Int? = nil) throws -> [String] {
      try tester.explanations(
        of: try Lesson(path: path, source: source), blocks: block.map { [$0] }
      ).map(\.description)
    }
    let source =
      head + "```swift\nlet n = 1\n```\n\n```swift\nn\n```\n\n"
      + "```swift slow\nn + 1\n```\n"
    let new = "will run: nothing is remembered of it"
    #expect(
      try explained(source) == [
        "  main (blocks 1–2): " + new,
        "  main, slow (block 3): not run here: slow; --slow runs it",
      ])
    _ = try outcome(source)
    #expect(
      try explained(source)[0].hasPrefix(
        "  main (blocks 1–2): remembered from 2"))
    #expect(
      try explained(source.replacing("\nn\n", with: "\nn * 2\n"), block: 1)
        == [
          "  main (blocks 1–2): will run: changed is the code of block 2"
        ])
    _ = try outcome(source, .init(isSlow: true))
    #expect(
      try explained(source, block: 3)[0].contains("remembered from 2"))
    #expect(try outcome(source).blocks[2].text == "2")
    #expect(try outcome(source).blocks[2].date != nil)
  }

  @Test func twoRunsMustAgree() throws {
    let blocks =
      "```swift\nprint(1)\n```\n\n```output\n1\n```\n\n"
      + "```swift\nfor x in Set([1, 2, 3, 4, 5, 6, 7, 8, 9]) { print(x) }\n"
      + "```\n\n```output\nany\n```\n\n"
      + "```swift timing\nprint(UInt64.random(in: 0 ... .max))\n```\n"
    let outcome = try outcome(head + blocks, .init(isTwice: true))
    #expect(outcome.blocks[0].verdict == .matched)
    #expect(outcome.blocks[1].wobble != nil)
    #expect(outcome.blocks[2].verdict == .varies)
    let acceptance = Acceptance(of: outcome)
    #expect(acceptance.edits.isEmpty)
    #expect(acceptance.wobbling.map(\.block.number) == [2])
  }

  @Test func aValueThatWobblesKeepsTheDigitsThatAgree() throws {
    let source =
      head + "```swift\nlet x = 0.42 + Double.random(in: 0...1e-4)\n"
      + "note(\"x\", x)\nprint(\"fixed\")\n```\n\n"
      + "It is [0.3](value:x), or [0.300000000](value:x).\n"
    let outcome = try outcome(source, .init(isTwice: true))
    let acceptance = Acceptance(of: outcome)
    #expect(
      acceptance.text.hasSuffix(
        "```output\nfixed\n```\n\n"
          + "It is [0.4](value:x), or [0.300000000](value:x).\n"))
    #expect(acceptance.wobbles.count == 1)
    #expect(
      acceptance.wobbles[0].hasSuffix(
        "so that “0.300000000” is left as it is; write fewer digits, or make "
          + "the sentence a claim"))
  }

  // MARK: - Helpers

  private func tester(_ options: TestOptions) throws -> LessonTester {
    var tester = LessonTester(toolchain: try Workbench.toolchain.get())
    tester.timeLimit = 60
    tester.options = options
    return tester
  }

  private func outcome(_ source: String, _ options: TestOptions = .init())
    throws -> LessonOutcome
  {
    try tester(options).outcome(of: try Lesson(path: path, source: source))
  }

  private func errors(_ outcome: LessonOutcome) throws -> [Diagnostic] {
    guard case .didNotCompile(let errors) = outcome.blocks[1].verdict else {
      Issue.record("\(outcome.blocks[1].verdict)")
      return []
    }
    return errors
  }

  private func trapLine(_ outcome: LessonOutcome) throws -> Int? {
    guard case .trapped(let trap) = outcome.blocks[1].verdict else {
      Issue.record("\(outcome.blocks[1].verdict)")
      return nil
    }
    return trap.line
  }
}
