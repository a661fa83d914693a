// Markdown in, the text of a page out.

import Publishing
import Testing

@Suite struct TextTests {
  /// The text of a page of a lesson that says `markdown` after its head.
  private func body(_ markdown: String) throws -> String {
    try Fixture(["01-hi.md": "# Hi\n\nA summary.\n\n" + markdown]).site()
      .body("hi.html")
  }

  @Test(arguments: [
    ("Two *words*.", "<p>Two <em>words</em>.</p>"),
    (
      "## A part",
      "<h2 id=\"a-part\">A part<a class=\"anchor\" href=\"#a-part\" "
        + "aria-label=\"Link to: A part\">#</a></h2>"
    ),
    ("An $`h`$ alone.", "<p>An <i class=\"mi\">h</i> alone.</p>"),
    ("Costs $5 and `$6`.", "<p>Costs $5 and <code>$6</code>.</p>"),
    (
      "A note[^1].\n\n[^1]: Said *once*.",
      "<p>A note<sup class=\"sn-ref\" aria-hidden=\"true\">1</sup>"
        + "<span class=\"sn\" role=\"note\"><b aria-hidden=\"true\">1</b>"
        + "Said <em>once</em>.</span>.</p>"
    ),
    (
      "| a |\n|--:|\n| 1 |",
      "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n"
        + "<th style=\"text-align: right\">a</th>\n</tr>\n</thead>\n"
        + "<tbody>\n<tr>\n<td style=\"text-align: right\">1</td>\n</tr>\n"
        + "</tbody>\n</table>\n</div>"
    ),
    (
      "| | a |\n|---|---|\n| 1 | 2 |",
      "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n<td></td>\n"
        + "<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n"
        + "<td>2</td>\n</tr>\n</tbody>\n</table>\n</div>"
    ),
    ("See [this](01-hi.md).", "<p>See <a href=\"hi.html\">this</a>.</p>"),
    ("<b>raw</b> <!-- no -->", "<p>raw </p>"),
  ])
  func markdownIsRendered(markdown: String, expected: String) throws {
    #expect(try body(markdown) == expected)
  }

  /// What could break out of text, code, an address or a title.
  @Test(arguments: [
    ("a & b < c > d \"e\"", "a &amp; b &lt; c &gt; d “e”"),
    ("`<script>&`", "<code>&lt;script&gt;&amp;</code>"),
    (
      "[x](https://e.org/?a=1&b=\"2\")",
      "<a href=\"https://e.org/?a=1&amp;b=%222%22\">x</a>"
    ),
    ("[x](https://e.org \"<&\\\"\")", "title=\"&lt;&amp;&quot;\""),
    ("[x](javascript://alert)", "<a href=\"\">x</a>"),
    (
      "```swift\nlet a = \"<&>\"\n```",
      "<span class=\"s\">&quot;&lt;&amp;&gt;&quot;</span>"
    ),
    ("```swift\na < b && c > d\n```", "a &lt; b &amp;&amp; c &gt; d"),
    (
      "```\n</code></pre><script>\n```",
      "&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;"
    ),
    (
      "```swift illustration=\"<&>\"\nx\n```",
      "<span class=\"reason\">not run: &lt;&amp;&gt;</span>"
    ),
  ])
  func nothingBreaksOut(markdown: String, expected: String) throws {
    let body = try body(markdown)
    #expect(body.contains(expected), "\(body)")
    #expect(!body.contains("<script"))
  }

  @Test func titlesAreEscapedEverywhere() throws {
    let site = try Fixture(["01-hi.md": "# A \\<b> & `\"c\"`\n\nD \\<e>.\n"])
      .site()
    let page = site.text("hi.html")
    #expect(page.contains("<title>A &lt;b&gt; &amp; &quot;c&quot; · Unrolled"))
    #expect(
      page.contains("<h1>A &lt;b&gt; &amp; <code>&quot;c&quot;</code></h1>"))
    #expect(page.contains("content=\"D &lt;e&gt;.\""))
    #expect(site.text("index.html").contains(">A &lt;b&gt; &amp; &quot;c"))
    #expect(site.text("search.js").contains("A \\u003cb> & \\\"c\\\""))
  }

  /// A quotation mark with an accent on it is one character to Swift, and
  /// still a quotation mark to a browser.
  @Test func accentsDoNotHideMarks() throws {
    let site = try Fixture([
      "01-hi.md": "# A `\"\u{301} onx=`\n\nB `\"\u{301} <\u{301}`.\n"
    ]).site()
    let accent = "\u{301}"
    for page in ["hi.html", "index.html"] {
      let scalars = site.text(page).unicodeScalars
      let isHidden = zip(scalars, scalars.dropFirst()).contains {
        ($0 == "\"" || $0 == "<") && $1 == accent.unicodeScalars.first
      }
      #expect(!isHidden)
      let isEscaped = site.text(page).contains("&quot;" + accent)
      #expect(isEscaped)
    }
  }

  @Test func sameHeadingsHaveTheirOwnAnchors() throws {
    let body = try body("## One\n\n## One\n\n## Ünd, *zwei*!\n\n## Receipt")
    for anchor in ["one", "one-1", "ünd-zwei", "receipt-1"] {
      #expect(body.contains("<h2 id=\"\(anchor)\">"))
    }
  }

  @Test func whatAnotherLibraryDoesIsSetApart() throws {
    let body = try body(
      "## What Keras does\n\nThe same.\n\n```python\nx = 1  # one\n```\n\n"
        + "## After\n\nMore.")
    #expect(
      body.hasPrefix(
        "<aside class=\"elsewhere\" aria-labelledby=\"what-keras-does\">"
          + "<h2 id=\"what-keras-does\">"))
    #expect(
      body.contains(
        "<pre tabindex=\"0\"><code>x = 1  "
          + "<span class=\"c\"># one</span></code></pre>"))
    #expect(body.contains("</aside>\n<h2 id=\"after\">"))
    #expect(try self.body("## What Keras does\n\nIt.").hasSuffix("</aside>"))
    // What an exercise below needs is not part of it.
    let hidden = "```swift hidden\nlet a = 1\n```\n\n## After\n\nMore."
    #expect(
      try self.body("## What Keras does\n\nIt.\n\n" + hidden).contains(
        "<p>It.</p>\n</aside>"))
  }

  @Test func aSummarysNoteSaysSomething() throws {
    let page = try Fixture(["01-hi.md": "# Hi\n\nA[^1].\n\n[^1]: Said.\n"])
      .site().text("hi.html")
    #expect(page.contains("<b aria-hidden=\"true\">1</b>Said.</span>"))
  }

  @Test(arguments: [
    ("[x](02-no.md)", "“02-no.md” is no lesson of this course"),
    ("[x](#no)", "01-hi.md has no section “no”; it has "),
    ("![x](x.png)", "“x.png” is not on the page; draw pictures in a block"),
  ])
  func linksToNothingAreErrors(markdown: String, expected: String) throws {
    let error = #expect(throws: SiteError.self) { try body(markdown) }
    let words = "\(try #require(error))"
    #expect(words.contains("01-hi.md:5:1: error: " + expected), "\(words)")
  }
}
