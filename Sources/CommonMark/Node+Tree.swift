// From cmark's nodes to ours.

import CCMarkGFM

extension Node {
  init(_ node: OpaquePointer) {
    self.init(
      kind: Kind(node),
      place: Place(
        line: Int(cmark_node_get_start_line(node)),
        column: Int(cmark_node_get_start_column(node)),
        endLine: Int(cmark_node_get_end_line(node)),
        endColumn: Int(cmark_node_get_end_column(node))),
      children: node.children.map(Node.init))
  }
}

extension Node.Kind {
  /// Kinds are told by cmark's name of them: those that extensions add have
  /// no public constant.
  fileprivate init(_ node: OpaquePointer) {
    let name = node.typeName
    func literal() -> String {
      cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
    func destination() -> String {
      cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    }
    switch name {
    case "heading":
      self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case "paragraph": self = .paragraph
    case "code_block":
      var (length, offset, character) = (Int32(), Int32(), CChar())
      let fenced = cmark_node_get_fenced(node, &length, &offset, &character)
      self = .code(
        info: cmark_node_get_fence_info(node).map { String(cString: $0) }
          ?? "",
        literal: literal(), isFenced: fenced != 0)
    case "text": self = .text(literal())
    case "code":
      self = node.isFormula ? .formula(literal()) : .inlineCode(literal())
    case "softbreak": self = .softBreak
    case "linebreak": self = .lineBreak
    case "link": self = .link(destination: destination())
    case "image": self = .image(destination: destination())
    case "html_block", "html_inline": self = .html(literal())
    case "table": self = .table
    case footnoteName: self = .footnote(label: literal())
    case "footnote_reference": self = .footnoteReference(label: literal())
    default: self = .other(name)
    }
  }
}
