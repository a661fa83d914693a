// What can be wrong with the words of a fence. Next: LessonParts.swift.

/// What can be wrong with a fence.
public enum FenceError: Error, Equatable, Sendable {
  case unknownWord(String, suggestion: String?)
  case missingValue(word: String)
  case unexpectedValue(word: String)
  case badValue(word: String, value: String)
  case alone(word: String, with: String)
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
      "“\(word)” needs a value: \(word)=\(FenceError.example(of: word))"
    case .unexpectedValue(let word):
      "“\(word)” takes no value"
    case .badValue("tolerance", let value):
      "“tolerance=\(value)” is not a number above zero, like tolerance=1e-3"
    case .badValue("excerpt", let value):
      "“excerpt=\(value)” names no section; write the file's path from the "
        + "Sources folder and its mark, like "
        + "excerpt=\(FenceError.example(of: "excerpt"))"
    case .badValue(let word, let value):
      "“\(word)=\(value)” is no name; names have letters, numbers and "
        + "hyphens, like \(word)=\(FenceError.example(of: word))"
    case .alone(let word, let other):
      "“\(word)” goes with “\(other)”: swift \(other) \(word)"
    case .contradiction(let info):
      "the words of “\(info)” contradict each other; keep one of them"
    }
  }

  private static func example(of word: String) -> String {
    switch word {
    case "tolerance": "1e-3"
    case "needs": "imdb"
    case "excerpt": "RNN/Cells/LSTMCell.swift#Step"
    default: "add-the-bias"
    }
  }
}
