import Foundation
import Testing

@testable import Literate

/// The real compiler, on small lessons made here.
@Suite struct EngineTests {
  @Test func outputsValuesAndClaimsAreChecked() throws {
    let outcome = try run(
      """
      ```swift
      let words = ["a", "b"]
      func count() -> Int { words.count }
      print("loss", 0.0421)
      words
      ```

      ```output
      loss 0.042
      ["a", "b"]
      ```

      ```swift hidden
      note("count", count())
      note("half", 0.5)
      note("name", "Ada")
      ```

      [2](value:count), [Ada](value:name), [0.4](value:half), [3](value:count),
      [x](value:cuont), [yes](claim:half<count), [no](claim:half>count).
      """)
    #expect(outcome.blocks.map(\.verdict) == [.matched, .matched])
    #expect(
      outcome.references.map(\.finding) == [
        .agrees, .agrees, .agrees, .differs(actual: "2"),
        .unknown(name: "cuont", suggestion: "count"), .agrees,
        .fails(left: 0.5, right: 2),
      ])
    #expect(outcome.references[0].block == 2)
    #expect(!outcome.held)
  }

  @Test func aTypeErrorIsReportedAtTheLessonsOwnLineAndColumn() throws {
    let outcome = try run(
      """
      ```swift
      print("before")
      ```

      ```output
      before
      ```

      ```swift
      let a = 1
      a + "x"
      ```

      ```swift
      print(a)
      ```
      """)
    #expect(outcome.blocks[0].verdict == .matched)
    guard case .didNotCompile(let errors) = outcome.blocks[1].verdict else {
      Issue.record("\(outcome.blocks[1].verdict)")
      return
    }
    #expect(errors.first?.line == 15)
    #expect(errors.first?.column == 3)
    #expect(outcome.blocks[2].verdict == .notRun(because: 2))
    #expect(
      "\(LessonReport(outcome))".hasPrefix(
        outcome.lesson.path + ":15:3: error: "))
  }

  @Test func aStopIsReportedAtTheLessonsOwnLine() throws {
    let outcome = try run(
      """
      ```swift
      let a = [1, 2]
      func pick(_ i: Int) -> Int {
        a[i]
      }
      print("kept", terminator: " ")
      print(pick(5))
      ```

      ```swift
      print("never")
      ```
      """)
    #expect(
      outcome.blocks[0].verdict
        == .trapped(
          Trap(message: "fatal error: Index out of range", line: 8)))
    #expect(outcome.blocks[0].text == "kept ")
    #expect(outcome.blocks[1].verdict == .notRun(because: 1))
  }

  @Test func aBlockThatMustStopLeavesNoTrace() throws {
    let outcome = try run(
      """
      ```swift
      var n = 1
      print("one")
      ```

      ```output
      one
      ```

      ```swift traps
      n = 2
      print("in the copy")
      let big = Int.max
      print(big + n)
      ```

      ```output
      in the copy
      stopped without a word, as Swift does when arithmetic overflows or a value cannot be converted
      ```

      ```swift traps
      fatalError("enough")
      ```

      ```output
      fatal error: enough
      ```

      ```swift
      n
      ```

      ```output
      1
      ```

      ```swift traps
      n += 1
      ```
      """)
    #expect(
      outcome.blocks.map(\.verdict) == [
        .matched, .matched, .matched, .matched, .returned,
      ])
    #expect(outcome.blocks[1].trap?.line == 18)
  }

  @Test func aBlockThatMustNotCompileIsHeldToIt() throws {
    let outcome = try run(
      """
      ```swift fails
      let n: Int = "x"
      ```

      ```output
      cannot convert value of type 'String'
      ```

      ```swift fails
      let m: Int = 1
      ```

      ```swift fails
      let k: Int = ""
      ```

      ```output
      error: something else
      ```

      ```swift
      let n = 5
      n
      ```

      ```output
      5
      ```
      """)
    #expect(outcome.blocks[0].verdict == .matched)
    #expect(outcome.blocks[0].diagnostics.first?.line == 6)
    #expect(outcome.blocks[0].diagnostics.first?.column == 14)
    #expect(outcome.blocks[1].verdict == .compiled)
    guard case .differed = outcome.blocks[2].verdict else {
      Issue.record("\(outcome.blocks[2].verdict)")
      return
    }
    #expect(outcome.blocks[3].verdict == .matched)
  }

  @Test func whatVariesIsShownAndNotCompared() throws {
    let outcome = try run(
      """
      ```swift timing
      print("took 1.23 s")
      ```

      ```output
      took 9 s
      ```

      ```swift illustration="half a sentence"
      let this = is not Swift
      ```

      ```swift tolerance=0.1
      print(0.512)
      ```

      ```output
      0.45
      ```
      """)
    #expect(
      outcome.blocks.map(\.verdict) == [
        .varies, .excused(reason: "half a sentence"), .matched,
      ])
    #expect(outcome.blocks[0].text == "took 1.23 s")
  }

  @Test func aMissingOutputAndAnEmptyOneFail() throws {
    let outcome = try run(
      """
      ```swift
      print("said")
      ```

      ```swift
      let quiet = 1
      ```

      ```output
      1
      ```
      """)
    #expect(outcome.blocks.map(\.verdict) == [.unrecorded, .printedNothing])
  }

  @Test func aHungLessonEndsAtItsLimit() throws {
    let outcome = try run(
      """
      ```swift
      print("waiting")
      while true {}
      ```
      """, timeLimit: 1)
    guard case .timedOut = outcome.blocks[0].verdict else {
      Issue.record("\(outcome.blocks[0].verdict)")
      return
    }
    #expect(outcome.blocks[0].text == "waiting")
  }

  @Test func aFloodIsCut() throws {
    let outcome = try run(
      """
      ```swift
      let line = String(repeating: "flood", count: 10_000)
      while true { print(line) }
      ```
      """)
    #expect(
      outcome.blocks[0].verdict
        == .trapped(
          Trap(message: "stopped: it wrote more than 64 MB", line: nil)))
    let text = outcome.blocks[0].text
    #expect(text.utf8.count < 3_000)
    #expect(text.hasSuffix("bytes more"))
  }

  @Test func aLessonThatTakesAllMemoryIsStopped() throws {
    let outcome = try run(
      """
      ```swift
      print("begin")
      var all: [[UInt8]] = []
      while true { all.append(Array(repeating: 1, count: 1 << 26)) }
      ```
      """, memoryLimit: 1 << 30)
    guard case .trapped(let trap) = outcome.blocks[0].verdict else {
      Issue.record("\(outcome.blocks[0].verdict)")
      return
    }
    #expect(trap.message.hasPrefix("fatal error: failed to allocate"))
    #expect(outcome.blocks[0].text == "begin")
  }

  @Test func whatALessonStartsEndsWithIt() throws {
    let outcome = try run(
      """
      ```swift
      import Foundation
      let child = Process()
      child.executableURL = URL(filePath: "/bin/sh")
      child.arguments = ["-c", "sleep 60; : unrolled"]
      try child.run()
      ```
      """)
    #expect(outcome.blocks[0].verdict == .matched)
    let survivors = try runProgram(
      "/bin/sh", ["-c", "ps -eo args | grep '[s]leep 60; : unrolled' | wc -l"],
      in: FileManager.default.temporaryDirectory)
    #expect(Int(survivors.outputText.filter(\.isNumber)) == 0)
  }

  @Test func aLessonThatLeavesEarlyIsFoundOut() throws {
    let outcome = try run(
      """
      ```swift
      import Foundation
      exit(3)
      ```

      ```swift
      let a = 1
      ```
      """)
    #expect(
      outcome.blocks.map(\.verdict) == [
        .exited(status: 3), .notRun(because: 1),
      ])
  }

  @Test func aSyntaxSlipStaysInItsBlock() throws {
    let outcome = try run(
      """
      ```swift
      print(1)
      ```

      ```output
      1
      ```

      ```swift
      func f() {
      ```

      ```swift
      let a = 1
      ```
      """)
    #expect(outcome.blocks[0].verdict == .matched)
    guard case .didNotCompile(let errors) = outcome.blocks[1].verdict else {
      Issue.record("\(outcome.blocks[1].verdict)")
      return
    }
    #expect(errors.first?.line == 14)
    #expect(outcome.blocks[2].verdict == .notRun(because: 2))
  }

  @Test func whatTheLinkerMissesIsPutDownToTheLesson() throws {
    let outcome = try run(
      """
      ```swift
      @_silgen_name("nobody_has_this") func missing() -> Int
      print(missing())
      ```
      """)
    guard case .didNotCompile(let errors) = outcome.blocks[0].verdict else {
      Issue.record("\(outcome.blocks[0].verdict)")
      return
    }
    #expect(errors.first?.message.contains("nobody_has_this") ?? false)
  }

  @Test func refusalsAreFoundHoweverLateTheCompilerSeesThem() throws {
    let outcome = try run(
      """
      ```swift fails
      let small: UInt8 = 256
      ```

      ```output
      overflow
      ```

      ```swift fails
      func f() -> Int {}
      ```

      ```output
      missing return
      ```
      """)
    #expect(outcome.blocks.map(\.verdict) == [.matched, .matched])
  }

  @Test func afterABrokenBlockNothingIsRefused() throws {
    let outcome = try run(
      """
      ```swift
      let x: Int = "a"
      ```

      ```swift fails
      x = 3
      ```

      ```output
      cannot assign to value: 'x' is a 'let' constant
      ```
      """)
    #expect(outcome.blocks[1].verdict == .notRun(because: 1))
    #expect(Acceptance(of: outcome).edits.isEmpty)
  }

  @Test func leavingIsNotStopping() throws {
    let outcome = try run(
      """
      ```swift
      import Foundation
      ```

      ```swift traps
      exit(3)
      ```

      ```swift
      print("on")
      ```

      ```output
      on
      ```
      """)
    #expect(outcome.blocks[1].verdict == .exited(status: 3))
    #expect(outcome.blocks[2].verdict == .matched)
  }

  // MARK: - Helpers

  private func run(
    _ blocks: String, timeLimit: Double = 60, memoryLimit: Int = 8 << 30
  ) throws -> LessonOutcome {
    let lesson = try Lesson(
      path: "Lessons/1-test.md", source: "# A\n\nB.\n\n\(blocks)\n")
    var tester = LessonTester(toolchain: try Workbench.toolchain.get())
    tester.timeLimit = timeLimit
    tester.memoryLimit = memoryLimit
    return try tester.outcome(of: lesson)
  }
}

/// The library, built once for all tests.
enum Workbench {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let toolchain = Result {
    let course = try Course(folder: root.appending(path: "Lessons").path)
    let toolchain = try Toolchain(package: root, settings: course.settings)
    try toolchain.buildLibrary()
    return toolchain
  }
}
