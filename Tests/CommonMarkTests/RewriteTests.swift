// What happens to nodes on their way to HTML, where cmark is particular.

import CommonMark
import Testing

@Suite struct RewriteTests {
  @Test func formulasAreToldFromCode() {
    let document = Document(parsing: "So $`a_t`$, `$b$`, $`c`$ and $5.\n")
    let formulas = document.allNodes.compactMap { node -> String? in
      if case .formula(let tex) = node.kind { tex } else { nil }
    }
    #expect(formulas == ["a_t", "c"])
    #expect(document.nodes[0].plainText == "So a_t, $b$, c and $5.")
    #expect(
      document.html()
        == "<p>So <code>a_t</code>, <code>$b$</code>, <code>c</code> and $5."
        + "</p>\n")
  }

  @Test func anEnclosedNodeIsRenderedAsEver() {
    let html = Document(parsing: "| a |\n|---|\n| b |\n").html { node in
      node.kind == .table ? .enclose(before: "<div>", after: "</div>") : .keep
    }
    #expect(html.hasPrefix("<div>\n<table>"))
    #expect(html.hasSuffix("</table>\n</div>\n"))
  }

  @Test func cellsOfTablesAreRewrittenToo() {
    let html = Document(
      parsing: "| [1](value:x) | `b` |\n|---|---|\n| *c* | d |\n"
    ).html { node in
      switch node.kind {
      case .link: .wrap(before: "<i>", after: "</i>")
      case .inlineCode: .replace("<b>&</b>")
      case .other("emph"): .enclose(before: "<u>", after: "</u>")
      default: .keep
      }
    }
    #expect(html.contains("<th><i>1</i></th>\n<th><b>&</b></th>"))
    #expect(html.contains("<td><u><em>c</em></u></td>"))
  }

  @Test func wordsOfAWrappedBlockStayOnItsLine() {
    let html = Document(parsing: "## A *b*\n").html { node in
      if case .heading = node.kind {
        .wrap(before: "<h2 id=\"a\">", after: "</h2>")
      } else {
        .keep
      }
    }
    #expect(html == "<h2 id=\"a\">A <em>b</em></h2>\n")
  }

  @Test func footnotesAreRewrittenBeforeTheyMove() {
    let html = Document(parsing: "One[^a].\n\n[^a]: See [2](value:x).\n")
      .html { node in
        switch node.kind {
        case .footnoteReference: .footnote(before: "<i>", after: "</i>")
        case .link: .wrap(before: "<b>", after: "</b>")
        default: .keep
        }
      }
    #expect(html == "<p>One<i>See <b>2</b>.</i>.</p>\n")
  }
}
