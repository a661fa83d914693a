// A piece of Markdown as a Swift value. Next: Document.swift makes them.

/// One node of a parsed document: its kind, its place, what it holds.
public struct Node: Equatable, Sendable {
  public var kind: Kind
  public var place: Place
  public var children: [Node]

  /// The kinds a lesson can tell apart; `other` carries cmark's name of it.
  public enum Kind: Equatable, Sendable {
    case heading(level: Int)
    case paragraph
    /// A code block, with the info string of its fence.
    case code(info: String, literal: String, isFenced: Bool)
    case text(String)
    case inlineCode(String)
    /// What stands between `` $` `` and `` `$ ``, GitHub's form of a formula.
    case formula(String)
    case softBreak
    case lineBreak
    case link(destination: String)
    case image(destination: String)
    case html(String)
    case table
    case footnote(label: String)
    case footnoteReference(label: String)
    case other(String)
  }

  public init(kind: Kind, place: Place, children: [Node] = []) {
    self.kind = kind
    self.place = place
    self.children = children
  }

  /// The words of this node and all below it, without markup.
  public var plainText: String {
    switch kind {
    case .text(let text), .inlineCode(let text), .formula(let text): text
    case .softBreak, .lineBreak: " "
    case .footnoteReference, .html: ""
    default: children.map(\.plainText).joined()
    }
  }

  /// This node and all below it, in reading order.
  public var descendants: [Node] {
    [self] + children.flatMap(\.descendants)
  }
}

/// Where a node stands: lines and columns from 1, both ends included, columns
/// counted in bytes.
public struct Place: Hashable, Sendable {
  public var line: Int
  public var column: Int
  public var endLine: Int
  public var endColumn: Int

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
