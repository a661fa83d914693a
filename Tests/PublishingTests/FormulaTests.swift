// Formulas: set once, in one process, with the fonts they need.

import Foundation
import Literate
import Publishing
import Testing

@Suite struct FormulaTests {
  private func site(
    _ markdown: String, cache: String = Fixture.cache.path,
    packages: [String] = ["/usr/share/nodejs"],
    searchPath: [String] = Typesetter.environmentPath
  ) throws -> Site {
    let fixture = try Fixture(["01-hi.md": "# Hi\n\nA.\n\n\(markdown)\n"])
    return try Site(
      course: fixture.course, outcomes: fixture.outcomes,
      receipt: Receipt(compiler: "Swift"), theme: Theme(folder: Fixture.theme),
      typesetter: Typesetter(
        theme: Fixture.theme, cache: cache, packages: packages,
        searchPath: searchPath))
  }

  @Test func formulasAreSetForEyesAndForEars() throws {
    let body = try site("So $`h_t`$.\n\n```math\n\\frac{a}{b} < 1\n```")
      .body("hi.html")
    #expect(
      body.contains(
        "<p>So <span class=\"katex\"><span class=\"katex-mathml\"><math>"))
    #expect(
      body.contains("<div class=\"formula\" tabindex=\"0\" role=\"group\""))
    #expect(body.contains("<span class=\"katex-display\">"))
    #expect(body.contains("<mfrac>"))
    #expect(!body.contains("annotation"))
  }

  @Test func theStyleIsWhatTheFormulasNeed() throws {
    let site = try site("$`h_t`$, $`x`$")
    let style = site.text("math.css")
    #expect(style.contains("@font-face{font-family:KaTeX_Math;"))
    #expect(!style.contains("KaTeX_Fraktur"))
    #expect(!style.contains(".mfrac"))
    #expect(style.contains("url(data:font/woff2;base64,"))
    #expect(!style.contains("url(fonts/"))
    #expect(site.text("hi.html").contains("href=\"math.css\""))
    #expect(!site.text("index.html").contains("href=\"math.css\""))
  }

  @Test func pagesWithoutFormulasNeedNoNode() throws {
    let site = try site("None.", packages: [], searchPath: [])
    #expect(site.files["math.css"] == nil)
    #expect(!site.text("hi.html").contains("math.css"))
  }

  @Test func whatWasSetIsKept() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try site("$`h_t`$", cache: folder.path)
    let kept = folder.appending(path: "formulas.json")
    let before = try Data(contentsOf: kept)
    #expect(try site("$`h_t`$", cache: folder.path) == first)
    #expect(try Data(contentsOf: kept) == before)
    try Data("not JSON".utf8).write(to: kept)
    #expect(try site("$`h_t`$", cache: folder.path) == first)
  }

  @Test func aWrongFormulaIsNamedWithItsPlace() throws {
    let error = #expect(throws: SiteError.self) {
      try site("Fine: $`a_t`$.\n\nBad: $`\\frac{1`$ and $`\\nope`$.")
    }
    let words = "\(try #require(error))"
    #expect(
      words.contains("01-hi.md:7:6: error: KaTeX cannot set this formula: "),
      "\(words)")
    #expect(
      words.contains(
        "01-hi.md:7:22: error: KaTeX cannot set this formula: "
          + "Undefined control sequence: \\nope"), "\(words)")
  }

  @Test func missingToolsAreNamed() throws {
    #expect(throws: SiteError.noNode) {
      try site("$`h_t`$", searchPath: ["/nowhere"])
    }
    #expect("\(SiteError.noNode)".contains("apt install nodejs"))
    #expect("\(SiteError.noKaTeX)".contains("npm install"))
  }
}
