import CommonMark
import Testing

@testable import Literate

/// Patterns over which parsers of Markdown have stumbled: what nests, and
/// what makes them look back over and over.
@Suite struct PatternTests {
  @Test func noneStandsStill() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("patterns").each(Patterns.all.count, whole: true) { dice in
        let pattern = Patterns.all[dice.seed - 1]
        let count = 30_000 / pattern.unit.utf8.count
        let text =
          "# A\n\nB.\n\n" + pattern.before
          + String(repeating: pattern.unit, count: count) + pattern.after + "\n"
        _ = Document(parsing: text).html()
        _ = try? Lesson(path: "1-a.md", source: text)
      }
    }
    if result == nil { Batch("patterns").report() }
  }
}

enum Patterns {
  typealias Pattern = (before: String, unit: String, after: String)

  static let all: [Pattern] = [
    ("", "[", ""), ("", "![", ""), ("", "[a](", ""), ("", "[a](<b", ""),
    ("", "*a **a ", ""), ("", "a**b", ""), ("", "_a ", ""), ("", "_", "a"),
    ("", "**x _y ", ""), ("", "]", ""), ("", "[]", ""), ("a ", "[x]", ""),
    ("", "`", ""), ("", "e`", ""), ("", "$`", ""), ("", "`a ``b ", ""),
    ("", "> ", "a"), ("", "- ", "a"), ("", "1. ", "a"), ("", "> - ", "a"),
    ("", "\t", "a"), ("", " ", "a"), ("", "a\n\n", ""), ("", "\r", ""),
    ("", "```\n", ""), ("", "```swift\n```\n\n", ""), ("", "~~~~", ""),
    ("", "<!--", ""), ("a ", "<!-- ", ""), ("", "<?", ""),
    ("", "<![CDATA[", ""),
    ("", "<a b=\"", ""), ("", "<", ""), ("", "&", ""), ("", "&amp", ""),
    ("", "~a ", ""), ("", "~~a", ""), ("", "|", "\n|"), ("", "|a", "\n|-"),
    ("| a |\n|---|\n", "| b\n", ""), ("|", "-|", ""), ("", "a|b\n-|-\n", ""),
    ("", "[^1]", ""), ("", "[^1]: a\n\n", "[^1]"), ("[^1]: ", "[^1]", ""),
    ("", "[a]: b\n", "[a]"), ("", "[a\n", ""), ("", "\\", ""), ("", "\"", ""),
    ("", "www.", "a"), ("", "a@", "b.c"), ("", "a@b.", "c"), ("", "://", ""),
    ("", "http://a", ""), ("", "mailto:", "a@b.c"), ("", "- [ ] ", "a"),
    ("", "...", ""), ("", "--", ""), ("", "'", ""), ("", "# ", "a"),
    ("a\n", "=", ""), ("", "---\n", ""), ("", "\0", ""), ("", "\u{FEFF}", ""),
    ("", "é\u{301}", ""), ("", "a\u{301}", ""),
    ("", "\u{10FFFC}0\u{10FFFD}", ""),
    ("```swift\n1\n```\n\n```output\n", "1.0 ", "\n```"),
    ("[x](<claim:", "(", ">)"), ("[x](<claim:", "-", "1<2>)"),
    ("[x](<claim:1", "+1", "<2>)"), ("", "[1](value:a) ", ""),
    ("```swift ", "\"", "\n```"), ("```swift ", "a=", "\n```"),
    ("```swift\n", "{", "\n```"), ("```swift\n", "1+", "1\n```"),
  ]
}
