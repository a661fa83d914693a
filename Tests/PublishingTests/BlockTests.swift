// Every kind of block, and every outcome one can have.

import Literate
import Publishing
import Testing

@Suite struct BlockTests {
  private func fixture(
    _ fence: String, output: String? = "1", code: String = "print(1)",
    picture: OutputPiece? = nil, settings hasData: Bool = false
  ) throws -> Fixture {
    let recorded = output.map { "\n```output\n\($0)\n```\n" } ?? ""
    return try Fixture(
      ["01-hi.md": "# Hi\n\nA.\n\n```\(fence)\n\(code)\n```\n\(recorded)"],
      settings: Fixture.settings
        + (hasData
          ? "data: { imdb: { files: { a: { sha256: b } } } }\n" : ""),
      pictures: picture.map { [1: $0] } ?? [:])
  }

  @Test(arguments: [
    ("1 2 3", false), (String(repeating: "word ", count: 16), true),
    (String(repeating: "│ 1 ", count: 20), false),
  ])
  func sentencesAreWrappedAndTablesAreNot(output: String, wraps: Bool) throws {
    let body = try fixture("swift", output: output).site().body("hi.html")
    #expect(body.contains("<pre class=\"wrap\"") == wraps)
  }

  @Test func aBlockIsShownWhole() throws {
    let body = try fixture("swift").site().body("hi.html")
    #expect(
      body == """
        <div class="block" id="block-1" role="group" \
        aria-label="Block 1: Swift">
        <div class="block-bar"><span class="kind">Swift</span>\
        <a href="01-hi.md#L5" title="This block in the lesson’s source">\
        line 5</a><span class="end"></span>\
        <button class="copy needs-js" type="button" data-copy="#code-1" \
        aria-label="Copy block 1">Copy</button></div>
        <pre tabindex="0"><code id="code-1">print(\
        <span class="n">1</span>)</code></pre>
        <div class="output"><div class="label"><span>Output</span>\
        <span class="ok">✓ as recorded</span></div>
        <pre tabindex="0"><samp>1</samp></pre>
        </div>
        </div>
        """)
  }

  @Test(arguments: [
    (
      "swift hidden",
      [
        "<details class=\"block\"><summary>", "<pre id=\"block-1\"",
        "<b>Hidden block</b>, line 5: 1 line", "✓ as recorded",
      ]
    ),
    (
      "swift fails",
      [
        "class=\"block fails\"", "✕ Must not compile",
        "The compiler says", "✓ refused, as recorded",
        "prin<span class",
      ]
    ),
    (
      "swift traps",
      [
        "class=\"block traps\"", "■ Must stop the program",
        "The program says", "✓ stopped, as recorded",
      ]
    ),
    (
      "swift timing",
      [
        "Swift, timed",
        "<span class=\"kept\">varies, not compared</span>",
      ]
    ),
    ("swift tolerance=0.5", ["✓ as recorded, within 0.5"]),
    (
      "swift illustration=\"a sketch\"",
      [
        "class=\"block illustration\"",
        "Illustration", "not run: a sketch",
        "<span class=\"kept\">recorded, not run</span>",
      ]
    ),
  ])
  func kindsAreTold(fence: String, expected: [String]) throws {
    let body = try fixture(fence).site().body("hi.html")
    for words in expected where words != "prin<span class" {
      #expect(body.contains(words), "\(words) in \(body)")
    }
  }

  @Test func anExcerptNamesItsFile() throws {
    let body = try fixture("swift excerpt=A/B.swift#Step", output: nil)
      .site().body("hi.html")
    #expect(body.contains("The library’s own code: Step"))
    #expect(body.contains("<span class=\"reason\">Sources/A/B.swift</span>"))
    #expect(!body.contains("class=\"output\""))
  }

  @Test func whatWasNotRunHereSaysSo() throws {
    var fixture = try fixture("swift needs=imdb", settings: true)
    fixture.outcomes[0] = fixture.outcomes[0].with(
      Verdict.recorded(because: "needs imdb, which is not here"))
    let site = try fixture.site()
    let body = site.body("hi.html")
    #expect(body.contains("not run here: needs imdb, which is not here"))
    #expect(
      body.contains("<span class=\"kept\">recorded, not run here</span>"))
    #expect(body.contains("<samp>1</samp>"))
    #expect(
      site.text("hi.html").contains(
        "<dt>recorded, not run here</dt><dd>1</dd>"))
  }

  @Test func theCompilersColumnIsUnderlined() throws {
    let body = try fixture(
      "swift fails", output: "error: no", code: "let x = y"
    ).site().body("hi.html")
    #expect(body.contains("<span class=\"squiggle\">x</span>"), "\(body)")
    #expect(body.contains("<samp><b>error:</b> no</samp>"))
  }

  @Test func aBlockWithoutOutputHasNone() throws {
    let body = try fixture("swift", output: nil).site().body("hi.html")
    #expect(!body.contains("class=\"output\""))
  }

  @Test func picturesAreFigures() throws {
    let picture = OutputPiece.picture(
      markup: "<svg></svg>", alternative: "a < \"b\"\n& c")
    let body = try fixture("swift", picture: picture).site().body("hi.html")
    #expect(
      body.contains(
        """
        <figure class="fig inset" id="figure-1"><div role="img" \
        aria-label="a &lt; &quot;b&quot;
        &amp; c"><svg></svg></div>
        <figcaption><details class="words"><summary><b>Figure 1</b>, in words\
        </summary><p>a &lt; &quot;b&quot;
        &amp; c</p></details></figcaption></figure>
        """), "\(body)")
  }

  @Test func captionsAndTablesStandOutsideOfTheDrawing() throws {
    let picture = OutputPiece.picture(
      markup: "<svg></svg><svg></svg><table></table>"
        + "<p class=\"caption\">It falls.</p>", alternative: "a chart")
    let body = try fixture("swift", picture: picture).site().body("hi.html")
    #expect(
      body.contains(
        """
        <div role="img" aria-label="a chart"><svg></svg><svg></svg></div>
        <figcaption><p class="caption">It falls.</p><details class="words">\
        <summary><b>Figure 1</b>, in words and numbers</summary>\
        <p>a chart</p><div class="data-wrap" role="group" \
        aria-label="Numbers of figure 1" tabindex="0"><table></table></div>\
        </details></figcaption></figure>
        """), "\(body)")
  }

  // MARK: - What does not hold

  static let troubles: [(Verdict, [String])] = [
    (
      .differed(Difference(recorded: ["1", "2"], printed: ["1", "<3>"])),
      [
        "✕ not as recorded: − recorded, + printed",
        "  1\n<del>− 2</del>\n<ins>+ &lt;3&gt;</ins>",
      ]
    ),
    (.unrecorded, ["✕ printed, and nothing is recorded"]),
    (
      .printedNothing,
      ["✕ recorded, but it printed nothing", "<del>− 1</del>"]
    ),
    (
      .didNotCompile([Diagnostic(line: 6, column: 1, message: "no 'x'")]),
      [
        "✕ does not compile", "The compiler says",
        "line 6: <b>error:</b> no &#39;x&#39;",
      ]
    ),
    (
      .trapped(Trap(message: "fatal error: gone", line: 6)),
      ["✕ stopped the program", "line 6: <b>fatal error:</b> gone"]
    ),
    (.timedOut(seconds: 300), ["✕ ran longer than 300 s"]),
    (.exited(status: 3), ["✕ ended the program, with status 3"]),
    (.compiled, ["✕ compiles, but must not"]),
    (.returned, ["✕ came to its end, but must stop the program"]),
    (.notRun(because: 4), ["✕ not run: block 4 ended the program"]),
  ]

  @Test(arguments: troubles)
  func troubleIsShownAsTrouble(verdict: Verdict, expected: [String]) throws {
    var fixture = try fixture("swift hidden")
    fixture.outcomes[0] = fixture.outcomes[0].with(verdict, printing: "x\n")
    let site = try fixture.site()
    let (page, body) = (site.text("hi.html"), site.body("hi.html"))
    for words in expected {
      #expect(body.contains(words), "\(words) in \(body)")
    }
    #expect(
      body.contains("<details class=\"block broken\" open>"))
    #expect(!page.contains("✓"))
    #expect(page.contains("<li class=\"bad\">✕ 1 of 1 block not as recorded"))
    #expect(page.contains("<dt>✕ not as recorded</dt><dd>1</dd>"))
    let home = site.text("index.html")
    #expect(home.contains("<span class=\"status bad\"><b>✕ does not hold</b>"))
    #expect(home.contains("✕ 1 not as recorded"))
  }
}
