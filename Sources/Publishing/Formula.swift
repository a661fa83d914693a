// Formulas of lessons. Next: Typesetter.swift, which sets them.

import CommonMark
import Foundation
import Literate

/// A formula in TeX.
struct Formula: Hashable, Sendable {
  let tex: String
  /// On a line of its own.
  let isDisplayed: Bool

  /// The formula a node holds: a `math` fence, or `` $`…`$ ``.
  init?(_ node: Node) {
    switch node.kind {
    case .formula(let tex): self.init(tex: tex, isDisplayed: false)
    case .code("math", let tex, true): self.init(tex: tex, isDisplayed: true)
    default: return nil
    }
  }

  init(tex: String, isDisplayed: Bool) {
    self.tex = tex.trimmingCharacters(in: .whitespacesAndNewlines)
    self.isDisplayed = isDisplayed
  }

  /// The one letter it is, if it is one: that needs no typesetting.
  var letter: String? {
    guard !isDisplayed, tex.count == 1, tex.first?.isLetter ?? false,
      tex.first?.isASCII ?? false
    else { return nil }
    return tex
  }
}

/// A formula where it stands in a lesson.
struct FormulaUse {
  let formula: Formula
  let path: String
  let line: Int
  let column: Int
}

extension Lesson {
  var formulas: [FormulaUse] {
    document.allNodes.compactMap { node in
      Formula(node).map {
        // An inline formula's place begins behind `` $` ``.
        FormulaUse(
          formula: $0, path: path, line: node.place.line,
          column: node.place.column - ($0.isDisplayed ? 0 : 2))
      }
    }
  }
}

/// Formulas as HTML, and the style they need.
struct Typesetting: Sendable {
  var html: [Formula: String] = [:]
  /// Nil where there are no formulas.
  var style: String?

  /// A formula as a page shows it.
  func markup(_ formula: Formula) -> String {
    if let letter = formula.letter {
      return "<i class=\"mi\">\(letter.escaped)</i>"
    }
    let set = html[formula] ?? "<code>\(formula.tex.escaped)</code>"
    guard formula.isDisplayed else { return set }
    return "<div class=\"formula\" tabindex=\"0\" role=\"group\" "
      + "aria-label=\"Formula\">\(set)</div>"
  }
}
