// What a word of the command line names. Next: Selection+Words.swift.

import CommonMark

/// A lesson, or some of its blocks.
public struct Selection: Equatable, Sendable {
  public let lesson: Lesson
  /// The numbers of the blocks meant; nil if all are.
  public private(set) var blocks: Set<Int>?
  /// The lines of the sections meant.
  private var lines: [ClosedRange<Int>] = []

  /// A whole lesson.
  public init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  /// One block of a lesson, if it has a block of this number.
  public init?(_ lesson: Lesson, block number: Int) {
    guard lesson.blocks.contains(where: { $0.number == number }) else {
      return nil
    }
    self.lesson = lesson
    blocks = [number]
  }

  /// The section under a heading, if the lesson has one of these words: as
  /// they stand in the lesson, or as its address on the page has them.
  public init?(_ lesson: Lesson, heading words: String) {
    let found = lesson.headings.filter { $0.isCalled(words) }
    guard !found.isEmpty else { return nil }
    self.lesson = lesson
    lines = found.map(\.lines)
    blocks = Set(
      lesson.blocks.filter { block in
        found.contains { $0.lines.contains(block.place.line) }
      }.map(\.number))
  }

  /// Both, of the same lesson.
  mutating func add(_ other: Selection) {
    guard let mine = blocks, let more = other.blocks else {
      (blocks, lines) = (nil, [])
      return
    }
    blocks = mine.union(more)
    lines += other.lines
  }

  /// Whether a block is meant.
  public func contains(_ block: Block) -> Bool {
    blocks?.contains(block.number) ?? true
  }

  /// Whether a link of the prose is meant: it stands in a section meant, or
  /// names what a block meant has noted.
  func contains(_ reference: ReferenceOutcome) -> Bool {
    guard let blocks else { return true }
    return lines.contains { $0.contains(reference.reference.line) }
      || reference.block.map(blocks.contains) ?? false
  }

  /// What became of what is meant.
  public func part(of outcome: LessonOutcome) -> LessonOutcome {
    LessonOutcome(
      lesson: outcome.lesson,
      blocks: outcome.blocks.filter { contains($0.block) },
      references: outcome.references.filter { contains($0) },
      seconds: outcome.seconds)
  }

  /// The whole outcome, in which what is not meant counts as held: nothing
  /// of it is to be recorded.
  public func sparing(_ outcome: LessonOutcome) -> LessonOutcome {
    LessonOutcome(
      lesson: outcome.lesson,
      blocks: outcome.blocks.map {
        contains($0.block)
          ? $0
          : BlockOutcome(
            block: $0.block, output: $0.output, verdict: .matched)
      },
      references: outcome.references.map {
        contains($0)
          ? $0
          : ReferenceOutcome(
            reference: $0.reference, finding: .agrees, says: $0.says,
            block: $0.block)
      }, seconds: outcome.seconds)
  }
}

// MARK: - Headings

/// A heading, and the lines down to the next that is no smaller.
struct Heading: Equatable {
  let words: String
  let level: Int
  let lines: ClosedRange<Int>

  /// Compared by letters and digits alone: `Build it!` is `build-it`.
  func isCalled(_ name: String) -> Bool {
    func plain(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return !plain(name).isEmpty && plain(name) == plain(words)
  }
}

extension Lesson {
  /// Its headings, in order.
  var headings: [Heading] {
    let found: [(words: String, level: Int, line: Int)] =
      document.nodes.compactMap { node in
        guard case .heading(let level) = node.kind else { return nil }
        return (node.plainText, level, node.place.line)
      }
    return found.enumerated().map { index, heading in
      let next = found[(index + 1)...].first { $0.level <= heading.level }
      return Heading(
        words: heading.words, level: heading.level,
        lines: heading.line...max(heading.line, (next?.line ?? .max) - 1))
    }
  }

  /// The words of the heading a line stands under.
  func heading(above line: Int) -> String {
    headings.last { $0.lines.lowerBound <= line }?.words ?? title
  }
}
