// What was found out, as it is kept in a file.

import Frames

extension NoteValue: Codable {
  public init(from decoder: any Decoder) throws {
    let words = try decoder.singleValueContainer().decode(String.self)
    // JSON has no NaN and no infinity: numbers are kept as words, marked.
    self =
      words.hasPrefix("=")
      ? .number(Double(words.dropFirst()) ?? .nan)
      : .text(String(words.dropFirst()))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let value): try container.encode("=\(value)")
    case .text(let words): try container.encode("\"" + words)
    }
  }
}

extension OutputPiece: Codable {
  public init(from decoder: any Decoder) throws {
    let parts = try decoder.singleValueContainer().decode([String].self)
    self =
      parts.count == 2
      ? .picture(markup: parts[0], alternative: parts[1])
      : .text(parts.first ?? "")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode([text])
    case .picture(let picture):
      try container.encode([picture.markup, picture.alternative])
    }
  }
}
