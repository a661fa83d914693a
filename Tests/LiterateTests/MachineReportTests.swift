import Foundation
import Testing

@testable import Literate

/// Outcomes as machines read them.
@Suite struct MachineReportTests {
  /// Four blocks: one holds, one differs, one is excused, one does not
  /// compile; and a number that is wrong.
  private func outcome() throws -> LessonOutcome {
    let lesson = try Lesson(
      path: "Lessons/1-a,b.md",
      source: """
        # A & B

        In <short>.

        ```swift
        1
        ```

        ## More

        ```swift
        2
        ```

        ```output
        3
        ```

        ```swift illustration="a sketch"
        …
        ```

        ```swift
        4 +
        ```

        Now [5](value:x).

        """)
    let difference = Difference(recorded: ["3"], printed: ["2 < \u{1B}"])
    let verdicts: [Verdict] = [
      .matched, .differed(difference), .excused(reason: "a sketch"),
      .didNotCompile([
        Diagnostic(line: 24, column: 4, message: "expected 100% more")
      ]),
    ]
    return LessonOutcome(
      lesson: lesson,
      blocks: zip(lesson.blocks, verdicts).map {
        BlockOutcome(block: $0, output: [.text("2\n")], verdict: $1)
      },
      references: lesson.references.map {
        ReferenceOutcome(
          reference: $0, finding: .differs(actual: "6"), says: "x = 6",
          block: 1)
      }, seconds: .init(compiling: 0.25, running: 1))
  }

  @Test func eachThingThatDoesNotHoldIsAFindingWithItsPlace() throws {
    let findings = LessonReport(try outcome()).findings
    #expect(findings.map(\.line) == [15, 24, 27])
    #expect(findings.map(\.column) == [nil, 4, nil])
    #expect(findings[0].message.hasPrefix("the output of block 2 is not what"))
    #expect(findings[0].details == "    - 3\n    + 2 < \u{1B}")
    #expect(findings[1].message == "expected 100% more")
    #expect(findings[2].message == "the prose says “5”, but x is 6")
    #expect(findings.allSatisfy { $0.path == "Lessons/1-a,b.md" })
  }

  @Test func annotationsAreEscapedAsGitHubReadsThem() throws {
    let findings = LessonReport(try outcome()).findings
    #expect(
      findings[1].annotation
        == "::error file=Lessons/1-a%2Cb.md,line=24,col=4::expected 100%25 "
        + "more")
    #expect(findings[0].annotation.hasSuffix("%0A    - 3%0A    + 2 < \u{1B}"))
    #expect(!findings[0].annotation.contains("\n"))
  }

  @Test func jUnitHasACaseForEachBlockAndEachNumber() throws {
    let text = "\(JUnitReport([try outcome()]))"
    #expect(
      text.contains(
        "<testsuites name=\"unrolled\" tests=\"5\" failures=\"3\" "
          + "skipped=\"1\" time=\"1.250\">"))
    #expect(text.contains("name=\"block 1, A &amp; B\""))
    #expect(text.contains("name=\"block 2, More\""))
    #expect(text.contains("<skipped message=\"a sketch\"/>"))
    #expect(text.contains("+ 2 &lt; \u{FFFD}</failure>"))
    #expect(text.contains("name=\"line 27: 5 (x)\""))
    #expect(XMLNames(text).areBalanced)
  }

  @Test func jsonComesBack() throws {
    let record = OutcomeRecord([try outcome()])
    #expect(!record.held)
    #expect(record.lessons[0].blocks.map(\.held) == [true, false, true, false])
    #expect(record.lessons[0].blocks[2].skipped == "a sketch")
    #expect(
      try JSONDecoder().decode(
        OutcomeRecord.self, from: Data(record.json.utf8)) == record)
  }
}

/// The elements of a text, as far as a test needs to know.
private struct XMLNames {
  let areBalanced: Bool

  init(_ text: String) {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-z]+)[^<>]*?(\/?)>/) {
      if match.1 == "/" {
        guard open.popLast() == match.2 else {
          areBalanced = false
          return
        }
      } else if match.3.isEmpty {
        open.append(match.2)
      }
    }
    areBalanced = open.isEmpty
  }
}
