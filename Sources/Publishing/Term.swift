// A word that a lesson explains. Next: Glossary.swift.

import CommonMark
import Foundation
import Literate

/// What stands in **bold** in a lesson's prose, with the paragraph around it.
struct Term: Sendable {
  let name: String
  let place: Place
  let paragraph: Node

  /// The words of a lesson, each where it first stands in bold.
  static func all(in lesson: Lesson) -> [Term] {
    var seen: Set<String> = []
    return lesson.document.nodes.flatMap { paragraphs(in: $0) }
      .flatMap { paragraph in
        paragraph.children.compactMap { Term($0, in: paragraph) }
      }.filter { seen.insert($0.key).inserted }
  }

  /// Those of tables are numbers more often than words.
  private static func paragraphs(in node: Node) -> [Node] {
    switch node.kind {
    case .paragraph: [node]
    case .table, .heading: []
    default: node.children.flatMap { paragraphs(in: $0) }
    }
  }

  /// Nil if this is no term: something longer, a number, a label.
  private init?(_ node: Node, in paragraph: Node) {
    guard node.kind == .other("strong") else { return nil }
    let name = node.plainText
    let hasLink = node.descendants.contains {
      if case .link = $0.kind { true } else { false }
    }
    guard !hasLink, name.first?.isLetter ?? false, name.count > 1,
      name.split(separator: " ").count <= 5,
      let last = name.last, last.isLetter || last.isNumber || last == ")"
    else { return nil }
    (self.name, place, self.paragraph) = (name, node.place, paragraph)
  }

  /// By this, two lessons speak of the same: `one-hot`.
  var key: String {
    name.folded.split { !$0.isLetter && !$0.isNumber }
      .joined(separator: "-")
  }

  /// Where it is on a page. No heading has an anchor with a colon.
  var anchor: String { "term:\(key)" }

  // MARK: - The sentence

  /// The sentence that explains it, and the one before, if it needs that.
  func sentence(_ typesetting: Typesetting) -> String {
    let (end, here) = ("\u{E000}", "\u{E001}")
    let children = paragraph.children
    var html = ""
    for (index, node) in children.enumerated() {
      let next = index + 1 < children.count ? children[index + 1].kind : nil
      switch node.kind {
      case .text(let words):
        html +=
          words.withSentenceEnds(end, isLast: next?.isText ?? true)
          .escaped
      case .softBreak, .lineBreak:
        html += html.endsSentence ? end : " "
      default:
        if node.place == place { html += here }
        html += node.markup(typesetting)
      }
    }
    let sentences = html.components(separatedBy: end)
    guard let found = sentences.firstIndex(where: { $0.contains(here) })
    else { return "" }
    let words = sentences[found].replacing(here, with: "")
    return
      (found > 0 && words.leansOnWhatIsBefore
      ? "\(sentences[found - 1]) \(words)" : words).asSentence
  }
}

extension Node.Kind {
  fileprivate var isText: Bool {
    if case .text = self { true } else { self == .softBreak }
  }
}

extension Node {
  /// As HTML without links: a sentence by itself leads nowhere.
  fileprivate func markup(_ typesetting: Typesetting) -> String {
    if let formula = Formula(self) { return typesetting.markup(formula) }
    let inside = { children.map { $0.markup(typesetting) }.joined() }
    switch kind {
    case .text(let words): return words.escaped
    case .inlineCode(let code): return "<code>\(code.escaped)</code>"
    case .softBreak, .lineBreak: return " "
    case .footnoteReference, .html, .image: return ""
    case .other("strong"): return "<strong>\(inside())</strong>"
    case .other("emph"): return "<em>\(inside())</em>"
    default: return inside()
    }
  }
}

extension String {
  /// In small letters, without accents: `naive` of `Naïve`.
  var folded: String {
    String(
      decomposedStringWithCanonicalMapping.unicodeScalars
        .filter { $0.properties.generalCategory != .nonspacingMark }
        .map(Character.init)
    ).lowercased()
  }

  /// With a mark where a sentence ends and another one begins.
  ///
  /// - Parameter isLast: whether more words follow; if not, something else
  ///   does, which may begin a sentence, too.
  fileprivate func withSentenceEnds(_ mark: String, isLast: Bool) -> String {
    let text = replacing(mark, with: "")
    let marked = text.replacing(/([.!?][”’)]*) +(?=[\p{Lu}“‘(])/) {
      "\($0.output.1)\(mark)"
    }
    guard !isLast, marked.last == " ",
      String(marked.dropLast()).endsSentence
    else { return marked }
    return String(marked.dropLast()) + mark
  }

  fileprivate var endsSentence: Bool {
    contains(/[.!?][”’)]*$/)
  }

  /// An item of a list, or what leads to a formula, standing by itself.
  fileprivate var asSentence: String {
    let start = prefix(1).uppercased() + dropFirst()
    return hasSuffix(":") ? String(start.dropLast()) + "." : start
  }

  /// It begins with a word for something said before.
  fileprivate var leansOnWhatIsBefore: Bool {
    let first = String(prefix { $0.isLetter })
    return [
      "And", "Each", "Here", "It", "Its", "So", "Such", "That", "Their", "They",
      "These", "This", "Those",
    ].contains(first)
  }
}
