// The words lessons explain, gathered.

import Literate
import Testing

@testable import Publishing

@Suite struct GlossaryTests {
  private func glossary(_ lessons: String...) throws -> Glossary {
    let names = lessons.indices.map { "0\($0 + 1)-l\($0 + 1).md" }
    let fixture = try Fixture(
      Dictionary(
        uniqueKeysWithValues: zip(names, lessons.map { "# L\n\n" + $0 })))
    return Glossary(Atlas(fixture.course).entries, typesetting: Typesetting())
  }

  @Test(
    arguments: [
      ("A **batch** is a table. More.", "A <strong>batch</strong> is a table."),
      (
        "One. Two words. This is a **batch**, of *3* `rows`.\nMore.",
        "Two words. This is a <strong>batch</strong>, of <em>3</em> "
          + "<code>rows</code>."
      ),
      (
        "It is so.\nA **batch** at 0.5. `x` is next.",
        "A <strong>batch</strong> at 0.5."
      ),
      (
        "Is it? A **batch**[^1] [is](value:x) “one.” “Two.”\n\n[^1]: No.",
        "A <strong>batch</strong> is “one.”"
      ),
      ("- An item. Its **batch**.", "An item. Its <strong>batch</strong>."),
      ("a row of the **batch**:", "A row of the <strong>batch</strong>."),
      ("**batch** <b>x</b> a<b", "<strong>batch</strong> x a&lt;b"),
    ])
  func theSentenceIsFound(text: String, sentence: String) throws {
    let terms = try glossary(text).terms
    #expect(terms.map(\.name) == ["batch"])
    #expect(terms.map(\.sentence) == [sentence])
  }

  @Test(
    arguments: [
      "No **0.5**.", "No **Note.**", "No *term*.",
      "No **one two three four five six**.", "No **[x](value:x)**.",
      "A.\n\n## A **term**", "A.\n\n| a |\n|---|\n| **bee** |", "No **x**.",
    ])
  func whatIsNoTerm(text: String) throws {
    #expect(try glossary(text).terms.isEmpty)
  }

  @Test func theFirstIsTheDefinition() throws {
    let glossary = try glossary(
      "A **Naïve zebra**.\n\nA **one-hot**.", "The **one-hot**.",
      "A **Œuvre**, a **naïve bayes**, a **One-Hot**, **one-hot** again.")
    #expect(glossary.letters.map(\.letter) == ["#", "N", "O"])
    #expect(
      glossary.terms.map(\.name) == [
        "Œuvre", "naïve bayes", "Naïve zebra", "one-hot",
      ])
    let last = try #require(glossary.terms.last)
    #expect(last.lesson.mentionAddress == "l1.html#term:one-hot")
    #expect(
      last.others.map(\.mentionAddress) == [
        "l2.html#term:one-hot", "l3.html#term:one-hot",
      ])
  }

  @Test func pagesHaveThePlaces() throws {
    let site = try Fixture(
      ["01-hi.md": "# Hi\n\nA.\n\nA **batch**, and a **batch**.\n"]
    ).site()
    #expect(
      site.body("hi.html").contains(
        "A <strong id=\"term:batch\">batch</strong>, and a "
          + "<strong>batch</strong>."))
    let page = site.text("glossary.html")
    #expect(page.contains("<div id=\"term:batch\"><dt>batch</dt>"))
    #expect(page.contains("<a href=\"hi.html#term:batch\">Hi</a>, lesson 1"))
    #expect(
      site.text("search.js").contains(
        "[\"term\",\"batch\",\"glossary.html#term:batch\","))
  }

  @Test func withoutTermsThereIsNoPage() throws {
    let site = try Fixture(["01-hi.md": "# Hi\n\nA.\n"]).site()
    #expect(site.files["glossary.html"] == nil)
  }
}
