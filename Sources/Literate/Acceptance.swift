// Writing what was printed into the lesson. Next: LessonReport.swift.

import CommonMark
import Foundation
import Frames

/// The edits that make a lesson say what its program printed: outputs and
/// values, never claims, and no byte beside them.
///
///     let acceptance = Acceptance(of: outcome)
///     acceptance.edits.map(\.words)    // what would change
///     try acceptance.write()           // changes it, or nothing
public struct Acceptance: Equatable, Sendable {
  /// One change: these bytes become those.
  public struct Edit: Equatable, Sendable {
    public let range: Range<Int>
    public let replacement: String
    /// `line 40: records the output of block 3`
    public let words: String
  }

  public let lesson: Lesson
  public let edits: [Edit]

  public init(of outcome: LessonOutcome) {
    lesson = outcome.lesson
    let lines = SourceLines(lesson.source)
    let outputs = outcome.blocks.compactMap { Edit($0, in: lines) }
    var values: [Edit] = []
    for reference in outcome.references {
      let used = values.map(\.range)
      if let edit = Edit(reference, in: lines, beside: used) {
        values.append(edit)
      }
    }
    edits = (outputs + values).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// The lesson's text with all edits made.
  public var text: String {
    var bytes = Array(lesson.source.utf8)
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines an edit takes away and brings.
  public func difference(_ edit: Edit) -> Difference {
    let old = Array(lesson.source.utf8)[edit.range]
    return Difference(
      recorded: String(decoding: old, as: UTF8.self).lines,
      printed: edit.replacement.lines)
  }

  /// Writes the lesson's file anew: beside it first, then in its place.
  ///
  /// - Throws: a problem if the file is no longer what the outcome is about.
  public func write() throws(Problem) {
    guard !edits.isEmpty else { return }
    let file = URL(filePath: lesson.path)
    guard let now = try? Data(contentsOf: file),
      now == Data(lesson.source.utf8)
    else {
      throw Problem(
        path: lesson.path,
        message: "the file has changed since it was run; nothing was written, "
          + "run accept again")
    }
    do {
      // Atomic: a temporary file beside it, and a rename.
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw Problem(
        path: lesson.path,
        message: "cannot be written, and is as it was: "
          + error.localizedDescription)
    }
  }
}

// MARK: - Outputs

extension Acceptance.Edit {
  /// The edit that records a block's output, if that is what it lacks.
  fileprivate init?(_ outcome: BlockOutcome, in lines: SourceLines) {
    let block = outcome.block
    let text: String
    switch outcome.verdict {
    case .differed(let difference):
      text =
        block.fence.role == .fails ? outcome.text : difference.accepted
    case .unrecorded: text = outcome.text
    case .printedNothing: text = ""
    default: return nil
    }
    switch (block.recorded, text.isEmpty) {
    case (let recorded?, false):
      self.init(replacing: recorded, of: block, with: text, in: lines)
    case (let recorded?, true):
      self.init(removing: recorded, of: block, in: lines)
    case (nil, _):
      self.init(recording: text, under: block, in: lines)
    }
  }

  private init(
    replacing recorded: Recorded, of block: Block, with text: String,
    in lines: SourceLines
  ) {
    let place = recorded.place
    // The fences stay as their author wrote them, while they still enclose.
    let fence = lines.fence(place.line)
    if text.contains(fence) {
      range = lines.range(place.line, through: place.endLine)
      replacement = fenced(text, like: lines, line: place.line)
    } else {
      range = lines.range(place.line + 1, through: place.endLine - 1)
      replacement = lines.written(text.lines, like: place.line)
    }
    words = "line \(place.line): records the output of block \(block.number)"
  }

  /// Takes the output away, with the empty lines between it and its block.
  private init(
    removing recorded: Recorded, of block: Block, in lines: SourceLines
  ) {
    let place = recorded.place
    range = lines.range(block.place.endLine + 1, through: place.endLine)
    replacement = ""
    words =
      "line \(place.line): removes the output of block "
      + "\(block.number), which prints nothing"
  }

  private init(
    recording text: String, under block: Block, in lines: SourceLines
  ) {
    let end = lines.range(block.place.endLine, through: block.place.endLine)
      .upperBound
    range = end..<end
    replacement =
      lines.ending + fenced(text, like: lines, line: block.place.line)
    words =
      "line \(block.place.endLine + 1): records the output of block "
      + "\(block.number) for the first time"
  }
}

/// An output fence around `text`, indented or quoted as the fence on `line`.
private func fenced(_ text: String, like lines: SourceLines, line: Int)
  -> String
{
  var ticks = "```"
  while text.contains(ticks) { ticks += "`" }
  return lines.written([ticks + "output"] + text.lines + [ticks], like: line)
}

extension SourceLines {
  /// The backticks or tildes of the fence on a line.
  fileprivate func fence(_ line: Int) -> String {
    String(text(line).drop { !"`~".contains($0) }.prefix { "`~".contains($0) })
  }

  /// Lines as bytes of this file, indented or quoted as the fence on `line`.
  fileprivate func written(_ content: [String], like line: Int) -> String {
    let prefix = String(
      text(line).prefix { !"`~".contains($0) }
        .map { $0 == ">" || $0 == "\t" ? $0 : " " })
    return content.map { ($0.isEmpty ? "" : prefix + $0) + ending }.joined()
  }

  /// How the file's first line ends.
  fileprivate var ending: String {
    bytes.range(of: [13, 10]) == nil ? "\n" : "\r\n"
  }
}

extension [UInt8] {
  fileprivate func range(of other: [UInt8], from start: Int = 0)
    -> Range<Int>?
  {
    guard !other.isEmpty, count >= other.count else { return nil }
    return (start..<Swift.max(start, count - other.count + 1))
      .first { self[$0] == other[0] && starts(at: $0, with: other) }
      .map { $0..<$0 + other.count }
  }

  private func starts(at position: Int, with other: [UInt8]) -> Bool {
    self[position..<position + other.count].elementsEqual(other)
  }
}

// MARK: - Values

extension Acceptance.Edit {
  /// The edit that makes a value link say what was noted. Its bytes are found
  /// by what the link must read, from the line it stands on: nothing else is
  /// ever touched.
  fileprivate init?(
    _ outcome: ReferenceOutcome, in lines: SourceLines,
    beside used: [Range<Int>]
  ) {
    guard case .differs(let actual) = outcome.finding else { return nil }
    let reference = outcome.reference
    let link = "[\(reference.words)]("
    let line = max(1, reference.place.line)
    var start = lines.range(line, through: line).lowerBound
    while let found = lines.bytes.range(of: Array(link.utf8), from: start) {
      let words = found.lowerBound + 1..<found.upperBound - 2
      let rest = lines.bytes[found.upperBound...]
      if !used.contains(words), rest.names(reference.target) {
        range = words
        replacement = rewritten(reference.words, as: actual)
        self.words =
          "line \(line): “\(reference.words)” becomes "
          + "“\(replacement)” (\(reference.target))"
        return
      }
      start = found.upperBound
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether a link's destination begins here, and is `value:target`.
  fileprivate func names(_ target: String) -> Bool {
    ["value:\(target))", "<value:\(target)>)", "value:\(target) "]
      .contains { starts(with: Array($0.utf8)) }
  }
}

/// A number with as many decimals as the words it replaces.
private func rewritten(_ words: String, as actual: String) -> String {
  guard let old = Numeral(words), let value = Double(actual) else {
    return actual
  }
  if words.contains("e") {
    let decimals = words.split(separator: "e")[0].split(separator: ".")
    return String(
      format: "%.\(decimals.count > 1 ? decimals[1].count : 0)e", value)
  }
  guard old.isDecimal else { return actual }
  let digits = words.split(separator: ".").last?.count ?? 0
  let text = String(format: "%.\(digits)f", value)
  return words.hasPrefix("−") ? text.replacing("-", with: "−") : text
}
