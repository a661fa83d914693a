import Testing

@testable import Literate

/// Which blocks are compiled together.
@Suite struct ScriptTests {
  private func scripts(_ fences: [String]) throws -> [String] {
    let blocks = fences.map { "```swift \($0)\n1\n```\n\n" }.joined()
    let lesson = try Lesson(path: "1-a.md", source: "# A\n\nB.\n\n" + blocks)
    return lesson.scripts.map { script in
      let numbers = script.blocks.map {
        script.own.contains($0.number) ? "\($0.number)" : "(\($0.number))"
      }
      return script.name + ": " + numbers.joined(separator: " ")
    }
  }

  @Test func plainBlocksAreOneProgram() throws {
    #expect(
      try scripts(["", "hidden", "traps", "illustration=x", "timing"])
        == ["main: 1 2 3 5"])
  }

  @Test func aFreshBlockBeginsAnother() throws {
    #expect(
      try scripts(["", "fresh", "", "fresh double", ""]) == [
        "main: 1", "fresh 2: 2 3", "fresh 3: 4 5",
      ])
    #expect(try scripts(["fresh", ""]) == ["main: 1 2"])
  }

  @Test func whatNeedsMoreBuildsOnWhatNeedsLess() throws {
    #expect(
      try scripts([
        "", "needs=a", "traps", "slow", "needs=a", "needs=a slow", "",
        "needs=b",
      ]) == [
        "main: 1 3 7", "main, needs=a: (1) 2 5", "main, slow: (1) 4",
        "main, needs=a slow: (1) (2) (4) (5) 6",
        "main, needs=b: (1) (7) 8",
      ])
  }

  @Test func whatMustNotCompileIsCompiledAlone() throws {
    #expect(
      try scripts(["", "fails", "traps", "", "fails"]) == [
        "main: 1 3 4", "main, fails 1: (1) 2", "main, fails 2: (1) (4) 5",
      ])
  }

  @Test func theAnswersOfAnExerciseAreCheckedOneByOne() throws {
    #expect(
      try scripts([
        "", "exercise=a", "solution=a", "hint=a", "check=a", "wrong=a", "",
        "wrong=a",
      ]) == [
        "main: 1 7", "main, exercise=a: (1) 2 (5)",
        "main, solution=a: (1) 3 5", "main, wrong=a 1: (1) 6 (5)",
        "main, wrong=a 2: (1) 8 (5)",
      ])
  }
}
