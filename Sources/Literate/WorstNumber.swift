// Cell by cell: which number of an output differs most. Next:
// Difference.swift.

/// The number of an output that is farthest from what is recorded.
///
///     the worst of 3 numbers that differ: row 2, column 3 is 0.75, not 0.57
public struct WorstNumber: Equatable, Sendable, CustomStringConvertible {
  public let recorded: String
  public let printed: String
  /// Where it stands: `row 2, column 3`, or `line 4, number 1`.
  public let place: String
  /// How many numbers differ.
  public let count: Int

  public var description: String {
    let which =
      count == 1
      ? "the number that differs"
      : "the worst of \(count) numbers that differ"
    return "\(which): \(place) is \(printed), not \(recorded)"
  }

  /// Nil where more than numbers differ: then there are no cells to compare.
  init?(recorded: [String], printed: [String], _ comparison: Comparison) {
    let (old, new) = (
      Cell.all(in: recorded, comparison), Cell.all(in: printed, comparison)
    )
    guard recorded.count == printed.count, old.count == new.count else {
      return nil
    }
    let differing = zip(old, new).filter {
      !comparison.agrees($0.number, $1.number)
    }
    guard zip(old, new).allSatisfy({ $0.place == $1.place }),
      let worst = differing.max(by: {
        Cell.excess($0, comparison) < Cell.excess($1, comparison)
      })
    else { return nil }
    self.recorded = worst.0.number.text
    self.printed = worst.1.number.text
    place = worst.0.place
    count = differing.count
  }
}

/// A number of an output, and where it stands.
private struct Cell {
  let number: Numeral
  let place: String

  /// How many times farther than it may a printed number is from a recorded.
  static func excess(_ pair: (Cell, Cell), _ comparison: Comparison) -> Double {
    let distance = abs(pair.0.number.value - pair.1.number.value)
    let allowance = comparison.allowance(pair.0.number)
    return distance / (allowance > 0 ? allowance : 1e-9)
  }

  /// The numbers of an output. Those within brackets are counted as elements
  /// of an array, however its rows are broken into lines; others by line.
  static func all(in lines: [String], _ comparison: Comparison) -> [Cell] {
    var (cells, path) = ([Cell](), [Int]())
    for (line, text) in lines.enumerated() {
      var position = 0
      for token in comparison.tokens(of: text) {
        switch token {
        case .other("["): path.append(0)
        case .other("]") where !path.isEmpty:
          path.removeLast()
          path.advance()
        case .number(let number):
          position += 1
          cells.append(
            Cell(
              number: number,
              place: path.isEmpty
                ? "line \(line + 1), number \(position)" : path.words))
          path.advance()
        default: break
        }
      }
    }
    return cells
  }
}

extension [Int] {
  /// On to the next element of the innermost array.
  fileprivate mutating func advance() {
    if !isEmpty { self[count - 1] += 1 }
  }

  /// A place in an array, counted from 1.
  fileprivate var words: String {
    switch count {
    case 1: "element \(self[0] + 1)"
    case 2: "row \(self[0] + 1), column \(self[1] + 1)"
    default: "element [" + map { "\($0 + 1)" }.joined(separator: ", ") + "]"
    }
  }
}
