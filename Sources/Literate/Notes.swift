// The values that the blocks of a lesson noted. Next: ReferenceOutcome.swift.

import Frames

/// The values noted, and what is not known of them where a program was not
/// run.
struct Notes {
  /// Each value, and the block that noted it last.
  var values: [String: (value: NoteValue, block: Int)] = [:]
  /// What another run noted instead.
  private(set) var otherwise: [String: NoteValue] = [:]
  /// The blocks that were not run here, each with the reason.
  private var absent: [(block: Block, reason: String)] = []

  init(values: [String: (value: NoteValue, block: Int)]) {
    self.values = values
  }

  init(lesson: Lesson, evidence: [Int: Evidence]) {
    for block in lesson.blocks {
      guard let evidence = evidence[block.number] else { continue }
      let run = evidence.blocks[block.number]
      for (name, value) in run?.notes ?? [:] {
        values[name] = (value, block.number)
      }
      for (name, value) in evidence.otherwise[block.number]?.notes ?? [:] {
        otherwise[name] = value
      }
      if let reason = evidence.absence { absent.append((block, reason)) }
    }
  }

  subscript(name: String) -> (value: NoteValue, block: Int)? { values[name] }

  /// Why a value is not known that a block would have noted: the block names
  /// it, or makes up names as it runs.
  func absence(of name: String) -> (block: Int, reason: String)? {
    absent.first { block, _ in
      block.code.contains("note(\"\(name)\"")
        || block.code.contains(/note\(\s*("[^"\n]*\\\(|[^"\s])/)
    }.map { ($0.block.number, $0.reason) }
  }

  /// A name that is nearly this one.
  func suggestion(for name: String) -> String? {
    name.nearest(among: values.keys.sorted())
  }
}
