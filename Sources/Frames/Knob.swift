// Something of a lesson that its reader may turn. LessonRuntime/Knob.swift
// makes them, a page draws them, `unrolled run --set` turns them.

/// A value of a lesson that a reader may change: its name, what it may be,
/// what it was when the lesson was recorded, and what it is now.
///
///     let knob = Knob("units", .wholes(1...64), recorded: "8")
///     knob.refusal(of: "16")    // nil
///     knob.refusal(of: "0")     // "the knob “units” takes a whole number …"
public struct Knob: Equatable, Hashable, Sendable {
  /// What the lesson calls it: `learning rate`.
  public var name: String
  /// What it may be.
  public var choice: Choice
  /// What the lesson says it is.
  public var recorded: String
  /// What it is in this run.
  public var value: String

  /// What a knob may be.
  public enum Choice: Equatable, Hashable, Sendable {
    /// A number, both ends included.
    case numbers(ClosedRange<Double>)
    /// A whole number, both ends included.
    case wholes(ClosedRange<Int>)
    /// One of these words.
    case words([String])
    /// `true` or `false`.
    case truth
    /// A line of text.
    case text
  }

  /// A knob as it is recorded.
  public init(_ name: String, _ choice: Choice, recorded: String) {
    self.name = name
    self.choice = choice
    self.recorded = recorded
    value = recorded
  }

  /// Why it cannot be set to this; nil if it can.
  public func refusal(of setting: String) -> String? {
    choice.accepts(setting)
      ? nil
      : "the knob “" + name + "” takes " + choice.description
        + ", and cannot be set to “" + setting + "”"
  }
}

extension Knob.Choice: CustomStringConvertible {
  /// Whether these words spell a value of it.
  public func accepts(_ setting: String) -> Bool {
    switch self {
    case .numbers(let range):
      if let value = Double(setting) { range.contains(value) } else { false }
    case .wholes(let range):
      if let value = Int(setting) { range.contains(value) } else { false }
    case .words(let words): words.contains(setting)
    case .truth: setting == "true" || setting == "false"
    case .text: true
    }
  }

  /// What it may be, in words: `a number from 0.01 to 3.0`.
  public var description: String {
    switch self {
    case .numbers(let range):
      "a number from \(range.lowerBound) to \(range.upperBound)"
    case .wholes(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .words(let words): "one of " + words.joined(separator: ", ")
    case .truth: "true or false"
    case .text: "a line of text"
    }
  }
}

// MARK: - Fields

extension Knob {
  /// The knob as a list of strings: its name, the recorded value and that of
  /// this run, the kind of choice and its ends or words.
  var fields: [String] {
    let kind: [String] =
      switch choice {
      case .numbers(let range):
        ["numbers", "\(range.lowerBound)", "\(range.upperBound)"]
      case .wholes(let range):
        ["wholes", "\(range.lowerBound)", "\(range.upperBound)"]
      case .words(let words): ["words"] + words
      case .truth: ["truth"]
      case .text: ["text"]
      }
    return [name, recorded, value] + kind
  }

  /// The knob these fields spell, if they spell one.
  init?(_ fields: ArraySlice<String>) {
    let fields = Array(fields)
    guard fields.count > 3, let choice = Choice(Array(fields[3...])) else {
      return nil
    }
    self.init(fields[0], choice, recorded: fields[1])
    value = fields[2]
  }
}

extension Knob.Choice {
  fileprivate init?(_ fields: [String]) {
    switch (fields[0], fields.count) {
    case ("numbers", 3):
      guard let from = Double(fields[1]), let to = Double(fields[2]),
        from <= to
      else { return nil }
      self = .numbers(from...to)
    case ("wholes", 3):
      guard let from = Int(fields[1]), let to = Int(fields[2]), from <= to
      else { return nil }
      self = .wholes(from...to)
    case ("words", 2...): self = .words(Array(fields[1...]))
    case ("truth", 1): self = .truth
    case ("text", 1): self = .text
    default: return nil
    }
  }
}
