// When a printed text is what was recorded. Next: Difference.swift.

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
    if recorded == printed { return true }
    let (left, right) = (Token.all(in: recorded), Token.all(in: printed))
    guard left.count == right.count else { return false }
    // Only where there are decimals may columns shift by a digit.
    let hasDecimals = left.contains { $0.number?.isDecimal ?? false }
    return zip(left, right).allSatisfy { recorded, printed in
      switch (recorded, printed) {
      case (.number(let a), .number(let b)): agrees(a, b)
      case (.space, .space): recorded == printed || hasDecimals
      default: recorded == printed
      }
    }
  }

  /// Whether a printed number agrees with a recorded one.
  public func agrees(_ recorded: Numeral, _ printed: Numeral) -> Bool {
    guard recorded.isDecimal else { return recorded.value == printed.value }
    return agrees(recorded, printed.value)
  }

  /// Whether a value agrees with a recorded number.
  public func agrees(_ recorded: Numeral, _ value: Double) -> Bool {
    guard recorded.isDecimal else { return recorded.value == value }
    let allowed =
      tolerance.map { $0 * max(1, abs(recorded.value)) } ?? recorded.unit
    // A unit is no binary fraction: 0.3 - 0.2 is a little more than 0.1.
    return abs(recorded.value - value) <= allowed * (1 + 1e-9)
  }
}

/// A number as it is written.
public struct Numeral: Equatable, Sendable {
  public let text: String
  public let value: Double
  /// It has a point or an exponent: it is not a whole number.
  public let isDecimal: Bool
  /// One unit of its last digit.
  public let unit: Double

  /// Reads `12`, `-0.25`, `−1e-3`, `3,050`.
  public init?(_ text: String) {
    let plain = text.filter { $0 != "," }.map { $0 == "−" ? "-" : $0 }
    guard let value = Double(String(plain)), plain.last != "." else {
      return nil
    }
    self.text = text
    self.value = value
    let parts = String(plain).lowercased().split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let digits = parts[0].split(separator: ".", maxSplits: 1)
    let decimals = digits.count > 1 ? digits[1].count : 0
    isDecimal = decimals > 0 || parts.count > 1
    unit = Double("1e\(exponent - decimals)") ?? 0
  }
}

/// A stretch of a line: a number, white space, or anything else.
enum Token: Equatable {
  case number(Numeral)
  case space(Int)
  case other(String)

  var number: Numeral? {
    if case .number(let number) = self { number } else { nil }
  }

  static func all(in line: String) -> [Token] {
    var (tokens, rest) = ([Token](), Substring(line))
    while let first = rest.first {
      let isInWord = line[..<rest.startIndex].last?.isWordLike ?? false
      if first == " " {
        let spaces = rest.prefix { $0 == " " }
        tokens.append(.space(spaces.count))
        rest = rest.dropFirst(spaces.count)
      } else if !isInWord, let number = rest.leadingNumber {
        tokens.append(.number(number))
        rest = rest.dropFirst(number.text.count)
      } else {
        tokens.append(.other(String(rest.removeFirst())))
      }
    }
    return tokens
  }
}

extension Character {
  /// What a number must not touch: it would be part of a name.
  fileprivate var isWordLike: Bool {
    isLetter || isNumber || self == "_" || self == "."
  }
}

extension Substring {
  /// The number this begins with, unless a word goes on behind it.
  fileprivate var leadingNumber: Numeral? {
    var end = startIndex
    func skip(_ test: (Character) -> Bool) -> Bool {
      guard end < endIndex, test(self[end]) else { return false }
      end = index(after: end)
      return true
    }
    let isDigit = { (letter: Character) in letter.isASCII && letter.isNumber }
    _ = skip { "-−+".contains($0) }
    let firstDigit = end
    while skip(isDigit) {}
    guard end > firstDigit else { return nil }
    let whole = end
    if skip({ $0 == "." }) {
      let fraction = end
      while skip(isDigit) {}
      if end == fraction { end = whole }
    }
    let mantissa = end
    if skip({ $0 == "e" || $0 == "E" }) {
      _ = skip { "-+".contains($0) }
      let exponent = end
      while skip(isDigit) {}
      if end == exponent { end = mantissa }
    }
    if end < endIndex, self[end].isLetter || self[end] == "_" { return nil }
    return Numeral(String(self[..<end]))
  }
}
