// Where the largest number of a picture stands follows from its numbers, and
// moves as they do. Next: WorstNumber.swift.

extension Comparison {
  /// A line taken apart. With a tolerance, the places that the words of a
  /// picture name are left out: of two values that may differ by more than
  /// they are apart, either may be the lowest.
  ///
  ///     lowest 0.8269 at 27, highest 1.548 at 77
  ///     from −5.243 (row 6, 29) to 2.451 (row 5, 29)
  ///     from 0.1200 at “bad” to 0.9800 at “fine”
  func tokens(of line: String) -> [Token] {
    guard tolerance != nil else { return Token.all(in: line) }
    return Token.all(
      in:
        line
        .replacing(/((?:lowest|highest) \S+) at [^,;]+/) { "\($0.1)" }
        .replacing(/((?:from|to) [−\d]\S*) \([^)]*\)/) { "\($0.1)" }
        .replacing(/((?:from|to) [−\d]\S*) at “[^”]*”/) { "\($0.1)" })
  }
}
