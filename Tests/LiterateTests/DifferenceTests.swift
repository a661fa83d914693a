import Testing

@testable import Literate

@Suite struct DifferenceTests {
  @Test func changedLinesAreMarkedInContext() {
    let recorded = (1...20).map { "line \($0)" }
    var printed = recorded
    printed[9] = "LINE 10"
    printed.remove(at: 11)
    #expect(
      Difference(recorded: recorded, printed: printed).description == """
          line 7
          line 8
          line 9
        - line 10
        + LINE 10
          line 11
        - line 12
          line 13
          line 14
          line 15
        """)
  }

  @Test func whatAgreesIsKeptAsRecorded() {
    let difference = Difference(
      recorded: ["a 0.10", "b 1"], printed: ["a 0.11", "b 2"],
      agree: Comparison().agrees)
    #expect(!difference.isEmpty)
    #expect(difference.accepted == "a 0.10\nb 2")
  }

  @Test func equalTextsDoNotDiffer() {
    #expect(Difference(recorded: ["a"], printed: ["a"]).isEmpty)
    #expect(Difference(recorded: [], printed: []).isEmpty)
  }

  @Test func longTextsAreComparedByTheirEnds() {
    let recorded = (0..<3_000).map { "r\($0)" }
    let printed = ["r0"] + (1..<2_999).map { "p\($0)" } + ["r2999"]
    let difference = Difference(recorded: recorded, printed: printed)
    #expect(difference.lines.first == .same("r0"))
    #expect(difference.lines.last == .same("r2999"))
    #expect(difference.accepted == printed.joined(separator: "\n"))
  }
}
