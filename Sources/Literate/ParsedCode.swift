// Swift code as a tree, parsed once for all who read it: names, knobs,
// colours, packages to take home. Next: Highlight.swift.

import SwiftParser
import SwiftSyntax
import Synchronization

/// Trees by their code. Code is a value, and so is its tree: that they are
/// kept shows in nothing but the time.
private let trees = Mutex<[String: SourceFileSyntax]>([:])

extension SourceFileSyntax {
  /// The tree of some code.
  static func parsed(_ code: String) -> SourceFileSyntax {
    if let known = trees.withLock({ $0[code] }) { return known }
    let tree = Parser.parse(source: code)
    trees.withLock { $0[code] = tree }
    return tree
  }
}
