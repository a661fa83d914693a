// Finds a lesson's parts in its document, and what is wrong with them.

import CommonMark

/// The parts of a document that make it a lesson.
struct LessonParts {
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var blocks: [Block] = []
  private(set) var references: [ProseReference] = []
  private(set) var problems: [Problem] = []

  private let path: String

  init(path: String, document: Document) {
    self.path = path
    guard !document.isTooDeep else {
      report(
        line: 1,
        "quotes and lists are nested deeper than \(Document.depthLimit) here; "
          + "no lesson needs that")
      return
    }
    let nodes = document.allNodes
    findTitleAndSummary(in: nodes)
    findBlocks(in: nodes, lines: SourceLines(document.source))
    for (block, words) in Exercise.problems(in: blocks) {
      report(line: block.place.line, column: block.place.column, words)
    }
    findReferences(in: nodes)
  }

  private mutating func findTitleAndSummary(in nodes: [Node]) {
    let heading = nodes.first {
      if case .heading = $0.kind { true } else { false }
    }
    let paragraph = nodes.first { $0.kind == .paragraph }
    guard let heading, let paragraph else {
      report(
        line: 1,
        "a lesson begins with a heading, its title, and a paragraph, its "
          + "summary: “# Title”, an empty line, a sentence or two")
      return
    }
    title = heading.plainText
    summary = paragraph.plainText
  }

  // MARK: - Fences

  private mutating func findBlocks(in nodes: [Node], lines: SourceLines) {
    let fences = nodes.filter {
      if case .code(_, _, true) = $0.kind { true } else { false }
    }
    for (position, node) in fences.enumerated() {
      guard case .code(let info, let literal, _) = node.kind else { continue }
      let words = info.split(whereSeparator: \.isWhitespace)
      let language = words.first.map(String.init) ?? ""
      if !lines.closesFence(node.place) {
        report(
          line: node.place.line,
          "this fence is never closed; end it with a line of its own backticks")
      }
      switch language {
      case "swift":
        let next = fences.dropFirst(position + 1).first {
          lines.areBlank(from: node.place.endLine, to: $0.place.line)
        }
        addBlock(node, info, literal, recorded: next.flatMap(recorded))
      case "output":
        checkOutput(
          node, words: words.count, lines: lines,
          before: position > 0 ? fences[position - 1] : nil)
      default:
        suggestFence(language, at: node.place)
      }
    }
    for lost in LostFence.all(in: nodes) {
      report(line: lost.line, lost.message)
    }
    for line in nodes.compactMap(\.lostReference) {
      report(
        line: line,
        "a value or a claim that is no link; write its target without spaces, "
          + "or between < and >, if it holds neither")
    }
  }

  private mutating func checkOutput(
    _ node: Node, words: Int, lines: SourceLines, before: Node?
  ) {
    if words > 1 {
      report(
        line: node.place.line, "an output fence has no words of its own")
    }
    let isUnderBlock =
      before.map {
        $0.isSwift
          && lines.areBlank(from: $0.place.endLine, to: node.place.line)
      } ?? false
    if !isUnderBlock {
      report(
        line: node.place.line,
        "an output stands right under its swift block, with nothing but "
          + "empty lines between, and there is no block here")
    }
  }

  private mutating func addBlock(
    _ node: Node, _ info: String, _ literal: String, recorded: Recorded?
  ) {
    do throws(FenceError) {
      let fence = try Fence(info)
      blocks.append(
        Block(
          number: blocks.count + 1, fence: fence, code: literal,
          place: node.place, recorded: recorded))
    } catch {
      report(
        line: node.place.line, column: node.place.column, error.description)
    }
  }

  /// The output in `node`, if it is an output.
  private func recorded(_ node: Node) -> Recorded? {
    guard case .code("output", let literal, _) = node.kind else { return nil }
    let text = literal.withPlainLineEnds
    return Recorded(
      text: text.hasSuffix("\n") ? String(text.dropLast()) : text,
      place: node.place)
  }

  /// A fence of another language is only shown; one that is nearly ours is a
  /// slip, and must not be skipped in silence.
  private mutating func suggestFence(_ language: String, at place: Place) {
    let ours = ["swift", "output", "math"]
    guard !ours.contains(language), !language.isEmpty,
      let meant = ours.first(where: language.hasPrefix)
        ?? language.lowercased().nearest(among: ours)
    else { return }
    report(
      line: place.line, column: place.column,
      "“\(language)” is no fence of a lesson; did you mean “\(meant)”?")
  }

  // MARK: - Prose

  private mutating func findReferences(in nodes: [Node]) {
    for node in nodes {
      guard case .link(let destination) = node.kind else { continue }
      let words = node.plainText
      if destination.hasPrefix("value:") {
        let name = String(destination.dropFirst(6))
        references.append(
          ProseReference(
            kind: .value(name: name), target: name, words: words,
            place: node.place))
      } else if destination.hasPrefix("claim:") {
        let text = String(destination.dropFirst(6)).unescapedPercent
        guard let claim = Claim(text) else {
          report(
            line: node.place.line, column: node.place.column,
            "“\(text)” is no claim; write one comparison over noted names, "
              + "like claim:loss<0.1")
          continue
        }
        references.append(
          ProseReference(
            kind: .claim(claim), target: text, words: words,
            place: node.place))
      }
    }
  }

  private mutating func report(
    line: Int, column: Int? = nil, _ message: String
  ) {
    problems.append(
      Problem(path: path, line: line, column: column, message: message))
  }
}

extension Node {
  fileprivate var isSwift: Bool {
    if case .code(let info, _, true) = kind {
      info.split(whereSeparator: \.isWhitespace).first == "swift"
    } else {
      false
    }
  }
}

extension String {
  /// `%3C` becomes `<`: an editor may have escaped a link.
  fileprivate var unescapedPercent: String {
    var (bytes, rest) = ([UInt8](), Substring(self))
    while let first = rest.first {
      let digits = rest.dropFirst().prefix(2)
      if first == "%", digits.count == 2, let byte = UInt8(digits, radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes += Array(String(rest.removeFirst()).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
