// Numbers as they are written, and lines cut into numbers and the rest.

/// A number as it is written.
public struct Numeral: Equatable, Sendable {
  public let text: String
  public let value: Double
  /// It has a point or an exponent: it is not a whole number.
  public let isDecimal: Bool
  /// One unit of its last digit.
  public let unit: Double

  private init(text: String, value: Double, isDecimal: Bool, unit: Double) {
    self.text = text
    self.value = value
    self.isDecimal = isDecimal
    self.unit = unit
  }

  /// Reads `12`, `-0.25`, `−1e-3`, `3,050`.
  public init?(_ text: String) {
    let plain = text.filter { $0 != "," }.map { $0 == "−" ? "-" : $0 }
    guard let value = Double(String(plain)), plain.last != "." else {
      return nil
    }
    self.text = text
    self.value = value
    let parts = String(plain).lowercased().split(separator: "e")
    // Beyond these there is no Double; nor may what follows overflow.
    let exponent =
      parts.count > 1
      ? Int(max(-999, min(999, Double(parts[1]) ?? 0))) : 0
    let digits = parts[0].split(separator: ".", maxSplits: 1)
    let decimals = digits.count > 1 ? digits[1].count : 0
    isDecimal = decimals > 0 || parts.count > 1
    unit = Double("1e\(exponent - decimals)") ?? 0
  }
}

extension Numeral {
  /// How it is written, but for the sort of its minus: whole numbers may be
  /// larger than a Double tells apart.
  var spelling: String { text.replacing("−", with: "-") }

  /// Reads a number of the prose: also `95.1 %`, which is 0.951.
  public init?(prose words: String) {
    guard words.hasSuffix("%") else {
      self.init(words)
      return
    }
    let number = words.dropLast().filter { !$0.isWhitespace }
    guard let percent = Numeral(String(number)) else { return nil }
    // 95 % is a rounded number, as 0.95 is.
    self.init(
      text: words, value: percent.value / 100, isDecimal: true,
      unit: percent.unit / 100)
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
  /// The end of a comma and three digits, if that is what stands there.
  private func thousands(at start: Index) -> Index? {
    let group = self[start...].prefix(4)
    guard group.count == 4, group.first == ",",
      group.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let next = self[group.endIndex...].first
    return next.map { $0.isASCII && $0.isNumber } ?? false
      ? nil : group.endIndex
  }

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
    // 1,000.5 is one number; 1,2 and 1,0000 are two.
    if distance(from: firstDigit, to: end) <= 3 {
      while let group = thousands(at: end) { end = group }
    }
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
