// HTML and SVG, piece by piece. Next: PictureMarkup.swift, which reads
// pictures with it.

/// A piece of markup.
enum MarkupToken: Equatable {
  /// Text as it stands, entities and all.
  case text(Substring)
  case open(name: Substring, attributes: [Attribute], isClosed: Bool)
  case close(name: Substring)
  /// A comment, a declaration, or something that is no markup at all.
  case other(Substring)

  struct Attribute: Equatable {
    let name: Substring
    /// As it stands between its quotation marks; nil without.
    let value: Substring?
  }
}

/// Reads markup as browsers do, without leniency: what is not a tag, text or
/// a comment is `other`.
struct MarkupReader: Sequence, IteratorProtocol {
  private let text: String
  private let bytes: String.UTF8View
  private var place: String.Index
  /// An element whose text is no markup: it ends at its own closing tag.
  private var rawElement: Substring?

  init(_ text: String) {
    self.text = text
    bytes = self.text.utf8
    place = bytes.startIndex
  }

  mutating func next() -> MarkupToken? {
    guard place < bytes.endIndex else { return nil }
    if let name = rawElement {
      rawElement = nil
      let end = endOfRaw(name)
      if end > place { return .text(take(upTo: end)) }
    }
    guard bytes[place] == UInt8(ascii: "<") else {
      let end =
        bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
      return .text(take(upTo: end))
    }
    let start = place
    if let tag = tag() {
      if case .open(let name, _, false) = tag,
        name == "script" || name == "style"
      {
        rawElement = name
      }
      return tag
    }
    place = start
    return .other(take(upTo: endOfOther()))
  }

  // MARK: - Tags

  private mutating func tag() -> MarkupToken? {
    advance()
    let isEnd = skip("/")
    guard let name = word(), !name.isEmpty else { return nil }
    if isEnd {
      skipSpace()
      return skip(">") ? .close(name: name) : nil
    }
    var attributes: [MarkupToken.Attribute] = []
    while place < bytes.endIndex {
      let hadSpace = skipSpace()
      if skip(">") {
        return .open(name: name, attributes: attributes, isClosed: false)
      }
      if skip("/") {
        guard skip(">") else { return nil }
        return .open(name: name, attributes: attributes, isClosed: true)
      }
      guard hadSpace, let attribute = attribute() else { return nil }
      attributes.append(attribute)
    }
    return nil
  }

  private mutating func attribute() -> MarkupToken.Attribute? {
    guard let name = word(), !name.isEmpty else { return nil }
    guard skip("=") else { return .init(name: name, value: nil) }
    guard place < bytes.endIndex else { return nil }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    advance()
    guard let end = bytes[place...].firstIndex(of: quote) else { return nil }
    let value = take(upTo: end)
    advance()
    return .init(name: name, value: value)
  }

  /// Letters, digits and what else stands in names.
  private mutating func word() -> Substring? {
    let end =
      bytes[place...].firstIndex {
        !($0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_"))
      } ?? bytes.endIndex
    guard place < end, bytes[place].isLetter else { return nil }
    return take(upTo: end)
  }

  // MARK: - Ends

  private func endOfRaw(_ name: Substring) -> String.Index {
    let end = "</\(name)".utf8
    var index = place
    while index < bytes.endIndex, !bytes[index...].starts(with: end) {
      index = bytes.index(after: index)
    }
    return index
  }

  private func endOfOther() -> String.Index {
    let rest = bytes[place...]
    let ending = rest.starts(with: "<!--".utf8) ? "-->" : ">"
    var index = place
    while index < bytes.endIndex {
      if bytes[index...].starts(with: ending.utf8) {
        return bytes.index(index, offsetBy: ending.utf8.count)
      }
      index = bytes.index(after: index)
    }
    return bytes.endIndex
  }

  // MARK: - Steps

  private mutating func advance() { place = bytes.index(after: place) }

  private mutating func take(upTo end: String.Index) -> Substring {
    defer { place = end }
    return text[place..<end]
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.endIndex, bytes[place] == UInt8(ascii: sign) else {
      return false
    }
    advance()
    return true
  }

  @discardableResult private mutating func skipSpace() -> Bool {
    let start = place
    while place < bytes.endIndex, bytes[place] <= 32 { advance() }
    return place > start
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  fileprivate var isDigit: Bool { self >= 48 && self <= 57 }
}

extension MarkupToken {
  /// As markup again: attributes in double quotation marks, with nothing in
  /// them that could end them.
  var markup: String {
    switch self {
    case .text(let text), .other(let text): return String(text)
    case .close(let name): return "</\(name)>"
    case .open(let name, let attributes, let isClosed):
      let words = attributes.map { attribute in
        " \(attribute.name)"
          + (attribute.value.map { "=\"\($0.quotable)\"" } ?? "")
      }
      return "<\(name)\(words.joined())\(isClosed ? "/" : "")>"
    }
  }
}

extension Substring {
  /// An attribute's value whose entities stay what they are.
  fileprivate var quotable: String {
    String(self).replacing("\"", with: "&quot;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
