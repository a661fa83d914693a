// The messages between a lesson's program and whoever runs it: the engine,
// which keeps them, or a page, which draws them. Next: LessonRuntime/Show.swift
// writes them, Literate/Run.swift reads them.

/// One message of a running lesson.
///
///     Frame(["begin", "3", "120", "0"])   // block 3 begins …
///     Frame.begin(block: 3, at: Mark(output: 120, error: 0))   // … the same
public enum Frame: Equatable, Sendable {
  /// A block starts here.
  case begin(block: Int, at: Mark)
  /// A block came to its end.
  case end(block: Int, at: Mark)
  /// A block that must stop the program did: with this status.
  case stopped(block: Int, status: Int, at: Mark)
  /// A picture, and the words that stand for it.
  case picture(Picture, at: Mark)
  /// A value that the prose may name.
  case note(name: String, value: NoteValue)
  /// A value that a reader may change.
  case knob(Knob)
}

/// How much a program had written when something happened, in bytes.
///
/// Standard output and standard error are plain files, so an offset says
/// exactly which block wrote what.
public struct Mark: Equatable, Sendable {
  public var output: Int
  public var error: Int

  public init(output: Int, error: Int) {
    self.output = output
    self.error = error
  }
}

/// A figure as it leaves the program: SVG, and its text alternative.
public struct Picture: Equatable, Hashable, Sendable {
  public var markup: String
  public var alternative: String

  public init(markup: String, alternative: String) {
    self.markup = markup
    self.alternative = alternative
  }
}

/// What `note` exports: a number to compare with, or a word.
public enum NoteValue: Equatable, Hashable, Sendable {
  case number(Double)
  case text(String)
}

// MARK: - Fields

extension Frame {
  /// The frame as a list of strings, its kind first.
  public var fields: [String] {
    switch self {
    case .begin(let block, let mark):
      ["begin", "\(block)"] + mark.fields
    case .end(let block, let mark):
      ["end", "\(block)"] + mark.fields
    case .stopped(let block, let status, let mark):
      ["stopped", "\(block)", "\(status)"] + mark.fields
    case .picture(let picture, let mark):
      ["picture", picture.markup, picture.alternative] + mark.fields
    case .note(let name, .number(let value)):
      ["number", name, "\(value)"]
    case .note(let name, .text(let value)):
      ["text", name, value]
    case .knob(let knob):
      ["knob"] + knob.fields
    }
  }

  /// The frame these fields spell, if they spell one.
  public init?(_ fields: [String]) {
    guard let kind = fields.first else { return nil }
    switch (kind, fields.count) {
    case ("begin", 4):
      guard let block = Int(fields[1]), let mark = Mark(fields) else {
        return nil
      }
      self = .begin(block: block, at: mark)
    case ("end", 4):
      guard let block = Int(fields[1]), let mark = Mark(fields) else {
        return nil
      }
      self = .end(block: block, at: mark)
    case ("stopped", 5):
      guard let block = Int(fields[1]), let status = Int(fields[2]),
        let mark = Mark(fields)
      else { return nil }
      self = .stopped(block: block, status: status, at: mark)
    case ("picture", 5):
      guard let mark = Mark(fields) else { return nil }
      self = .picture(
        Picture(markup: fields[1], alternative: fields[2]), at: mark)
    case ("number", 3):
      guard let value = Double(fields[2]) else { return nil }
      self = .note(name: fields[1], value: .number(value))
    case ("text", 3):
      self = .note(name: fields[1], value: .text(fields[2]))
    case ("knob", _):
      guard let knob = Knob(fields.dropFirst()) else { return nil }
      self = .knob(knob)
    default:
      return nil
    }
  }
}

extension Mark {
  fileprivate var fields: [String] { ["\(output)", "\(error)"] }

  /// The last two fields of a frame.
  fileprivate init?(_ fields: [String]) {
    guard let output = Int(fields[fields.count - 2]),
      let error = Int(fields[fields.count - 1])
    else { return nil }
    self.init(output: output, error: error)
  }
}
