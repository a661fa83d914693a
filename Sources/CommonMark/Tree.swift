// cmark's tree, and what is done to it before it is rendered.
// Next: Node+Tree.swift.

import CCMarkGFM

/// Owns cmark's tree for as long as it is walked.
final class Tree {
  let root: OpaquePointer
  let depth: Int
  /// Lives on: the list of extensions that rendering asks for is its own.
  private let parser: OpaquePointer
  private var standIns = StandIns()

  init(parsing source: String) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(Tree.options)!
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var source = source
    source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    self.parser = parser
    root = cmark_parser_finish(parser)
    depth = Tree.depth(of: root)
    if depth <= Document.depthLimit { markFormulas(in: root) }
  }

  /// How deep nodes are nested, counted without recursion.
  private static func depth(of root: OpaquePointer) -> Int {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var (depth, deepest) = (0, 0)
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      // A leaf is entered and never left.
      let isLeaf =
        cmark_node_first_child(cmark_iter_get_node(iterator)) == nil
      if event == CMARK_EVENT_ENTER && !isLeaf { depth += 1 }
      if event == CMARK_EVENT_EXIT && !isLeaf { depth -= 1 }
      deepest = max(deepest, depth)
      event = cmark_iter_next(iterator)
    }
    return deepest
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// Quotes and apostrophes as a book has them, and columns aligned by a
  /// style: the attribute `align` is no HTML any more.
  static let options =
    CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART
    | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES

  /// Footnotes first: the text takes their words as they then are.
  func html(rewriting rewrite: (Node) -> Rewrite) -> String {
    for footnote in footnotes { apply(rewrite, to: footnote) }
    for block in root.children where block.typeName != footnoteName {
      apply(rewrite, to: block)
    }
    // A reference that is kept still points at its footnote.
    let moved = footnotes
    for footnote in moved { cmark_node_unlink(footnote) }
    defer { for footnote in moved { cmark_node_free(footnote) } }
    return standIns.put(into: rendered(root))
  }

  private func rendered(_ node: OpaquePointer) -> String {
    let text = cmark_render_html(
      node, Tree.options, cmark_parser_get_syntax_extensions(parser))!
    defer { text.deallocate() }
    let html = String(cString: text)
    // A heading of a table that has no words is none: the corner cell.
    return html.contains("></th>")
      ? html.replacing(#/<th[^>]*></th>/#, with: "<td></td>") : html
  }

  /// Inner nodes first, so that a wrapped node's children are rewritten too.
  private func apply(_ rewrite: (Node) -> Rewrite, to node: OpaquePointer) {
    for child in node.children { apply(rewrite, to: child) }
    switch rewrite(Node(node)) {
    case .keep: break
    case .drop: replace(node, before: "", after: "", children: [])
    case .replace(let html):
      replace(node, before: html, after: "", children: [])
    case .wrap(let before, let after):
      wrap(node, before: before, after: after)
    case .enclose(let before, let after):
      enclose(node, before: before, after: after)
    case .footnote(let before, let after):
      replace(
        node, before: before + footnoteWords(of: node) + after, after: "",
        children: [])
    }
  }

  /// cmark orders footnotes by first use and leaves out the unused.
  private var footnotes: [OpaquePointer] {
    root.children.filter { $0.typeName == footnoteName }
  }

  /// What the footnote says, without the paragraph around it. A reference
  /// holds its footnote's number.
  private func footnoteWords(of reference: OpaquePointer) -> String {
    let number = cmark_node_get_literal(reference)
      .flatMap { Int(String(cString: $0)) }
    guard let number, footnotes.indices.contains(number - 1) else {
      return ""
    }
    return footnotes[number - 1].children.map { block in
      let html = rendered(block)
      guard html.hasPrefix("<p>"), let end = html.range(ofLast: "</p>") else {
        return html
      }
      var words = html[..<end].dropFirst(3)
      // cmark leaves room for an arrow back.
      while words.last == " " { words.removeLast() }
      return String(words)
    }.joined(separator: " ")
  }

  /// cmark begins a line behind the start of a custom block: words must not
  /// be its children, but part of it.
  private func wrap(_ node: OpaquePointer, before: String, after: String) {
    let children = node.children
    if !node.isInline, children.first?.isInline ?? false {
      let words = children.map(rendered).joined()
      replace(node, before: before + words + after, after: "", children: [])
    } else {
      replace(node, before: before, after: after, children: children)
    }
  }

  private func replace(
    _ node: OpaquePointer, before: String, after: String,
    children: [OpaquePointer]
  ) {
    let custom = custom(for: node, before: before, after: after)
    if cmark_node_replace(node, custom) != 0 {
      for child in children { cmark_node_append_child(custom, child) }
    } else {
      cmark_node_free(custom)
      let parts = [standIns.node(for: before)] + children
      for part in parts + [standIns.node(for: after)] {
        cmark_node_insert_before(node, part)
      }
      cmark_node_unlink(node)
    }
    cmark_node_free(node)
  }

  private func enclose(_ node: OpaquePointer, before: String, after: String) {
    let custom = custom(for: node, before: before, after: after)
    guard cmark_node_replace(node, custom) != 0 else {
      cmark_node_free(custom)
      cmark_node_insert_before(node, standIns.node(for: before))
      cmark_node_insert_after(node, standIns.node(for: after))
      return
    }
    cmark_node_append_child(custom, node)
  }

  /// A node that cmark passes through, for the place of another.
  private func custom(
    for node: OpaquePointer, before: String, after: String
  ) -> OpaquePointer {
    let custom = cmark_node_new(
      node.isInline ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK)!
    cmark_node_set_on_enter(custom, before)
    cmark_node_set_on_exit(custom, after)
    return custom
  }
}

let footnoteName = "footnote_definition"

extension OpaquePointer {
  /// cmark's name of this kind. For footnotes it has none.
  var typeName: String {
    switch cmark_node_get_type(self) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: footnoteName
    case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
    default: String(cString: cmark_node_get_type_string(self))
    }
  }

  /// The two highest bits of a kind tell inlines (11) from blocks (10).
  fileprivate var isInline: Bool {
    cmark_node_get_type(self).rawValue & 0xc000 == 0xc000
  }

  var children: [OpaquePointer] {
    var result: [OpaquePointer] = []
    var next = cmark_node_first_child(self)
    while let child = next {
      result.append(child)
      next = cmark_node_next(child)
    }
    return result
  }
}

extension String {
  /// Where the last occurrence of `other` begins.
  fileprivate func range(ofLast other: String) -> Index? {
    var position = endIndex
    while position > startIndex {
      position = index(before: position)
      if self[position...].hasPrefix(other) { return position }
    }
    return nil
  }
}
