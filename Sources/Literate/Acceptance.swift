// Writing what was printed into the lesson. Next: LessonReport.swift.

import Foundation

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
  /// Links that must change and are not written so that they could be: their
  /// author has to.
  public let byHand: [ProseReference]
  /// Blocks whose output would not read as it was printed.
  public let unreadable: [BlockOutcome]
  /// Blocks that print something else each time: nothing of them is recorded.
  public let wobbling: [BlockOutcome]
  /// Values of which a digit that would be written differs each time.
  public let wobblingValues: [ReferenceOutcome]

  public init(of outcome: LessonOutcome) {
    lesson = outcome.lesson
    let lines = SourceLines(lesson.source)
    wobbling = outcome.blocks.filter { $0.wobble != nil }
    let printed = outcome.blocks.filter {
      $0.wobble == nil && $0.accepted != nil
    }
    let unreadable = Acceptance.unreadable(
      printed, in: lesson,
      as: lesson.edited(printed.compactMap { Edit($0, in: lines) }))
    let left = Set(unreadable.map(\.block.number))
    let outputs = printed.filter { !left.contains($0.block.number) }
      .compactMap { Edit($0, in: lines) }
    self.unreadable = unreadable
    var (values, byHand) = ([Edit](), [ProseReference]())
    wobblingValues = outcome.references.filter(\.writesDigitsThatWobble)
    for (index, reference) in outcome.references.enumerated() {
      guard case .differs = reference.finding,
        !reference.writesDigitsThatWobble
      else { continue }
      if let edit = Edit(reference, at: index, of: lesson, in: lines) {
        values.append(edit)
      } else {
        byHand.append(reference.reference)
      }
    }
    self.byHand = byHand
    edits = (outputs + values).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// The lesson's text with all edits made.
  public var text: String { lesson.edited(edits) }

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
    try check()
    try lesson.rewrite(
      as: text, changedSince: "was run", advice: "run accept again")
  }

  /// What is written must be the same lesson, or it is not written.
  func check() throws(Problem) {
    let result = try? Lesson(path: lesson.path, source: text)
    // Excerpts are the source's words: those may change.
    let code = { (lesson: Lesson) in
      lesson.blocks.map { $0.fence.isExcerpt ? "" : $0.code }
    }
    guard let result, code(result) == code(lesson),
      result.references.map(\.target) == lesson.references.map(\.target)
    else {
      throw Problem(
        path: lesson.path,
        message: "recording this would break the lesson; nothing was written")
    }
  }
}

extension Lesson {
  /// Its text with edits made, which are in the text's order.
  fileprivate func edited(_ edits: [Acceptance.Edit]) -> String {
    var bytes = Array(source.utf8)
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
