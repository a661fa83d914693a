// GitHub's inline formulas: `` $`h_t`$ ``. cmark knows them as code between two
// dollar signs; here the signs go, and the code is marked.

import CCMarkGFM

/// Marks the code below `node` that stands between dollar signs.
func markFormulas(in node: OpaquePointer) {
  let children = node.children
  for (index, child) in children.enumerated() {
    markFormulas(in: child)
    guard child.typeName == "code", index > 0, index + 1 < children.count
    else { continue }
    let (before, after) = (children[index - 1], children[index + 1])
    guard let left = before.text, left.hasSuffix("$"),
      let right = after.text, right.hasPrefix("$")
    else { continue }
    cmark_node_set_literal(before, String(left.dropLast()))
    cmark_node_set_literal(after, String(right.dropFirst()))
    cmark_node_set_user_data(child, formulaMark)
  }
}

/// What marks a node: cmark keeps a pointer for its user, and never follows it.
private nonisolated(unsafe) let formulaMark = UnsafeMutableRawPointer(
  bitPattern: 1)

extension OpaquePointer {
  /// Whether this is a formula's code.
  var isFormula: Bool { cmark_node_get_user_data(self) != nil }

  /// The words of a text node.
  fileprivate var text: String? {
    guard typeName == "text" else { return nil }
    return cmark_node_get_literal(self).map { String(cString: $0) }
  }
}
