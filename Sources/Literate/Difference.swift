// Two texts, line by line.

/// Where two texts differ: the lines of both, marked.
public struct Difference: Equatable, Sendable {
  public enum Line: Equatable, Sendable {
    case same(String)
    /// Recorded, but not printed.
    case recorded(String)
    /// Printed, but not recorded.
    case printed(String)
  }

  public let lines: [Line]

  /// Compares line by line; `agree` says which lines count as the same.
  public init(
    recorded: [String], printed: [String],
    agree: (String, String) -> Bool = { $0 == $1 }
  ) {
    var common = Array(
      repeating: Array(repeating: 0, count: printed.count + 1),
      count: recorded.count + 1)
    for i in recorded.indices.reversed() {
      for j in printed.indices.reversed() {
        common[i][j] =
          agree(recorded[i], printed[j])
          ? common[i + 1][j + 1] + 1
          : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var (lines, i, j) = ([Line](), 0, 0)
    while i < recorded.count || j < printed.count {
      if i < recorded.count, j < printed.count, agree(recorded[i], printed[j]) {
        lines.append(.same(printed[j]))
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
    self.lines = lines
  }
}

extension Difference: CustomStringConvertible {
  /// The lines with `-` for recorded and `+` for printed, three lines of
  /// context around each change.
  public var description: String {
    let changed = lines.indices.filter {
      if case .same = lines[$0] { false } else { true }
    }
    var (text, last) = ([String](), -1)
    for index in lines.indices
    where changed.contains(where: { abs($0 - index) <= 3 }) {
      if last >= 0, index > last + 1 { text.append("  …") }
      switch lines[index] {
      case .same(let line): text.append("  " + line)
      case .recorded(let line): text.append("- " + line)
      case .printed(let line): text.append("+ " + line)
      }
      last = index
    }
    return text.joined(separator: "\n")
  }
}
