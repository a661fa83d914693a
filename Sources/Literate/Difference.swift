// Two texts, line by line.

/// Where two texts differ: the lines of both, marked.
public struct Difference: Equatable, Sendable {
  public enum Line: Equatable, Sendable {
    /// Both agree; what is kept is as it was recorded.
    case same(String)
    /// Recorded, but not printed.
    case recorded(String)
    /// Printed, but not recorded.
    case printed(String)
  }

  public let lines: [Line]
  /// Of the numbers that differ, the one that does most.
  public private(set) var worst: WorstNumber?

  /// Above this many pairs of lines, they are not looked through one by one.
  private static let cellLimit = 1_000_000

  public var isEmpty: Bool {
    lines.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// What should be recorded: the lines that agree as they stand, the others
  /// as they were printed.
  public var accepted: String {
    lines.compactMap {
      switch $0 {
      case .same(let line), .printed(let line): line
      case .recorded: nil
      }
    }.joined(separator: "\n")
  }

  /// Compares line by line; `agree` says which lines count as the same.
  public init(
    recorded: [String], printed: [String],
    agree: (String, String) -> Bool = { $0 == $1 }
  ) {
    self.init(recorded, printed) { agree(recorded[$0], printed[$1]) }
  }

  /// Compares by the numeric rule, and finds the number that differs most.
  init(recorded: [String], printed: [String], by comparison: Comparison) {
    // Each line is taken apart once, not once for every other.
    let old = recorded.map(comparison.tokens(of:))
    let new = printed.map(comparison.tokens(of:))
    self.init(recorded, printed) {
      recorded[$0] == printed[$1] || comparison.agrees(old[$0], new[$1])
    }
    if !isEmpty {
      worst = WorstNumber(recorded: recorded, printed: printed, comparison)
    }
  }

  /// What both begin and end with, and as few changes as can be between, or
  /// all that is between, where that is very long.
  private init(
    _ recorded: [String], _ printed: [String], agree: (Int, Int) -> Bool
  ) {
    let shorter = min(recorded.count, printed.count)
    var (head, tail) = (0, 0)
    while head < shorter, agree(head, head) { head += 1 }
    while head + tail < shorter,
      agree(recorded.count - tail - 1, printed.count - tail - 1)
    {
      tail += 1
    }
    let old = Array(recorded[head..<recorded.count - tail])
    let new = Array(printed[head..<printed.count - tail])
    lines =
      recorded.prefix(head).map { .same($0) }
      + (old.count * new.count < Difference.cellLimit
        ? Difference.closest(old, new) { agree($0 + head, $1 + head) }
        : old.map { .recorded($0) } + new.map { .printed($0) })
      + recorded.suffix(tail).map { .same($0) }
  }

  /// As few changes as can be: the longest common subsequence.
  private static func closest(
    _ recorded: [String], _ printed: [String], agree: (Int, Int) -> Bool
  ) -> [Line] {
    var common = Array(
      repeating: Array(repeating: 0, count: printed.count + 1),
      count: recorded.count + 1)
    for i in recorded.indices.reversed() {
      for j in printed.indices.reversed() {
        common[i][j] =
          agree(i, j)
          ? common[i + 1][j + 1] + 1
          : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var (lines, i, j) = ([Line](), 0, 0)
    while i < recorded.count || j < printed.count {
      if i < recorded.count, j < printed.count, agree(i, j) {
        lines.append(.same(recorded[i]))
        (i, j) = (i + 1, j + 1)
      } else if j == printed.count
        || (i < recorded.count && common[i + 1][j] >= common[i][j + 1])
      {
        lines.append(.recorded(recorded[i]))
        i += 1
      } else {
        lines.append(.printed(printed[j]))
        j += 1
      }
    }
    return lines
  }
}

extension Difference: CustomStringConvertible {
  /// Every line, with `-` for recorded and `+` for printed.
  public var whole: String {
    lines.map(\.marked).joined(separator: "\n")
  }

  /// The same, with only three lines of context around each change.
  public var description: String {
    var isNear = Array(repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() {
      if case .same = line { continue }
      for near in max(0, index - 3)...min(lines.count - 1, index + 3) {
        isNear[near] = true
      }
    }
    var (text, last) = ([String](), -1)
    for index in lines.indices where isNear[index] {
      if last >= 0, index > last + 1 { text.append("  …") }
      text.append(lines[index].marked)
      last = index
    }
    return text.joined(separator: "\n")
  }
}

extension Difference.Line {
  fileprivate var marked: String {
    switch self {
    case .same(let line): "  " + line
    case .recorded(let line): "- " + line
    case .printed(let line): "+ " + line
    }
  }
}
