// When a printed text is what was recorded. Next:
// Comparison+Places.swift.

/// The numeric rule: text must match, whole numbers exactly, decimals to one
/// unit of the last digit recorded; a tolerance loosens or tightens that,
/// relative above 1 and absolute below.
///
///     Comparison().agrees("loss 0.042", "loss 0.043")    // true
///     Comparison().agrees("step 7", "step 8")            // false
///     Comparison().agrees("v2.0", "v2.1")                // false: a word
public struct Comparison: Equatable, Sendable {
  public var tolerance: Double?

  public init(tolerance: Double? = nil) {
    self.tolerance = tolerance
  }

  /// Whether a printed line agrees with a recorded one.
  public func agrees(_ recorded: String, _ printed: String) -> Bool {
    recorded == printed
      || agrees(tokens(of: recorded), tokens(of: printed))
  }

  /// The same, of lines taken apart.
  func agrees(_ left: [Token], _ right: [Token]) -> Bool {
    guard left.count == right.count else { return false }
    // Only where there are decimals may columns shift by a digit.
    let hasDecimals = left.contains { $0.number?.isDecimal ?? false }
    let noise = Comparison.noise(beside: left)
    return zip(left, right).allSatisfy { recorded, printed in
      switch (recorded, printed) {
      case (.number(let a), .number(let b)):
        agrees(a, b) || agreesAsNoise(a, b, noise)
      case (.space, .space): recorded == printed || hasDecimals
      default: recorded == printed
      }
    }
  }

  /// What single precision cannot tell from zero beside the largest number of
  /// a line.
  static func noise(beside tokens: [Token]) -> Double {
    let largest = tokens.compactMap { $0.number.map { abs($0.value) } }.max()
    return (largest ?? 0) * 0x1p-23
  }

  /// Near zero, digits in exponent form may be nothing but rounding: 2.758e-05
  /// and 2.759e-05 are the same beside numbers about 1.
  private func agreesAsNoise(
    _ recorded: Numeral, _ printed: Numeral, _ noise: Double
  ) -> Bool {
    tolerance == nil && recorded.isDecimal
      && recorded.text.lowercased().contains("e")
      && abs(recorded.value - printed.value) <= noise
  }

  /// Whether a printed number agrees with a recorded one.
  public func agrees(_ recorded: Numeral, _ printed: Numeral) -> Bool {
    guard recorded.isDecimal else {
      return recorded.spelling == printed.spelling
    }
    return agrees(recorded, printed.value)
  }

  /// Whether a value agrees with a recorded number.
  public func agrees(_ recorded: Numeral, _ value: Double) -> Bool {
    guard recorded.isDecimal else { return recorded.value == value }
    // A unit is no binary fraction: 0.3 - 0.2 is a little more than 0.1.
    return abs(recorded.value - value) <= allowance(recorded) * (1 + 1e-9)
  }

  /// How far a value may be from a recorded number.
  func allowance(_ recorded: Numeral) -> Double {
    guard recorded.isDecimal else { return 0 }
    return tolerance.map { $0 * max(1, abs(recorded.value)) }
      ?? recorded.unit
  }
}
