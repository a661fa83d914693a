import CommonMark
import Testing

@Suite struct DocumentTests {
  @Test func aDocumentKeepsItsSource() {
    let source = "# Hi\r\n\n* a\n\t* b\n\nlast line without end"
    #expect(Document(parsing: source).source == source)
  }

  @Test func nodesKnowTheirKindAndPlace() {
    let document = Document(
      parsing: "# Hi `you`\n\nText.\n\n```swift hidden\nlet a = 1\n```\n")
    #expect(document.nodes.count == 3)
    #expect(document.nodes[0].kind == .heading(level: 1))
    #expect(document.nodes[0].plainText == "Hi you")
    #expect(
      document.nodes[2].kind
        == .code(
          info: "swift hidden", literal: "let a = 1\n", isFenced: true))
    #expect(
      document.nodes[2].place
        == Place(line: 5, column: 1, endLine: 7, endColumn: 3))
  }

  @Test func fencesInListsAndQuotesAreFound() {
    let document = Document(
      parsing:
        "1. one\n\n   ~~~~swift\n   a\n   ~~~~\n\n> ```output\n> b\n> ```\n")
    let codes = document.allNodes.compactMap { node -> String? in
      if case .code(let info, let literal, _) = node.kind {
        info + "|" + literal
      } else {
        nil
      }
    }
    #expect(codes == ["swift|a\n", "output|b\n"])
  }

  @Test func rawHTMLNeverReachesThePage() {
    let html = Document(parsing: "<script>x</script>\n\na <b>c</b> & \"d\"\n")
      .html()
    #expect(!html.contains("<script>"))
    #expect(!html.contains("<b>"))
    #expect(html.contains("&amp; “d”"))
  }

  @Test func rewrittenNodesEnterVerbatim() {
    let html = Document(parsing: "A [0.1](value:x).\n\n```swift\na < b\n```\n")
      .html { node in
        switch node.kind {
        case .link: .wrap(before: "<i>", after: "</i>")
        case .code: .replace("<pre>a &lt; b</pre>")
        default: .keep
        }
      }
    #expect(html == "<p>A <i>0.1</i>.</p>\n<pre>a &lt; b</pre>\n")
  }

  @Test func aDroppedNodeLeavesNothing() {
    let html = Document(parsing: "a\n\n```output\nb\n```\n\nc\n").html { node in
      if case .code = node.kind { .drop } else { .keep }
    }
    #expect(!html.contains("b"))
    #expect(html.contains("<p>a</p>"))
    #expect(html.contains("<p>c</p>"))
  }

  @Test func footnotesMoveIntoTheirSentence() {
    let html = Document(
      parsing: "One[^b] and two[^a].\n\n[^a]: The *second*.\n\n[^b]: First.\n"
    ).html { node in
      if case .footnoteReference = node.kind {
        .footnote(before: "<span>", after: "</span>")
      } else {
        .keep
      }
    }
    #expect(html.contains("One<span>First.</span>"))
    #expect(html.contains("two<span>The <em>second</em>.</span>"))
    #expect(!html.contains("<section"))
  }

  @Test func aReferenceThatIsKeptStillFindsItsFootnote() {
    let html = Document(parsing: "One[^a].\n\n[^a]: Two.\n").html()
    #expect(html.contains("One<sup"))
    #expect(!html.contains("Two"))
  }

  @Test func deepNestingIsNoTrouble() {
    func quotes(_ depth: Int) -> Document {
      Document(parsing: String(repeating: "> ", count: depth) + "end\n")
    }
    #expect(quotes(100).html().contains("end"))
    #expect(!quotes(100).isTooDeep)
    #expect(quotes(50_000).isTooDeep)
    #expect(quotes(50_000).nodes.isEmpty)
  }
}
