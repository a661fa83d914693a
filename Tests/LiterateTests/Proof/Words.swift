// What generated lessons are made of.

enum Words {
  static let prose = [
    "Plain", "words", "*emphasis*", "**strong**", "`code`", "$`h_t`$", "é",
    "🙂", "𝛿", "<b>raw</b>", "&amp;", "a\\_b", "~~gone~~", "...", "--",
    "www.example.org", "[a page](other.md)", "![seen](a.png)", "\"quoted\"",
    "tab\there", "it's", "שלום", "e\u{301}",
  ]

  static let names = ["a", "loss", "four.blind", "größe"]

  static let numbers = [
    "0.10", "3", "−0.5", "1.0e-3", "12", "0.5000", "-7", "1e3",
  ]

  static let values: [Double] = [
    0.5, 3, -0.25, 0.1 + 0.2, 1e-9, 1e300, .infinity, .nan, -0.0,
    12345.678, 1e18, -1e-300,
  ]

  static let code = [
    "let a = 1", "", "  print(a)", "// ```", "// ~~~", "\ttabbed",
    "let s = \"🙂 é\"", "> 1", "- x", "# no heading", "[1](value:a)",
    "/* <!-- */", "a", "\"\"\"",
  ]

  static let printed = [
    "1", "loss 0.042", "loss 0.043", "", "  two  ", "é 🙂 ‮", "```", "~~~",
    "````", "\u{1B}[31mred\u{1B}[0m", "zero\0byte", "a\rb", "</script>",
    "> quote", "- item", "[[0.1 0.2]", "[0.3 0.4]]", "tab\tin", "1,000",
    "# heading", "nan", "1e-3", "7", "8", "\u{2028}", "\u{85}", "\u{FEFF}",
    "[1](value:a)", "&amp;",
  ]

  /// What mutations put anywhere.
  static let tokens = [
    "```", "~~~", "````", "\n", "\r", "\r\n", "\t", "    ", "> ", "- ",
    "1. ", "# ", "swift", "swift ", "output", "hidden", "fails", "traps",
    "timing", "tolerance=", "1e-3", "illustration=\"", "\"", "value:",
    "claim:", "[", "](", ")", "<", ">", "|", "---", "[^1]", "[^1]: ", "`",
    "$`", "`$", "*", "_", "**", "\0", "\u{FEFF}", "\\", "&", "![", "<!--",
    "-->", "<script>", "é", "e\u{301}", "\u{301}", "🙂", "\u{10FFFC}",
    "a<0.1", "(((", "abs(", "%3C", "=", "- [ ] ", "\n\n", "| a |\n|---|\n",
  ]
}
