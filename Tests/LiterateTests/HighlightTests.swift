// Code, and the kinds of its words.

import Literate
import Testing

@Suite struct HighlightTests {
  /// Words and kinds of code, names and operators left out.
  private func kinds(_ code: String) -> [String] {
    CodeSpan.spans(of: code).compactMap { span in
      span.kind.map { "\($0) \(span.text)" }
    }
  }

  @Test(arguments: [
    ("let x = 1", ["keyword let", "number 1"]),
    ("// a word", ["comment // a word"]),
    (
      "/// More.\nvar y: Int", ["comment /// More.", "keyword var", "type Int"]
    ),
    ("Tensor([0.5])", ["type Tensor", "number 0.5"]),
    ("cell.step(x)", []),
    (
      "print(\"t \\(t) of 5\")",
      ["string \"t ", "string  of 5\""]
    ),
    ("@MainActor func f()", ["keyword @MainActor", "keyword func"]),
  ])
  func wordsHaveKinds(code: String, expected: [String]) {
    #expect(kinds(code) == expected)
  }

  @Test(arguments: [
    "let x = 1  // one\n", "if a < b && c { \"é🙂\" }", "", "let = ) {",
    "let s = \"\"\"\n  two\n  lines\n  \"\"\"\n",
  ])
  func spansAreTheCodeAgain(code: String) {
    #expect(CodeSpan.spans(of: code).map(\.text).joined() == code)
  }
}
