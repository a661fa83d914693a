// A block as a page shows it. Next: KnobView.swift.

import CommonMark
import Literate

/// What the block template is filled in with.
struct BlockView: Sendable {
  let number: Int
  let line: Int
  /// Behind a toggle.
  let isFolded: Bool
  /// The toggle begins open: something in it does not hold.
  let isOpen: Bool
  let blockClass: String
  /// What the bar calls it.
  let kind: String
  /// The same without the sign in front.
  let spokenKind: String
  /// What a folded block says of itself.
  let length: String
  /// What a folded block is called.
  let foldedKind: String
  /// Why it is not run.
  let reason: String?
  let sourceFile: String
  let code: String
  let printed: OutputView?
  let turned: KnobsView?

  /// Where the source it shows is on the site.
  let excerptAddress: String?

  /// - Parameters:
  ///   - firstFigure: the number of its first picture.
  ///   - links: its names of the library.
  ///   - excerptAddress: where the source that it shows has its page.
  ///   - inExercise: it stands behind the toggle of an exercise's part.
  ///   - lines: how many of its first lines are not shown.
  ///   - knobs: what a reader may turn in it.
  init(
    _ outcome: BlockOutcome, sourceFile: String, firstFigure: Int,
    links: [CodeLink] = [], excerptAddress: String? = nil,
    inExercise: Bool = false, skipping lines: Int = 0,
    knobs: KnobsView? = nil
  ) {
    let block = outcome.block
    number = block.number
    line = block.place.line
    isFolded =
      !inExercise && (block.fence.isHidden || block.fence.role.isFolded)
    isOpen = !outcome.verdict.held
    blockClass =
      (["block"] + block.fence.role.classes
      + (outcome.verdict.held ? [] : ["broken"])).joined(separator: " ")
    kind = block.fence.role.sign + block.fence.role.words
    spokenKind = block.fence.role.words
    length = block.shortDescription
    foldedKind =
      block.fence.role.isFolded ? block.fence.role.words : "Hidden block"
    reason =
      switch (block.fence.role, outcome.verdict) {
      case (.illustration(let reason), _): "not run: \(reason)"
      case (.excerpt(let path, _), _): "Sources/\(path)"
      case (_, .recorded(let reason)): "not run here: \(reason)"
      default: nil
      }
    self.sourceFile = sourceFile
    self.excerptAddress = excerptAddress
    code = swiftMarkup(block.code, links: links, squiggle: outcome.squiggle)
      .droppingLines(lines)
    printed = OutputView(outcome, firstFigure: firstFigure)
    turned = knobs
  }
}

extension Fence.Role {
  /// Behind a toggle, so that nobody reads it before wanting to.
  fileprivate var isFolded: Bool {
    switch self {
    case .hint, .solution, .check, .wrong: true
    default: false
    }
  }

  fileprivate var classes: [String] {
    switch self {
    case .fails: ["fails"]
    case .traps: ["traps"]
    case .timing: ["timing"]
    case .illustration: ["illustration"]
    default: []
    }
  }

  fileprivate var words: String {
    switch self {
    case .runs: "Swift"
    case .fails: "Must not compile"
    case .traps: "Must stop the program"
    case .timing: "Swift, timed"
    case .illustration: "Illustration"
    case .excerpt(_, let mark): "The library’s own code: \(mark)"
    case .exercise: "Starter"
    case .hint: "Hint"
    case .solution: "Solution"
    case .check: "Check"
    case .wrong: "A wrong answer"
    }
  }

  fileprivate var sign: String {
    switch self {
    case .fails: "✕ "
    case .traps: "■ "
    default: ""
    }
  }
}

extension Block {
  /// Its first comment, or how long it is.
  fileprivate var shortDescription: String {
    let lines = code.split(separator: "\n")
    if let first = lines.first, first.hasPrefix("// ") {
      return String(first.dropFirst(3))
    }
    return lines.count.of("line")
  }
}

extension BlockOutcome {
  /// Where the compiler points, within the block's code.
  fileprivate var squiggle: (line: Int, column: Int)? {
    diagnostics.first.map { ($0.line - block.codeLine + 1, $0.column) }
  }
}

extension String {
  /// Without its first lines; comments' markup never spans more than one.
  fileprivate func droppingLines(_ count: Int) -> String {
    guard count > 0 else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(count).joined(separator: "\n")
  }
}
