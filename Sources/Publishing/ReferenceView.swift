// A checked number or claim in the prose.

import CommonMark
import Literate

/// The link around a checked number: it leads to the block that noted it, and
/// says what that was.
struct ReferenceView {
  let before: String
  let after: String

  /// - Parameter isLive: whether its page runs the lesson, and says it anew.
  init(
    _ outcome: ReferenceOutcome, blocks: [BlockOutcome], isLive: Bool = false
  ) {
    let reference = outcome.reference
    let isClaim = if case .claim = reference.kind { true } else { false }
    let classes =
      ["v"] + (isClaim ? ["claim"] : [])
      + (outcome.held ? [] : ["off"])
    let address = outcome.block.map { "block-\($0)" } ?? "receipt"
    let says = [
      ReferenceView.says(outcome, isClaim: isClaim),
      ReferenceView.source(outcome, isClaim: isClaim, blocks: blocks),
    ].joined(separator: " | ")
    before =
      "<a class=\"\(classes.joined(separator: " "))\" "
      + "href=\"#\(address)\" title=\"\(says.escaped)\""
      + (isLive ? reference.data : "") + ">"
    after =
      outcome.held
      ? "</a>" : "<span class=\"vh\"> (\(outcome.trouble.escaped))</span></a>"
  }

  private static func says(
    _ outcome: ReferenceOutcome, isClaim: Bool
  ) -> String {
    let target = outcome.reference.target
    switch outcome.finding {
    case .unknown: return outcome.trouble
    case .recorded: return target
    default: break
    }
    return isClaim ? "\(target), where \(outcome.says)" : outcome.says
  }

  private static func source(
    _ outcome: ReferenceOutcome, isClaim: Bool, blocks: [BlockOutcome]
  ) -> String {
    let kind = isClaim ? "claim" : "number"
    guard let number = outcome.block else {
      return "A \(kind) of this lesson that nothing stands behind."
    }
    let line = blocks.first { $0.block.number == number }?.block.place.line
    let place =
      "block \(number)"
      + (line.map { ", line \($0) of the lesson" } ?? "")
    if case .recorded(let reason) = outcome.finding {
      return "A \(kind) recorded from \(place), not run here: \(reason)."
    }
    return outcome.held
      ? "A \(kind) checked at every build against \(place)."
      : "This \(kind) does not agree with \(place)."
  }
}

extension ReferenceOutcome {
  /// What is wrong, in words.
  fileprivate var trouble: String {
    switch finding {
    case .agrees, .recorded: ""
    case .differs(let actual): "not so: it is \(actual)"
    case .fails(let left, let right):
      "not so: the two sides are \(left) and \(right)"
    case .unknown(let name, _): "no block notes \(name)"
    }
  }
}

extension ProseReference {
  /// What a page needs to say it anew.
  fileprivate var data: String {
    switch kind {
    case .value(let name): " data-value=\"\(name.escaped)\""
    case .claim(let claim): " data-claim=\"\(claim.list.escaped)\""
    }
  }
}

extension Claim {
  /// The claim as lists: `["<",["-","loss",0.1],2]`.
  fileprivate var list: String {
    "[\"\(comparison.rawValue)\",\(left.list),\(right.list)]"
  }
}

extension Claim.Term {
  fileprivate var list: String {
    switch self {
    case .number(let number): "\(number)"
    // A name is letters, numbers, points and underscores.
    case .name(let name): "\"\(name)\""
    case .negated(let term): "[\"-\",0,\(term.list)]"
    case .absolute(let term): "[\"abs\",\(term.list)]"
    case .operation(let sign, let left, let right):
      "[\"\(sign)\",\(left.list),\(right.list)]"
    }
  }
}
