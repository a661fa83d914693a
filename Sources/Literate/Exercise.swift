// The blocks that one exercise is made of.

import CommonMark

/// An exercise: a starter with a gap, its hints, the solution, the check that
/// tells one from the other, and answers that are known to be wrong.
public struct Exercise: Equatable, Sendable {
  public let id: String
  public let starter: Block
  public let hints: [Block]
  public let solution: Block
  public let check: Block
  public let wrong: [Block]
}

extension Exercise {
  /// The exercise of that name among a lesson's blocks, if it is whole.
  init?(_ id: String, in blocks: [Block]) {
    let parts = blocks.filter { $0.fence.exercise == id }
    func all(_ role: Fence.Role) -> [Block] {
      parts.filter { $0.fence.role == role }
    }
    guard let starter = all(.exercise(id)).first,
      let solution = all(.solution(id)).first,
      let check = all(.check(id)).first
    else { return nil }
    self.id = id
    self.starter = starter
    self.solution = solution
    self.check = check
    hints = all(.hint(id))
    wrong = all(.wrong(id))
  }

  /// What keeps the parts of a lesson's exercises from fitting together, each
  /// with the block it is about.
  static func problems(in blocks: [Block]) -> [(block: Block, words: String)] {
    let starters = blocks.compactMap {
      if case .exercise(let id) = $0.fence.role { id } else { nil }
    }
    return blocks.compactMap { block in
      guard let id = block.fence.exercise else { return nil }
      return problem(of: block, id, starters: starters, in: blocks)
        .map { (block, $0) }
    }
  }

  private static func problem(
    of block: Block, _ id: String, starters: [String], in blocks: [Block]
  ) -> String? {
    let twin = blocks.first {
      $0.number < block.number && $0.fence.role == block.fence.role
    }
    switch block.fence.role {
    case .exercise:
      if let twin {
        return "there is an exercise “\(id)” on line \(twin.place.line); give "
          + "this one a name of its own"
      }
      let missing = [
        ("solution", Fence.Role.solution(id)), ("check", .check(id)),
      ].first { part in !blocks.contains { $0.fence.role == part.1 } }
      return missing.map {
        "exercise “\(id)” has no \($0.0): write a block `swift \($0.0)=\(id)`"
      }
    default:
      guard starters.contains(id) else {
        let hint = id.nearest(among: starters).map { "did you mean “\($0)”?" }
        return "there is no exercise “\(id)”; "
          + (hint ?? "write a block `swift exercise=\(id)`")
      }
      let isLate = blocks.contains {
        $0.number < block.number && $0.fence.role == .exercise(id)
      }
      if !isLate {
        return "this stands before its exercise “\(id)”; put it behind"
      }
      guard let twin else { return nil }
      switch block.fence.role {
      case .solution, .check:
        return "exercise “\(id)” has one of these already, on line "
          + "\(twin.place.line)"
      default: return nil
      }
    }
  }
}
