// Fences and links that Markdown does not see as such, and that nobody would
// miss.

import CommonMark

/// A line that reads like a fence of a lesson, and is none.
struct LostFence {
  let line: Int
  let message: String

  /// The lost fences of a document. Comments may hold what they like.
  static func all(in nodes: [Node]) -> [LostFence] {
    nodes.compactMap { node in
      switch node.kind {
      case .code(_, let literal, isFenced: false):
        LostFence(
          literal.lines.prefix(1), at: node.place.line,
          "this fence is indented by four spaces or more, which makes it "
            + "plain text; indent it less")
      case .html(let literal) where !literal.hasPrefix("<!--"):
        LostFence(
          literal.lines[...], at: node.place.line,
          "this fence stands within HTML, where there are no fences; put an "
            + "empty line above it")
      default: nil
      }
    }
  }

  private init?(_ lines: ArraySlice<String>, at line: Int, _ message: String) {
    guard let index = lines.firstIndex(where: \.opensFence) else { return nil }
    self.line = line + index
    self.message = message
  }
}

extension Node {
  /// The line of words that read like a link to a value or a claim, and are
  /// none: `[low](claim:loss < 0.1)`.
  var lostReference: Int? {
    let words = children.map { child in
      if case .text(let text) = child.kind { text } else { "\u{FFFC}" }
    }.joined()
    let targets = ["](value:", "](claim:", "](<value:", "](<claim:"]
    guard targets.contains(where: words.contains) else { return nil }
    let child = children.first {
      if case .text(let text) = $0.kind {
        text.contains("value:") || text.contains("claim:")
      } else {
        false
      }
    }
    return max(1, child?.place.line ?? place.line)
  }
}

extension String {
  /// Whether it reads like the first line of a `swift` or `output` fence.
  fileprivate var opensFence: Bool {
    let line = drop { $0 == " " || $0 == "\t" }
    let fence = line.prefix { $0 == line.first }
    guard fence.count >= 3, fence.first == "`" || fence.first == "~" else {
      return false
    }
    let word = line.dropFirst(fence.count)
      .split(whereSeparator: \.isWhitespace).first
    return word == "swift" || word == "output"
  }
}
