// A claim: one comparison over the lesson's values.

/// `loss<0.1`, `abs(four.loss-blind)<=0.001`, `right=243`, `a≠b`.
///
/// Names may hold dots; numbers may be written 1e-3; + − × ÷ (or - * /), abs
/// and brackets stand on both sides of one comparison: < ≤ > ≥ = ≠ (or <=,
/// >=, ==, !=). No claim about NaN holds.
public struct Claim: Equatable, Sendable {
  public enum Comparison: String, Equatable, Sendable {
    case less = "<"
    case lessOrEqual = "≤"
    case greater = ">"
    case greaterOrEqual = "≥"
    case equal = "="
    case unequal = "≠"

    func holds(_ left: Double, _ right: Double) -> Bool {
      guard !left.isNaN, !right.isNaN else { return false }
      return switch self {
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      case .equal: left == right
      case .unequal: left != right
      }
    }
  }

  /// An arithmetic expression.
  public indirect enum Term: Equatable, Sendable {
    case number(Double)
    case name(String)
    case negated(Term)
    case absolute(Term)
    case operation(Character, Term, Term)
  }

  public let left: Term
  public let comparison: Comparison
  public let right: Term

  /// The names it speaks of, in order.
  public var names: [String] { left.names + right.names }

  /// Terms nest and reading them is recursive; no sentence needs more.
  private static let lengthLimit = 200

  /// Reads a claim; nil if it is none.
  public init?(_ text: String) {
    guard text.utf8.count <= Claim.lengthLimit else { return nil }
    var parser = ClaimParser(text)
    guard let left = parser.sum(), let comparison = parser.comparison(),
      let right = parser.sum(), parser.isAtEnd
    else { return nil }
    self.left = left
    self.comparison = comparison
    self.right = right
  }
}

extension Claim.Term {
  var names: [String] {
    switch self {
    case .number: []
    case .name(let name): [name]
    case .negated(let term), .absolute(let term): term.names
    case .operation(_, let left, let right): left.names + right.names
    }
  }

  /// Its value, or nil if a name has none.
  func value(_ values: (String) -> Double?) -> Double? {
    switch self {
    case .number(let number): return number
    case .name(let name): return values(name)
    case .negated(let term): return term.value(values).map { -$0 }
    case .absolute(let term): return term.value(values).map(abs)
    case .operation(let sign, let left, let right):
      guard let a = left.value(values), let b = right.value(values) else {
        return nil
      }
      return switch sign {
      case "+": a + b
      case "-": a - b
      case "*": a * b
      default: a / b
      }
    }
  }
}

/// Reads a claim from left to right.
private struct ClaimParser {
  private var rest: Substring

  init(_ text: String) {
    let plain = text.filter { $0 != " " }.map { letter -> Character in
      switch letter {
      case "−": "-"
      case "×", "·": "*"
      case "÷": "/"
      default: letter
      }
    }
    rest = Substring(String(plain))
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func comparison() -> Claim.Comparison? {
    let spellings: [(String, Claim.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("==", .equal),
      ("!=", .unequal), ("<", .less), (">", .greater), ("=", .equal),
      ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .unequal),
    ]
    for (spelling, comparison) in spellings where take(spelling) {
      return comparison
    }
    return nil
  }

  mutating func sum() -> Claim.Term? {
    guard var term = product() else { return nil }
    while let sign = take(anyOf: "+-") {
      guard let next = product() else { return nil }
      term = .operation(sign, term, next)
    }
    return term
  }

  private mutating func product() -> Claim.Term? {
    guard var term = factor() else { return nil }
    while let sign = take(anyOf: "*/") {
      guard let next = factor() else { return nil }
      term = .operation(sign, term, next)
    }
    return term
  }

  private mutating func factor() -> Claim.Term? {
    if take("-") { return factor().map { .negated($0) } }
    if take("abs(") { return bracketed().map { .absolute($0) } }
    if take("(") { return bracketed() }
    return number() ?? name()
  }

  private mutating func bracketed() -> Claim.Term? {
    guard let term = sum(), take(")") else { return nil }
    return term
  }

  private mutating func number() -> Claim.Term? {
    guard let first = rest.first, first.isASCII, first.isNumber || first == "."
    else { return nil }
    var text = ""
    while let letter = rest.first,
      letter.isASCII && (letter.isNumber || letter == "." || letter == "e")
        || (text.hasSuffix("e") && "+-".contains(letter))
    {
      text.append(rest.removeFirst())
    }
    return Double(text).map { .number($0) }
  }

  private mutating func name() -> Claim.Term? {
    let name = rest.prefix {
      $0.isLetter || $0.isNumber || $0 == "." || $0 == "_"
    }
    guard !name.isEmpty else { return nil }
    rest = rest.dropFirst(name.count)
    return .name(String(name))
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func take(anyOf letters: String) -> Character? {
    guard let first = rest.first, letters.contains(first) else { return nil }
    return rest.removeFirst()
  }
}
