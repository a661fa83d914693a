// A lesson made by chance. Next: LessonMaker.swift, which throws the dice.

import Frames

@testable import Literate

/// A lesson's text, what its blocks print now, and where that may be written.
struct MadeLesson {
  /// A stretch of the file.
  enum Piece {
    /// Nobody but its author writes here.
    case kept(String)
    /// An output, the place for one, or the words of a value.
    case open(String)
  }

  var pieces: [Piece] = []
  /// The blocks' code, line ends apart.
  var codes: [String] = []
  /// What is recorded under each block.
  var recorded: [String?] = []
  /// What each block prints now.
  var printed: [String] = []
  /// What is noted under each name.
  var notes: [String: Double] = [:]
  /// How many links name values.
  var links = 0

  var source: String {
    pieces.map {
      switch $0 {
      case .kept(let text), .open(let text): text
      }
    }.joined()
  }

  /// Whether a text is this lesson, but for the open pieces: all the kept
  /// ones, in order, from the first byte to the last.
  func isKept(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    var (position, isOpen) = (0, false)
    for run in keptRuns {
      guard let run else {
        isOpen = true
        continue
      }
      guard let found = bytes.range(of: run, from: position),
        isOpen || found.lowerBound == position
      else { return false }
      (position, isOpen) = (found.upperBound, false)
    }
    let end = keptRuns.last.flatMap(\.self) ?? []
    return isOpen || bytes.suffix(end.count).elementsEqual(end)
  }

  /// The kept bytes between the open pieces, which are nil.
  private var keptRuns: [[UInt8]?] {
    var runs: [[UInt8]?] = []
    for piece in pieces {
      switch piece {
      case .open: runs.append(nil)
      case .kept(""): break
      case .kept(let text):
        if let last = runs.last, let bytes = last {
          runs[runs.count - 1] = bytes + Array(text.utf8)
        } else {
          runs.append(Array(text.utf8))
        }
      }
    }
    return runs
  }
}

extension LessonOutcome {
  /// What becomes of a lesson whose blocks print this.
  init(
    _ lesson: Lesson, printing texts: [String], notes: [String: Double] = [:]
  ) {
    let blocks = zip(lesson.blocks, texts).map { block, text in
      let plain = BlockOutcome(
        block: block, output: [.text(text)], verdict: .varies)
      guard block.fence.role == .runs else { return plain }
      return BlockOutcome(
        block: block, output: plain.output,
        verdict: Verdict(comparing: block, printed: plain.text))
    }
    self.init(
      lesson: lesson, blocks: blocks,
      references: lesson.references.map {
        ReferenceOutcome(
          $0, Notes(values: notes.mapValues { (.number($0), 1) }))
      }, seconds: .init(compiling: 0, running: 0))
  }
}
