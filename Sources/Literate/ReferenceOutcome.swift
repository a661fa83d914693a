// A sentence held against the values noted. Next: Judge.swift.

import Frames

/// How a link of the prose compares with the values noted.
public struct ReferenceOutcome: Equatable, Sendable {
  public enum Finding: Equatable, Sendable {
    case agrees
    /// The words differ from the value noted.
    case differs(actual: String)
    /// The claim does not hold, with the values on both sides.
    case fails(left: Double, right: Double)
    /// No block noted a value of that name.
    case unknown(name: String, suggestion: String?)
  }

  public let reference: ProseReference
  public let finding: Finding
  /// The value noted, or both sides of the claim, in words.
  public let says: String
  /// The number of the block that noted the (first) value.
  public let block: Int?

  public init(
    reference: ProseReference, finding: Finding, says: String, block: Int?
  ) {
    self.reference = reference
    self.finding = finding
    self.says = says
    self.block = block
  }

  public var held: Bool { finding == .agrees }
}

// MARK: - Judging

extension ReferenceOutcome {
  init(
    _ reference: ProseReference,
    _ notes: [String: (value: NoteValue, block: Int)]
  ) {
    switch reference.kind {
    case .value(let name): self.init(reference, value: name, notes)
    case .claim(let claim): self.init(reference, claim: claim, notes)
    }
  }

  private init(
    _ reference: ProseReference, value name: String,
    _ notes: [String: (value: NoteValue, block: Int)]
  ) {
    guard let note = notes[name] else {
      self.init(reference, unknown: name, notes)
      return
    }
    let agrees: Bool
    switch note.value {
    case .text(let text): agrees = text == reference.words
    case .number(let value):
      agrees =
        reference.words == note.value.words
        || Numeral(reference.words).map { Comparison().agrees($0, value) }
          ?? false
    }
    self.init(
      reference: reference,
      finding: agrees ? .agrees : .differs(actual: note.value.words),
      says: "\(name) = \(note.value.words)", block: note.block)
  }

  private init(
    _ reference: ProseReference, claim: Claim,
    _ notes: [String: (value: NoteValue, block: Int)]
  ) {
    let values = { (name: String) -> Double? in
      if case .number(let value)? = notes[name]?.value { value } else { nil }
    }
    if let name = claim.names.first(where: { values($0) == nil }) {
      self.init(reference, unknown: name, notes)
      return
    }
    guard let left = claim.left.value(values),
      let right = claim.right.value(values)
    else {
      self.init(reference, unknown: reference.target, notes)
      return
    }
    let holds = claim.comparison.holds(left, right)
    self.init(
      reference: reference,
      finding: holds ? .agrees : .fails(left: left, right: right),
      says: claim.names.map { "\($0) = \(notes[$0]?.value.words ?? "?")" }
        .joined(separator: ", "),
      block: claim.names.compactMap { notes[$0]?.block }.first)
  }

  private init(
    _ reference: ProseReference, unknown name: String,
    _ notes: [String: (value: NoteValue, block: Int)]
  ) {
    self.init(
      reference: reference,
      finding: .unknown(
        name: name, suggestion: name.nearest(among: notes.keys.sorted())),
      says: "", block: nil)
  }
}

extension NoteValue {
  /// A whole number without a point, others in their shortest form.
  var words: String {
    switch self {
    case .text(let text): text
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15
        ? "\(Int(value))" : "\(value)"
    }
  }
}
