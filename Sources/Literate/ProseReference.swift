// Numbers in the prose. Next: Claim.swift.

import CommonMark

/// A link of the prose to a value the lesson noted: `[0.04](value:loss)`, or
/// to a claim about values: `[below 0.1](claim:loss<0.1)`.
public struct ProseReference: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case value(name: String)
    case claim(Claim)
  }

  public let kind: Kind
  /// What stands behind `value:` or `claim:`.
  public let target: String
  /// The words of the link.
  public let words: String
  public let place: Place

  /// The line of the file it stands on.
  public var line: Int { place.line }
}
