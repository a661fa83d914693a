// The words behind the three backticks. Next: LessonParts.swift.

/// What a `swift` fence asks for.
///
///     try Fence("swift hidden")                     // runs, folded away
///     try Fence("swift tolerance=1e-3")             // numbers may differ
///     try Fence("swift illustration=\"a sketch\"")  // is not run
public struct Fence: Equatable, Sendable {
  public var role: Role = .runs
  /// Folded on the page behind a toggle.
  public var isHidden = false
  /// How much numbers of the output may differ, relative and absolute.
  public var tolerance: Double?

  public enum Role: Equatable, Sendable {
    /// Runs, and its output is compared.
    case runs
    /// Must not compile; the diagnostic is the output.
    case fails
    /// Must stop the program; the message is the output.
    case traps
    /// Runs; its output varies and is not compared.
    case timing
    /// Is not run, for this reason.
    case illustration(reason: String)
  }

  public init() {}

  /// Whether it is part of the lesson's one program.
  public var isRun: Bool {
    switch role {
    case .runs, .traps, .timing: true
    case .fails, .illustration: false
    }
  }

  /// Reads an info string that begins with `swift`.
  public init(_ info: String) throws(FenceError) {
    var role: Role?
    for word in Fence.words(info).dropFirst() {
      let (key, value) = Fence.split(word)
      let next: Role?
      switch (key, value) {
      case ("hidden", nil):
        isHidden = true
        next = nil
      case ("fails", nil): next = .fails
      case ("traps", nil): next = .traps
      case ("timing", nil): next = .timing
      case ("illustration", let reason?) where !reason.isEmpty:
        next = .illustration(reason: reason)
      case ("tolerance", let text?):
        guard let value = Double(text), value > 0, value.isFinite else {
          throw .badValue(word: "tolerance", value: text)
        }
        tolerance = value
        next = nil
      case ("illustration", _), ("tolerance", _):
        throw .missingValue(word: key)
      case let (word, _?) where Fence.known.contains(word):
        throw .unexpectedValue(word: word)
      default:
        throw .unknownWord(key, suggestion: key.nearest(among: Fence.known))
      }
      if let next {
        if let role, role != next { throw .contradiction(info) }
        role = next
      }
    }
    self.role = role ?? .runs
    if tolerance != nil, self.role != .runs {
      throw .contradiction(info)
    }
  }

  static let known = [
    "hidden", "fails", "traps", "timing", "illustration", "tolerance",
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

/// What can be wrong with a fence.
public enum FenceError: Error, Equatable, Sendable {
  case unknownWord(String, suggestion: String?)
  case missingValue(word: String)
  case unexpectedValue(word: String)
  case badValue(word: String, value: String)
  case contradiction(String)
}

extension FenceError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownWord(let word, let suggestion?):
      "a swift fence has no word “\(word)”; did you mean “\(suggestion)”?"
    case .unknownWord(let word, nil):
      "a swift fence has no word “\(word)”; it knows "
        + Fence.known.joined(separator: ", ")
    case .missingValue("illustration"):
      "an illustration is not run, so it must say why: "
        + "illustration=\"the reason\""
    case .missingValue(let word):
      "“\(word)” needs a value: \(word)=1e-3"
    case .unexpectedValue(let word):
      "“\(word)” takes no value"
    case .badValue(let word, let value):
      "“\(word)=\(value)” is not a number above zero, like \(word)=1e-3"
    case .contradiction(let info):
      "the words of “\(info)” contradict each other; keep one of them"
    }
  }
}
