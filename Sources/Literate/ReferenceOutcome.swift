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
    /// The block that notes it was not run here: the words stand as they
    /// were recorded.
    case recorded(because: String)
    /// No block noted a value of that name.
    case unknown(name: String, suggestion: String?)
  }

  public let reference: ProseReference
  public let finding: Finding
  /// The value noted, or both sides of the claim, in words.
  public let says: String
  /// The number of the block that noted the (first) value.
  public let block: Int?
  /// What another run noted, where that is something else.
  public internal(set) var wobble: String?

  public init(
    reference: ProseReference, finding: Finding, says: String, block: Int?
  ) {
    self.reference = reference
    self.finding = finding
    self.says = says
    self.block = block
  }

  public var held: Bool {
    switch finding {
    case .agrees, .recorded: true
    default: false
    }
  }
}

// MARK: - Judging

extension ReferenceOutcome {
  init(
    _ reference: ProseReference, _ notes: Notes
  ) {
    switch reference.kind {
    case .value(let name): self.init(reference, value: name, notes)
    case .claim(let claim): self.init(reference, claim: claim, notes)
    }
  }

  private init(
    _ reference: ProseReference, value name: String,
    _ notes: Notes
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
        || Numeral(prose: reference.words)
          .map { Comparison().agrees($0, value) } ?? false
    }
    self.init(
      reference: reference,
      finding: agrees ? .agrees : .differs(actual: note.value.words),
      says: "\(name) = \(note.value.words)", block: note.block)
    let other = notes.otherwise[name]?.words
    if other != note.value.words { wobble = other }
  }

  private init(
    _ reference: ProseReference, claim: Claim,
    _ notes: Notes
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
    _ reference: ProseReference, unknown name: String, _ notes: Notes
  ) {
    let absence = notes.absence(of: name)
    self.init(
      reference: reference,
      finding: absence.map { .recorded(because: $0.reason) }
        ?? .unknown(name: name, suggestion: notes.suggestion(for: name)),
      says: "", block: absence?.block)
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
