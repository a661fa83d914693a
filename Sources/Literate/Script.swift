// The programs a lesson is made of. Next: Program.swift.

/// One of a lesson's programs: the blocks that are compiled together, and
/// those among them that it is there for.
public struct Script: Equatable, Sendable {
  public enum Purpose: Equatable, Sendable {
    /// Compiled and run.
    case runs
    /// Compiled, to see its last block refused.
    case refuses
  }

  /// What it is called in the lesson: `main`, `fresh 2, slow`.
  public let name: String
  public let purpose: Purpose
  /// In the order they run.
  public let blocks: [Block]
  /// The numbers of the blocks whose outcome it decides.
  public let own: Set<Int>
  /// Its library computes in Double.
  public var isDouble = false
  /// What it is run only with.
  public var needs = Needs()
}

extension Lesson {
  /// Its programs, in order. Most lessons have one, `main`.
  ///
  /// A block sees everything above it that needs no more than itself: blocks
  /// that need nothing are one program; those that need a data set, or time,
  /// run once more what stands above them, in a program of their own.
  public var scripts: [Script] {
    sections.enumerated().flatMap { index, section in
      scripts(
        in: section, called: index == 0 ? "main" : "fresh \(index + 1)")
    }
  }

  /// The blocks from one `fresh` to the next.
  private var sections: [[Block]] {
    var sections: [[Block]] = [[]]
    for block in blocks {
      let isFirst = sections.count == 1 && sections[0].isEmpty
      if block.fence.isFresh && !isFirst { sections.append([]) }
      sections[sections.count - 1].append(block)
    }
    return sections
  }

  private func scripts(in section: [Block], called name: String) -> [Script] {
    let isDouble = section.first?.fence.isDouble ?? false
    var needs: [Needs] = []
    for block in section
    where block.fence.isRun && !needs.contains(block.fence.needs) {
      needs.append(block.fence.needs)
    }
    let runs = needs.map { needs in
      Script(running: section, needing: needs, called: name)
    }
    let refused = section.filter { $0.fence.role == .fails }
      .enumerated().map { index, block in
        Script(
          name: "\(name), fails \(index + 1)", purpose: .refuses,
          blocks: section.plain(before: block) + [block],
          own: [block.number])
      }
    let exercises = section.compactMap { block in
      if case .exercise(let id) = block.fence.role {
        Exercise(id, in: blocks)
      } else {
        nil
      }
    }.flatMap { $0.scripts(after: section, called: name) }
    return (runs + refused + exercises).map {
      var script = $0
      script.isDouble = isDouble
      return script
    }
  }
}

extension Script {
  /// What runs with certain needs: the blocks that have them, and those above
  /// that need less.
  fileprivate init(
    running section: [Block], needing needs: Needs, called name: String
  ) {
    let wanted = section.filter { $0.fence.isRun && $0.fence.needs == needs }
    let own = Set(wanted.map(\.number))
    let last = wanted.last?.number ?? 0
    self.init(
      name: needs.isEmpty ? name : "\(name), \(needs.words)",
      purpose: .runs,
      blocks: section.filter {
        // What stops leaves no trace, so that nothing builds on it.
        let isBelow = $0.fence.isRun && $0.fence.role != .traps
        return $0.number <= last
          && (own.contains($0.number)
            || isBelow && needs.include($0.fence.needs))
      },
      own: own, needs: needs)
  }
}

extension [Block] {
  /// What a block sees that needs nothing itself.
  fileprivate func plain(before block: Block) -> [Block] {
    filter {
      $0.number < block.number && $0.fence.isRun && $0.fence.role != .traps
        && $0.fence.needs.isEmpty
    }
  }
}

extension Exercise {
  /// The starter, the solution and each wrong answer, each with the check.
  fileprivate func scripts(
    after section: [Block], called name: String
  ) -> [Script] {
    let before = section.plain(before: starter)
    func script(_ answer: Block, _ part: String, own: Set<Int>) -> Script {
      Script(
        name: "\(name), \(part)", purpose: .runs,
        blocks: before + [answer, check], own: own)
    }
    return [
      script(starter, "exercise=\(id)", own: [starter.number]),
      script(
        solution, "solution=\(id)", own: [solution.number, check.number]),
    ]
      + wrong.enumerated().map { index, answer in
        script(answer, "wrong=\(id) \(index + 1)", own: [answer.number])
      }
  }
}
