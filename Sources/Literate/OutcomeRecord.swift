// Outcomes as JSON.

import Foundation

/// Outcomes as a machine reads them.
///
///     {"held": false, "summary": "2 fences: 1 run, 1 not as recorded",
///      "lessons": [{"path": "Lessons/01-hi.md", "blocks": [{"number": 1, …
public struct OutcomeRecord: Codable, Equatable, Sendable {
  public var held: Bool
  /// The fences, counted, in words.
  public var summary: String
  public var lessons: [LessonRecord]

  public struct LessonRecord: Codable, Equatable, Sendable {
    public var path: String
    public var title: String
    public var held: Bool
    /// Seconds it took to compile and to run.
    public var compiling: Double
    public var running: Double
    public var blocks: [BlockRecord]
    public var references: [ReferenceRecord]
    public var findings: [Finding]
  }

  public struct BlockRecord: Codable, Equatable, Sendable {
    public var number: Int
    /// The first line of its code.
    public var line: Int
    /// The heading it stands under.
    public var heading: String
    public var held: Bool
    /// Why it was not run, if that is fine.
    public var skipped: String?
    /// What it printed, pictures by their words.
    public var output: String
  }

  public struct ReferenceRecord: Codable, Equatable, Sendable {
    public var line: Int
    public var words: String
    public var target: String
    public var held: Bool
    /// The values it was held against.
    public var says: String
  }

  public init(_ outcomes: [LessonOutcome]) {
    held = outcomes.allSatisfy(\.held)
    summary = "\(FenceAudit(outcomes))"
    lessons = outcomes.map { outcome in
      LessonRecord(
        path: outcome.lesson.path, title: outcome.lesson.title,
        held: outcome.held, compiling: outcome.seconds.compiling,
        running: outcome.seconds.running,
        blocks: outcome.blocks.map {
          BlockRecord(
            number: $0.block.number, line: $0.block.codeLine,
            heading: outcome.lesson.heading(above: $0.block.codeLine),
            held: $0.verdict.held, skipped: $0.skipReason, output: $0.text)
        },
        references: outcome.references.map {
          ReferenceRecord(
            line: $0.reference.line, words: $0.reference.words,
            target: $0.reference.target, held: $0.held, says: $0.says)
        },
        findings: LessonReport(outcome).findings)
    }
  }

  /// The record as text, its keys in order.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
