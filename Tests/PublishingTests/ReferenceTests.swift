// Checked numbers and claims in the prose.

import Literate
import Publishing
import Testing

@Suite struct ReferenceTests {
  private func fixture(_ prose: String) throws -> Fixture {
    try Fixture(
      [
        "01-hi.md":
          "# Hi\n\nA.\n\n```swift\nnote(\"loss\", 1)\n```\n\n\(prose)\n"
      ])
  }

  @Test func aNumberLeadsToItsBlock() throws {
    let body = try fixture("It is [0.5](value:loss).").site().body("hi.html")
    #expect(
      body.hasSuffix(
        "<p>It is <a class=\"v\" href=\"#block-1\" title=\"loss = 0.5 | "
          + "A number checked at every build against block 1, line 5 of the "
          + "lesson.\">0.5</a>.</p>"), "\(body)")
  }

  @Test func aClaimIsMarkedAsOne() throws {
    let body = try fixture("[below *one*](claim:loss<1)").site()
      .body("hi.html")
    #expect(
      body.contains(
        "<a class=\"v claim\" href=\"#block-1\" title=\"loss&lt;1, where "),
      "\(body)")
    #expect(body.contains(">below <em>one</em></a>"))
  }

  @Test func tablesAndNotesAreChecked() throws {
    let body = try fixture(
      "| a | b |\n|---|---|\n| [1](value:x) | [2](value:y) |\n\n"
        + "Yes[^1].\n\n[^1]: It is [3](value:z)."
    ).site().body("hi.html")
    for (name, words) in [("x", "1"), ("y", "2"), ("z", "3")] {
      #expect(body.contains("title=\"\(name) = \(words) |"), "\(body)")
      #expect(body.contains(">\(words)</a>"))
    }
  }

  static let findings: [(ReferenceOutcome.Finding, Int?, String, String)] = [
    (
      .differs(actual: "0.7"), 1, "#block-1",
      "not so: it is 0.7"
    ),
    (
      .fails(left: 2, right: 1), 1, "#block-1",
      "not so: the two sides are 2.0 and 1.0"
    ),
    (
      .unknown(name: "los", suggestion: "loss"), nil, "#receipt",
      "no block notes los"
    ),
  ]

  @Test(arguments: findings)
  func whatIsNotSoIsShown(
    finding: ReferenceOutcome.Finding, block: Int?, address: String,
    words: String
  ) throws {
    var fixture = try fixture("It is [0.5](value:loss).")
    fixture.outcomes[0] = fixture.outcomes[0].with(finding, block: block)
    let site = try fixture.site()
    let (page, body) = (site.text("hi.html"), site.body("hi.html"))
    #expect(body.contains("<a class=\"v off\" href=\"\(address)\""), "\(body)")
    #expect(body.contains("0.5<span class=\"vh\"> (\(words))</span></a>"))
    #expect(page.contains("✕ 1 number not as the program says"))
    #expect(page.contains("<dt>✕ numbers in the prose</dt><dd>1, 1 not so"))
    #expect(site.text("index.html").contains("✕ 1 not so"))
  }
}
