// Markup around stretches of a lesson: asides and exercises. Next:
// ExerciseView.swift, what an exercise ends with.

import CommonMark
import Literate

/// What stands before and behind some of a lesson's top-level nodes.
struct Enclosure: Equatable, Sendable {
  /// Positions among the lesson's blocks of text.
  var range: ClosedRange<Int>
  var before: String
  var after: String
}

extension [Enclosure] {
  /// What a page makes of a node, with what begins and ends there.
  func around(_ position: Int, _ how: Rewrite) -> Rewrite {
    let before = filter { $0.range.lowerBound == position }.map(\.before)
      .joined()
    let after = filter { $0.range.upperBound == position }.map(\.after)
      .joined()
    guard !before.isEmpty || !after.isEmpty else { return how }
    return switch how {
    case .keep: .enclose(before: before, after: after)
    case .drop: .replace(before + after)
    case .replace(let html): .replace(before + html + after)
    case .wrap(let inner, let outer):
      .wrap(before: before + inner, after: outer + after)
    case .enclose(let inner, let outer):
      .enclose(before: before + inner, after: outer + after)
    case .footnote(let inner, let outer):
      .footnote(before: before + inner, after: outer + after)
    }
  }
}

// MARK: - Asides

extension LessonText {
  /// The blocks of text at the top level, without footnotes.
  var stretches: [Node] {
    document.nodes.filter {
      if case .footnote = $0.kind { false } else { true }
    }
  }

  /// “What Keras does”: from its heading to the next of its level or above.
  func findAsides() -> [Enclosure] {
    let nodes = stretches
    var (asides, end) = ([Enclosure](), -1)
    for (index, node) in nodes.enumerated() where index > end {
      guard let section = section(of: node), section.isAside else { continue }
      end =
        nodes[(index + 1)...].firstIndex {
          self.section(of: $0).map { $0.level <= section.level } ?? false
        }.map { $0 - 1 } ?? nodes.count - 1
      // What an exercise below needs is none of its business.
      while end > index, nodes[end].kind.isHidden { end -= 1 }
      asides.append(
        Enclosure(
          range: index...end,
          before: "<aside class=\"elsewhere\" "
            + "aria-labelledby=\"\(section.anchor.escaped)\">",
          after: "</aside>"))
    }
    return asides
  }

  func section(of node: Node) -> Outline.Section? {
    entry.outline.position(of: node.place).map { entry.outline.sections[$0] }
  }

  /// Whether a node stands in one of these, at any depth.
  func isInside(_ enclosures: [Enclosure], _ node: Node) -> Bool {
    let nodes = stretches
    return enclosures.contains {
      nodes[$0.range.lowerBound].place.line <= node.place.line
        && node.place.line <= nodes[$0.range.upperBound].place.endLine
    }
  }
}
