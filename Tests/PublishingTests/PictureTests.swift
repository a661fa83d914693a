// What a lesson's program draws, and what of it a page may hold.

import Foundation
import Literate
import Testing

@testable import Publishing

@Suite struct PictureTests {
  /// What pictures are made of comes through as it is.
  @Test(arguments: [
    "<svg viewBox=\"0 0 1 1\"><path class=\"a\" d=\"M0 0h1\"/></svg>",
    "<svg><text x=\"1\" y=\"2\">−0.5 &lt; 1 &amp; 2</text></svg>",
    "<svg><defs><pattern id=\"hatch\"></pattern></defs>"
      + "<rect fill=\"url(#hatch)\"/></svg>",
    "<table><tbody><tr><th scope=\"row\">x</th><td class=\"p1\">1</td></tr>"
      + "</tbody></table>",
    "<input type=\"range\" min=\"1\" max=\"5\" aria-label=\"Step\">",
    "<i style=\"--w:.5\"></i><b style=\"width: calc(var(--w) * 100%)\"></b>",
    "<script type=\"application/json\">{\"a\":[1,2]}</script>",
  ])
  func picturesStayAsTheyAre(markup: String) {
    let picture = PictureMarkup(markup)
    #expect(picture.html == markup && picture.refused == [])
  }

  /// What could run, load or cover something.
  private static let attacks: [(markup: String, left: String)] = [
    ("<script>alert(1)</script>", ""),
    ("<script type=\"text/javascript\">x</script>", ""),
    ("<script type=\"application/json\" src=\"x.js\">1</script>", ""),
    (
      "<script type=\"application/json\">\"<!--<script>\"</script>",
      "<script type=\"application/json\">\"\\u003c!--\\u003cscript>\"</script>"
    ),
    ("<svg onload=\"x()\"></svg>", "<svg></svg>"),
    ("<svg OnLoad=\"x()\"></svg>", "<svg></svg>"),
    ("<svg><g onclick='x()'>a</g></svg>", "<svg><g>a</g></svg>"),
    ("<a href=\"javascript:x()\">a</a>", "<a>a</a>"),
    ("<a href=\"java&#10;script:x()\">a</a>", "<a>a</a>"),
    ("<a href=\"https://e.org\">a</a>", "<a>a</a>"),
    ("<svg><use href=\"x.svg#a\"/></svg>", "<svg><use/></svg>"),
    ("<svg><use xlink:href=\"#a\"/></svg>", "<svg><use/></svg>"),
    ("<img src=\"x\" onerror=\"x()\">", ""),
    ("<image href=\"x.png\"/>", ""),
    ("<iframe src=\"x\"></iframe>", ""),
    ("<object data=\"x\"><p>a</p></object>b", "b"),
    ("<style>p{}</style>a", "a"),
    ("<link rel=\"stylesheet\" href=\"x\">", ""),
    ("<svg><foreignObject><p>a</p></foreignObject></svg>", "<svg></svg>"),
    ("<svg><animate attributeName=\"href\"/></svg>", "<svg></svg>"),
    ("<svg><set to=\"x\"/></svg>", "<svg></svg>"),
    ("<form action=\"x\"><b>a</b></form>", ""),
    ("<base href=\"x\">", ""),
    ("<meta http-equiv=\"refresh\">", ""),
    ("<p style=\"background:url(x)\">a</p>", "<p>a</p>"),
    ("<p style=\"position:fixed\">a</p>", "<p>a</p>"),
    (
      "<p style=\"width:expression(x)\">a</p>",
      "<p style=\"width:expression(x)\">a</p>"
    ),
    ("<rect fill=\"url(https://e.org)\"/>", "<rect></rect>"),
    ("<p id=\"main\">a</p>", "<p>a</p>"),
    ("<p id=\"block-1\">a</p>", "<p>a</p>"),
    ("</div></main>a", "a"),
    ("<div><p>a", "<div><p>a</p></div>"),
    (
      "<p title=\"</p><script>\">a</p>",
      "<p title=\"&lt;/p&gt;&lt;script&gt;\">a</p>"
    ),
    (
      "<p title='\" onclick=\"x()'>a</p>",
      "<p title=\"&quot; onclick=&quot;x()\">a</p>"
    ),
    ("<p title=a onclick=x()>a</p>", "a"),
    ("<!-- <script> -->a", "a"),
    ("<![CDATA[<script>]]>a", "]]>a"),
    ("<?xml version=\"1.0\"?>a", "a"),
    ("<p\u{c}onclick=\"x()\">a</p>", "<p>a</p>"),
    ("<scr<script>ipt>a", "ipt>a"),
    ("<", ""),
  ]

  @Test(arguments: attacks)
  func attacksComeToNothing(markup: String, left: String) {
    let picture = PictureMarkup(markup)
    #expect(picture.html == left)
  }

  /// What is left out is told to the author: with the block.
  @Test func aPictureWithMoreThanAPictureIsAnError() throws {
    let fixture = try Fixture(
      ["01-hi.md": "# Hi\n\nA.\n\n```swift\nshow(x)\n```\n"],
      pictures: [
        1: .picture(
          markup: "<svg onload=\"x()\"></svg>", alternative: "a picture")
      ])
    let error = #expect(throws: SiteError.self) { try fixture.site() }
    let words = "\(try #require(error))"
    #expect(
      words.contains(
        "01-hi.md:5:1: error: a picture of this block has an attribute "
          + "onload of <svg>, which no page may hold"))
  }

  /// A picture's words and a block's output are text, whatever they hold.
  @Test(arguments: [
    "<script>alert(1)</script>", "\" onmouseover=\"x()", "</samp></pre><b>",
    "&lt;b&gt;", "{{> lesson}}", "{{{content}}}",
  ])
  func wordsAreWords(attack: String) throws {
    let fixture = try Fixture(
      [
        "01-hi.md": "# Hi\n\nA.\n\n```swift\nprint(x)\n```\n\n"
          + "```output\n\(attack)\n```\n\n```swift\nshow(x)\n```\n"
      ],
      pictures: [2: .picture(markup: "<svg></svg>", alternative: attack)])
    let page = try fixture.site().text("hi.html")
    let escaped = attack.escaped
    #expect(page.contains("<samp>\(escaped)</samp>"))
    #expect(page.contains("aria-label=\"\(escaped)\""))
    #expect(page.components(separatedBy: "<script").count == 2)
  }

  /// No page may run, load or send anything that is not its own.
  @Test func everyPageHasItsPolicy() throws {
    let site = try Fixture.everything().site()
    for page in site.files.keys where page.hasSuffix(".html") {
      let text = site.text(page)
      #expect(
        text.contains(
          "<meta http-equiv=\"Content-Security-Policy\" "
            + "content=\"default-src 'none'; script-src 'self'"), "\(page)")
      #expect(!text.contains("<style") && !text.contains(" onclick="))
    }
  }
}
