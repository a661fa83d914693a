// HTML for places where cmark takes no custom node: the cells of tables.

import CCMarkGFM

/// Words that stand in for HTML until the rest is rendered: characters for
/// private use, around a number.
struct StandIns {
  private var html: [String] = []

  /// A node that is rendered as `html` in the end.
  mutating func node(for html: String) -> OpaquePointer {
    let node = cmark_node_new(CMARK_NODE_TEXT)!
    cmark_node_set_literal(node, StandIns.word(self.html.count))
    self.html.append(html)
    return node
  }

  /// Puts the HTML where its words stand. The last first: a later one may
  /// hold the words of an earlier one.
  func put(into text: String) -> String {
    var text = text
    for (index, html) in html.enumerated().reversed() {
      guard let range = text.firstRange(of: StandIns.word(index)) else {
        continue
      }
      text.replaceSubrange(range, with: html)
    }
    return text
  }

  private static func word(_ index: Int) -> String {
    "\u{10FFFC}\(index)\u{10FFFD}"
  }
}
