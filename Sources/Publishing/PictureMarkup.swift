// A picture on its way into a page. A lesson's program may print anything;
// what it draws is read by a list of what pictures are made of. Next:
// PictureWords.swift, the list.

import CommonMark
import Literate

/// A picture's markup: what of it a page may hold, and what it may not.
struct PictureMarkup: Equatable, Sendable {
  /// Only elements and attributes of the list, every element closed.
  private(set) var html = ""
  /// What was left out, in words.
  private(set) var refused: [String] = []
  private var open: [Substring] = []
  /// How many elements deep something is left out.
  private var dropped: [Substring] = []
  private var isData = false

  init(_ markup: String) {
    for token in MarkupReader(markup) { take(token) }
    if let name = open.last ?? dropped.last {
      refuse("an element <\(name)> that is never closed")
    }
    for name in open.reversed() { html += "</\(name)>" }
    open = []
  }

  private mutating func refuse(_ what: String) {
    if !refused.contains(what) { refused.append(what) }
  }

  private mutating func take(_ token: MarkupToken) {
    switch token {
    case .text(let text):
      guard dropped.isEmpty else { return }
      // In a JSON string, this is the same sign.
      html += isData ? text.replacing("<", with: "\\u003c") : text
    case .other: refuse("something that is neither a tag nor text")
    case .close(let name): close(name)
    case .open(let name, let attributes, let isClosed):
      open(name, attributes, isClosed: isClosed)
    }
  }

  private mutating func open(
    _ name: Substring, _ attributes: [MarkupToken.Attribute], isClosed: Bool
  ) {
    let isVoid = PictureWords.void.contains(name)
    guard dropped.isEmpty, isAllowed(name, attributes) else {
      if dropped.isEmpty { refuse("an element <\(name)>") }
      if !isVoid, !isClosed { dropped.append(name) }
      return
    }
    var seen: Set<Substring> = []
    let kept = attributes.filter { attribute in
      let isFine =
        PictureWords.allows(attribute, on: name)
        && seen.insert(attribute.name).inserted
      if !isFine { refuse("an attribute \(attribute.name) of <\(name)>") }
      return isFine
    }
    // Only SVG knows tags that close themselves.
    let isShort = isClosed && (name == "svg" || open.contains("svg"))
    html +=
      MarkupToken.open(name: name, attributes: kept, isClosed: isShort).markup
    if isVoid || isShort { return }
    if isClosed {
      html += "</\(name)>"
    } else {
      open.append(name)
      isData = name == "script"
    }
  }

  private func isAllowed(
    _ name: Substring, _ attributes: [MarkupToken.Attribute]
  ) -> Bool {
    if name == "script" {
      let type = attributes.first { $0.name == "type" }
      return type?.value == "application/json"
        && attributes.allSatisfy { $0.name == "type" || $0.name == "class" }
    }
    return PictureWords.elements.contains(name)
      || PictureWords.void.contains(name)
  }

  private mutating func close(_ name: Substring) {
    if let last = dropped.last {
      if last == name { dropped.removeLast() }
      return
    }
    guard open.last == name else {
      refuse("a tag </\(name)> that closes nothing")
      return
    }
    open.removeLast()
    isData = false
    html += "</\(name)>"
  }
}

extension LessonText {
  /// Pictures of which a page may not hold all.
  var pictureProblems: [Problem] {
    blocks.flatMap { block in
      block.output.compactMap(\.markup).flatMap { PictureMarkup($0).refused }
        .map { what in
          Problem(
            path: entry.lesson.path, line: block.block.place.line,
            column: block.block.place.column,
            message: "a picture of this block has \(what), which no page may "
              + "hold")
        }
    }
  }
}
