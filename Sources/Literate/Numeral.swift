// Numbers as they are written, and lines cut into numbers and the rest.

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
