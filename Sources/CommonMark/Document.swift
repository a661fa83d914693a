// Markdown, parsed and rendered by cmark-gfm. This folder is the only importer
// of the C library: no pointer leaves it.

/// A parsed Markdown document.
///
///     let document = Document(parsing: "# Hi\n\nThere.\n")
///     document.nodes[0].plainText   // "Hi"
///     document.html()               // "<h1>Hi</h1>\n<p>There.</p>\n"
public struct Document: Equatable, Sendable {
  /// The text, byte for byte.
  public let source: String
  /// The blocks at the top level, footnotes last; none if they are nested
  /// too deeply.
  public let nodes: [Node]
  /// Whether something is nested deeper than `Document.depthLimit`.
  public let isTooDeep: Bool

  /// How deep nodes may be nested. Walks over a tree are recursive.
  public static let depthLimit = 200

  public init(parsing source: String) {
    self.source = source
    let tree = Tree(parsing: source)
    isTooDeep = tree.depth > Document.depthLimit
    nodes = isTooDeep ? [] : tree.root.children.map(Node.init)
  }

  /// Every node, in reading order.
  public var allNodes: [Node] { nodes.flatMap(\.descendants) }

  /// The document as HTML, with what `rewrite` puts in place of its nodes.
  ///
  /// cmark stays the only renderer and the only escaper: raw HTML in the
  /// source is left out, and a rewritten node enters as a custom node, which
  /// it passes through verbatim. A footnote becomes part of its first
  /// reference (`Rewrite.footnote`), not a list at the end.
  public func html(
    rewriting rewrite: (Node) -> Rewrite = { _ in .keep }
  ) -> String {
    isTooDeep ? "" : Tree(parsing: source).html(rewriting: rewrite)
  }
}
