import Foundation
import Testing

@testable import Literate

/// Lessons that mean harm, or are only careless: one clear outcome each, and
/// the lesson beside them holds.
@Suite struct HostileTests {
  /// What a lesson does, and what is said of it.
  struct Deed: Sendable, CustomTestStringConvertible {
    let what: String
    let code: String
    let said: String
    var output: String?
    var testDescription: String { what }
  }

  static let deeds = [
    Deed(
      what: "loops for ever", code: "print(\"so far\")\nwhile true {}",
      said: ":10: error: block 2 was still running after", output: "so far"),
    Deed(
      what: "waits for a key", code: "print(readLine() ?? \"nobody\")",
      said: "block 2 prints, and no output is recorded", output: "nobody"),
    Deed(
      what: "recurs for ever",
      code: """
        func deeper(_ n: Int) -> Int { n < 0 ? n : 1 + deeper(n + 1) }
        print(deeper(0))
        """,
      said: "error: stopped: the stack is used up, as endless recursion does"),
    Deed(
      what: "floods standard error",
      code: """
        let line = [UInt8](repeating: 65, count: 1 << 20)
        while true { _ = write(2, line, line.count) }
        """,
      said: "error: stopped: it wrote more than 64 MB"),
    Deed(
      what: "floods the notes",
      code: """
        let word = String(repeating: "n", count: 9_999)
        while true { note("n", word) }
        """,
      said: "error: stopped: it wrote more than 64 MB"),
    Deed(
      what: "takes all memory",
      code: """
        let all = UnsafeMutableRawPointer.allocate(
          byteCount: 1 << 45, alignment: 16)
        all.storeBytes(of: 1, as: UInt8.self)
        """,
      said: ":10: error: "),
    Deed(
      what: "writes on every descriptor",
      code: """
        for d in 3..<64 { _ = write(Int32(d), "3\\n5\\nbegin\\n", 10) }
        """,
      said: "something else was written where the program tells"),
    Deed(
      what: "tells of blocks there are not",
      code: """
        let mine = "4\\n5\\nbegin\\n2\\n77\\n2\\n-9\\n5\\n99999\\n"
        for d in 3..<64 { _ = write(Int32(d), mine, mine.utf8.count) }
        print("on")
        """,
      said: "something else was written where the program tells"),
    Deed(
      what: "empties the file of frames",
      code: "truncate(getenv(\"UNROLLED_FRAMES\"), 0)",
      said: "something else was written where the program tells"),
    Deed(
      what: "removes its folder",
      code: """
        let frames = String(cString: getenv("UNROLLED_FRAMES"))
        try FileManager.default.removeItem(
          at: URL(filePath: frames).deletingLastPathComponent())
        print("all gone")
        """,
      said: "block 2 prints, and no output is recorded", output: "all gone"),
    Deed(
      what: "becomes another program",
      code: """
        print("I am")
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        execv("/bin/true", &words)
        """,
      said: "the program ended in block 2, with status 0", output: "I am"),
    Deed(
      what: "ends its group", code: "kill(0, SIGTERM)",
      said: "error: stopped by signal 15"),
    Deed(
      what: "closes everything",
      code: "print(\"said\")\nfor d in 0..<64 { close(Int32(d)) }",
      said: "error: ", output: "said"),
    Deed(
      what: "prints no text",
      code: """
        let bytes: [UInt8] = [0x61, 0xFF, 0, 0xC3, 0x0A, 0xF0, 0x9F, 0x0A]
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        """,
      said: "block 2 prints, and no output is recorded",
      output: "a\u{FFFD}\u{FFFD}\u{FFFD}\n\u{FFFD}"),
    Deed(
      what: "prints colours and markup",
      code: "print(\"\\u{1B}[31mred\\u{1B}[0m </script> ```\\n````\\n~~~\")",
      said: "block 2 prints, and no output is recorded",
      output: "\u{1B}[31mred\u{1B}[0m </script> ```\n````\n~~~"),
  ]

  @Test(arguments: deeds)
  func hasOneOutcomeAndHarmsNobody(_ deed: Deed) async throws {
    let outcomes = try await outcomes(deed.code)
    let report = "\(LessonReport(outcomes[0]))"
    #expect(report.contains(deed.said), "\(report.prefix(2_000))")
    #expect(report.count < 10_000)
    if let output = deed.output {
      #expect(outcomes[0].blocks[1].text == output)
    }
    let isUnharmed = outcomes[1].held
    #expect(isUnharmed, "\(LessonReport(outcomes[1]))")
  }

  /// What can be printed can be recorded, and then the lesson holds.
  @Test(arguments: deeds.filter { $0.said.contains("no output") })
  func whatItPrintsCanBeRecorded(_ deed: Deed) async throws {
    let first = try await outcomes(deed.code)[0]
    let text = Acceptance(of: first).text
    let lesson = try Lesson(path: first.lesson.path, source: text)
    let again = try await tester().outcomes(of: [lesson])
    let held = again[0].held
    #expect(held, "\(text)")
  }

  /// Children that leave the group, and theirs, end with the lesson.
  @Test func whatItLeavesBehindIsEnded() async throws {
    let mark = "unrolled-\(UUID().uuidString)"
    let outcomes = try await outcomes(
      """
      for sign in ["a", "b", "c"] {
        let child = Process()
        child.executableURL = URL(filePath: "/bin/sh")
        child.arguments = [
          "-c", "(setsid sleep 77 &) ; (sleep 77; : \\(sign) \(mark)) &"
        ]
        try child.run()
      }
      _ = usleep(500_000)
      """)
    let held = outcomes.allSatisfy(\.held)
    #expect(held, "\(LessonReport(outcomes[0]))")
    let search = "ps -eo args | grep -v grep | grep -c 'sleep 77\\|\(mark)'"
    let survivors = try runProgram(
      "/bin/sh", ["-c", search], in: FileManager.default.temporaryDirectory)
    #expect(survivors.outputText == "0\n")
  }

  /// The lesson, and a good one beside it.
  private func outcomes(_ code: String) async throws -> [LessonOutcome] {
    let hostile = try Lesson(
      path: "Lessons/1-hostile.md",
      source: "# A\n\nB.\n\n```swift hidden\nimport Foundation\n```\n\n"
        + "```swift\n\(code)\n```\n\n```swift\nlet after = 1\n```\n")
    let good = try Lesson(
      path: "Lessons/2-good.md",
      source: "# A\n\nB.\n\n```swift\nprint(1)\n```\n\n```output\n1\n```\n")
    return try await tester().outcomes(of: [hostile, good])
  }

  private func tester() throws -> LessonTester {
    var tester = LessonTester(toolchain: try Workbench.toolchain.get())
    tester.timeLimit = 4
    tester.options.isFresh = true
    return tester
  }
}
