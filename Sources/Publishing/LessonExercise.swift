// Where a lesson's exercises begin and end, and what they are made of. Next:
// ExerciseView.swift.

import CommonMark
import Literate

/// An exercise as a page shows it: a section of its own, whose folded parts
/// come last, in the order a reader wants them.
struct LessonExercise: Sendable {
  let id: String
  /// `5.1`
  let number: String
  /// Its heading's words, where it has one of its own.
  let title: String?
  /// Where it can be found on its page.
  let anchor: String
  let range: ClosedRange<Int>
  let parts: [BlockOutcome]
  /// Hints that are words and no program.
  let notes: [Note]

  struct Note: Sendable {
    let line: Int
    let text: String
  }
}

extension LessonText {
  /// The exercises in the order they begin.
  func findExercises() -> [LessonExercise] {
    var (exercises, end) = ([LessonExercise](), -1)
    for starter in outcome.blocks {
      guard case .exercise(let id) = starter.block.fence.role,
        let exercise = exercise(
          id, starter, number: exercises.count + 1, after: end)
      else { continue }
      exercises.append(exercise)
      end = max(end, exercise.range.upperBound)
    }
    return exercises
  }

  private func exercise(
    _ id: String, _ starter: BlockOutcome, number: Int, after end: Int
  ) -> LessonExercise? {
    let nodes = stretches
    let parts = outcome.blocks.filter { $0.block.fence.exercise == id }
    let notes = document.allNodes.compactMap { node in
      hint(node).flatMap {
        $0.id == id
          ? LessonExercise.Note(line: node.place.line, text: $0.text) : nil
      }
    }
    let lines = parts.map(\.block.place.line) + notes.map(\.line)
    let places = lines.compactMap { line in
      nodes.firstIndex { $0.place.line <= line && line <= $0.place.endLine }
    }
    guard let first = places.min(), let last = places.max(), first > end else {
      return nil
    }
    let start = beginning(before: first, after: end, nodes)
    let heading = section(of: nodes[start])
    return LessonExercise(
      id: id,
      number: "\(entry.number.isEmpty ? "" : entry.number + ".")"
        + "\(number)",
      title: heading?.title,
      anchor: heading?.anchor ?? "block-\(starter.block.number)",
      range: start...last, parts: parts, notes: notes)
  }

  /// Up to the heading above, if that introduces nothing else.
  private func beginning(
    before first: Int, after end: Int, _ nodes: [Node]
  ) -> Int {
    var start = first
    while start > end + 1 {
      let node = nodes[start - 1]
      if let section = section(of: node) {
        return starters(under: section, at: start - 1, nodes) == 1
          ? start - 1 : start
      }
      let isText =
        node.kind == .paragraph && !isHead(node)
        || node.kind.isOutput || node.kind.isList || node.kind.isHidden
      guard isText else { return start }
      start -= 1
    }
    return start
  }

  private func starters(
    under section: Outline.Section, at index: Int, _ nodes: [Node]
  ) -> Int {
    let end =
      nodes[(index + 1)...].firstIndex {
        self.section(of: $0).map { $0.level <= section.level } ?? false
      } ?? nodes.count
    let lines = nodes[index].place.line...nodes[end - 1].place.endLine
    return outcome.blocks.filter {
      if case .exercise = $0.block.fence.role {
        lines.contains($0.block.place.line)
      } else {
        false
      }
    }.count
  }

  /// A hint that is no Swift: `text hint=ID`.
  func hint(_ node: Node) -> (id: String, text: String)? {
    guard case .code(let info, let text, true) = node.kind else { return nil }
    let words = info.split(separator: " ")
    guard let word = words.dropFirst().first, words[0] != "swift",
      word.hasPrefix("hint=")
    else { return nil }
    return (String(word.dropFirst(5)), text)
  }
}

extension Node.Kind {
  fileprivate var isOutput: Bool {
    if case .code("output", _, _) = self { true } else { false }
  }

  /// What an exercise needs and a reader does not.
  var isHidden: Bool {
    guard case .code(let info, _, _) = self else { return false }
    return (try? Fence(info))?.isHidden ?? false
  }

  fileprivate var isList: Bool { self == .other("list") }
}
