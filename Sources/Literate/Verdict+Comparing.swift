// How what was found compares with what is recorded.

extension Verdict {
  /// How what a block printed compares with what is recorded under it.
  init(comparing block: Block, printed: String) {
    guard let recorded = block.recorded else {
      self = printed.isEmpty ? .matched : .unrecorded
      return
    }
    guard !printed.isEmpty else {
      self = .printedNothing
      return
    }
    let comparison = Comparison(tolerance: block.fence.tolerance)
    let difference = Difference(
      recorded: recorded.text.lines, printed: printed.lines,
      by: comparison)
    self = difference.isEmpty ? .matched : .differed(difference)
  }

  /// What is recorded may be a part of what the compiler says.
  init(_ block: Block, partOf lines: [String]) {
    guard let recorded = block.recorded else {
      self = .unrecorded
      return
    }
    let wanted = recorded.text.split(separator: "\n").map(String.init)
    let isPart = wanted.allSatisfy { line in
      lines.contains { $0.contains(line) }
    }
    self =
      isPart && !wanted.isEmpty
      ? .matched
      : .differed(Difference(recorded: wanted, printed: lines))
  }

  /// How a section of the source compares with the block that shows it.
  init(_ block: Block, _ sections: [Int: Excerpt.Finding]) {
    switch sections[block.number] {
    case .section(let text)?:
      let difference = Difference(
        recorded: block.code.withPlainLineEnds.lines, printed: text.lines)
      self = difference.isEmpty ? .matched : .differed(difference)
    case .missing(let words)?: self = .noSource(words)
    case nil: self = .noSource("the source was not looked at")
    }
  }
}
