// Reads the words of a fence. Next: FenceError.swift.

extension Fence {
  /// Reads an info string that begins with `swift`.
  public init(_ info: String) throws(FenceError) {
    var role: Role?
    for word in Fence.words(info).dropFirst() {
      let (key, value) = Fence.split(word)
      guard Fence.known.contains(key) else {
        throw .unknownWord(key, suggestion: key.nearest(among: Fence.known))
      }
      guard let next = try take(key, value) else { continue }
      if let role, role != next { throw .contradiction(info) }
      role = next
    }
    self.role = role ?? .runs
    try checkAgreement(info)
  }

  /// Takes in one word.
  ///
  /// - Returns: the role it gives the block, if it gives one.
  private mutating func take(
    _ key: String, _ value: String?
  ) throws(FenceError) -> Role? {
    if Fence.plain.contains(key) {
      guard value == nil else { throw .unexpectedValue(word: key) }
      return takePlain(key)
    }
    guard let value, !value.isEmpty else { throw .missingValue(word: key) }
    switch key {
    case "tolerance":
      guard let number = Double(value), number > 0, number.isFinite else {
        throw .badValue(word: key, value: value)
      }
      tolerance = number
      return nil
    case "needs":
      let names = value.split(separator: ",").map(String.init)
      guard names.allSatisfy(\.isName), !names.isEmpty else {
        throw .badValue(word: key, value: value)
      }
      needs.data = Set(needs.data + names).sorted()
      return nil
    case "illustration": return .illustration(reason: value)
    case "excerpt":
      let parts = value.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
        !parts[0].hasPrefix("/"), !parts[0].split(separator: "/").contains("..")
      else { throw .badValue(word: key, value: value) }
      return .excerpt(path: String(parts[0]), mark: String(parts[1]))
    default:
      guard value.isName else { throw .badValue(word: key, value: value) }
      return switch key {
      case "exercise": .exercise(value)
      case "hint": .hint(value)
      case "solution": .solution(value)
      case "check": .check(value)
      default: .wrong(value)
      }
    }
  }

  private mutating func takePlain(_ key: String) -> Role? {
    switch key {
    case "hidden": isHidden = true
    case "fresh": isFresh = true
    case "double": isDouble = true
    case "slow": needs.isSlow = true
    case "fails": return .fails
    case "traps": return .traps
    default: return .timing
    }
    return nil
  }

  /// Words that each make sense may make none together.
  private func checkAgreement(_ info: String) throws(FenceError) {
    if isDouble && !isFresh { throw .alone(word: "double", with: "fresh") }
    let isFine =
      (tolerance == nil || role == .runs)
      && (needs.isEmpty || isRun)
      && (!isFresh || isRun || role == .fails)
    guard isFine else { throw .contradiction(info) }
  }

  private static let plain = [
    "hidden", "fails", "traps", "timing", "fresh", "double", "slow",
  ]

  static let known =
    plain + [
      "needs", "tolerance", "excerpt", "illustration", "exercise", "hint",
      "solution", "check", "wrong",
    ]

  /// Splits at white space outside quotation marks.
  private static func words(_ info: String) -> [String] {
    var (words, word, isQuoted) = ([String](), "", false)
    for character in info {
      if character == "\"" { isQuoted.toggle() }
      if character.isWhitespace && !isQuoted {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  /// `key="some words"` or `key=word` or `key`.
  private static func split(_ word: String) -> (key: String, value: String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    var value = word[word.index(after: equals)...]
    if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 {
      value = value.dropFirst().dropLast()
    }
    return (String(word[..<equals]), String(value))
  }
}

extension String {
  /// Letters, numbers, hyphens: what data sets and exercises are called.
  var isName: Bool {
    !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }
}
