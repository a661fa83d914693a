// Pages beside home and lessons: receipts, the book, changes, and none.

import Literate
import Publishing
import Testing

@Suite struct PagesTests {
  @Test func aLadderHasABarForEachRow() throws {
    let body = try Fixture([
      "01-hi.md": """
      # Hi

      A.

      | Ladder | Right | Loss |
      |---|--:|--:|
      | Chance | 25 % | 1.39 |
      | Paper | – | – |
      | **Ours** | [0.5](value:right) | 0.7 |

      """
    ]).site().body("hi.html")
    #expect(body.contains("class=\"table-wrap ladder\""))
    #expect(
      body.contains(
        "<th scope=\"row\">Chance</th>\n<td style=\"text-align: right\">"
          + "<span class=\"meter\"><span>25 %</span>"
          + "<i style=\"--w:0.25;--chance:0.25\"></i></span></td>"))
    #expect(body.contains("<td style=\"text-align: right\">–</td>"))
    #expect(body.contains("<tr class=\"ours\">\n<th scope=\"row\"><strong>"))
    #expect(body.contains("0.5</a></span><i style=\"--w:0.5;--chance:0.25\">"))
  }

  @Test func measuresBeyondOneShareTheWidth() throws {
    let body = try Fixture([
      "01-hi.md": "# Hi\n\nA.\n\n| Ladder | Steps | | |\n|---|---|---|---|\n"
        + "| a | 1,000 | | |\n| b | 250 | | |\n"
    ]).site().body("hi.html")
    #expect(body.contains("--w:1.0\"") && body.contains("--w:0.25\""))
  }

  @Test func theBookHoldsEveryLessonWithNamesOfItsOwn() throws {
    let site = try Fixture.everything().site()
    let book = site.text("book.html")
    #expect(book.contains("<h2 class=\"chapter-title\" id=\"hi\">"))
    #expect(book.contains("id=\"hi--block-1\""))
    #expect(book.contains("id=\"backpropagation-through-time--block-1\""))
    #expect(
      book.contains(
        "href=\"#backpropagation-through-time--walking-back\">section</a>"))
    #expect(book.contains("data-copy=\"#hi--code-2\""))
    #expect(!book.contains("href=\"hi.html"))
  }

  @Test func receiptsTellOfEveryLesson() throws {
    var fixture = try Fixture.everything()
    let all = try fixture.site().text("receipts.html")
    #expect(all.contains("with Swift 6.3.1"))
    #expect(all.contains("<td class=\"held\">✓ holds</td><td>4c1f0e9</td>"))
    #expect(all.contains("<td class=\"num\">0.9 s</td>"))
    #expect(all.contains("must not compile</th>"))
    #expect(!all.contains("✕"))
    #expect(!all.contains("In its page"))
    fixture.programs = [
      "hi": PageProgram(.compiled(Array(repeating: 1, count: 2048)))
    ]
    let live = try fixture.site().text("receipts.html")
    #expect(live.contains("In its page</th>"))
    #expect(live.contains("<td class=\"num\">2 KB</td>"))
    fixture.outcomes[1] = fixture.outcomes[1].with(.differs(actual: "33"))
    let broken = try fixture.site().text("receipts.html")
    #expect(broken.contains("<tr class=\"bad\">"))
    #expect(broken.contains("✕ does not hold") && broken.contains("✕ 1 not so"))
  }

  private static let change = CourseChange(
    commit: "4c1f0e9", date: "2026-11-22T10:00:00Z",
    subject: "Say <b> & \"c\"", lessons: ["06-hi.md"])

  @Test func changesArePagedAndFed() throws {
    let base = try #require(BaseURL("https://example.org/course"))
    let site = try Fixture.everything().site(
      changes: [Self.change], base: base)
    let page = site.text("changes.html")
    #expect(page.contains("Say &lt;b&gt; &amp; &quot;c&quot;</b>"))
    #expect(page.contains("<a href=\"hi.html\">6. Text &amp; &lt;numbers&gt;"))
    let feed = site.text("feed.xml")
    #expect(feed.contains("<title>Say &lt;b&gt; &amp; &quot;c&quot;</title>"))
    #expect(
      feed.contains(
        "<link href=\"https://example.org/course/changes.html#4c1f0e9\"/>"))
    #expect(feed.contains("<updated>2026-11-22T10:00:00Z</updated>"))
  }

  @Test func onlyAHostedSiteHasFullAddresses() throws {
    let fixture = try Fixture.everything()
    let plain = try fixture.site(changes: [Self.change])
    for name in ["feed.xml", "sitemap.xml", "robots.txt"] {
      #expect(plain.files[name] == nil)
    }
    #expect(!plain.text("hi.html").contains("canonical"))
    #expect(!plain.text("404.html").contains("<base"))
    let base = try #require(BaseURL("https://example.org/course/"))
    let site = try fixture.site(changes: [Self.change], base: base)
    #expect(
      site.text("hi.html").contains(
        "<link rel=\"canonical\" href=\"https://example.org/course/hi.html\">"))
    #expect(
      site.text("index.html").contains(
        "<meta property=\"og:url\" content=\"https://example.org/course/\">"))
    #expect(
      site.text("404.html").contains(
        "<base href=\"https://example.org/course/\">"))
    let map = site.text("sitemap.xml")
    #expect(map.contains("<loc>https://example.org/course/hi.html</loc>"))
    #expect(!map.contains("404"))
    #expect(
      site.text("robots.txt").contains(
        "Sitemap: https://example.org/course/sitemap.xml"))
  }

  @Test(arguments: [
    "example.org", "ftp://example.org", "https://", "https://e.org/?a=1",
    "https://e.org/\"><b>", "javascript://e.org",
  ])
  func whatIsNoAddressOfASiteIsRefused(text: String) {
    #expect(BaseURL(text) == nil)
  }
}
