// An exercise, tried by a learner. Next: Exercise.swift.

import CommonMark

/// One exercise of a lesson, and whether an answer to it passes.
public struct Practice: Sendable {
  public let lesson: Lesson
  public let exercise: Exercise

  /// The exercises of a lesson, in order.
  public static func all(of lesson: Lesson) -> [Practice] {
    lesson.blocks.compactMap { block in
      guard case .exercise(let id) = block.fence.role,
        let exercise = Exercise(id, in: lesson.blocks)
      else { return nil }
      return Practice(lesson: lesson, exercise: exercise)
    }
  }

  /// What became of an answer.
  public enum Result: Equatable, Sendable {
    case passed
    /// Why not, in lines; places are those of the answer.
    case failed([String])
  }

  /// Tries an answer: it takes the solution's place, and the check looks.
  public func result(
    of answer: String, tester: LessonTester
  ) throws -> Result {
    guard let tried = attempt(answer) else {
      return .failed(["a line of backticks or tildes would end the block"])
    }
    let outcome = try tester.outcome(of: tried)
    let numbers = [exercise.solution.number, exercise.check.number]
    let start = exercise.solution.codeLine
    let length = answer.lines.count
    let found = outcome.blocks.filter { numbers.contains($0.block.number) }
    let words = found.flatMap { block -> [String] in
      switch block.verdict {
      case .didNotCompile(let errors):
        errors.map { error in
          let line = error.line - start + 1
          return (1...length).contains(line)
            ? "line \(line): \(error.message)" : error.message
        }
      case .trapped(let trap), .failedCheck(let trap): [trap.message]
      case .timedOut(let seconds):
        ["still running after \(Int(seconds.rounded())) seconds"]
      case .exited(let status): ["the program ended, with status \(status)"]
      case .notRun(let culprit) where !numbers.contains(culprit):
        ["block \(culprit) of the lesson keeps it from running"]
      default: []
      }
    }
    return words.isEmpty ? .passed : .failed(words)
  }

  /// The lesson with an answer in the solution's place; nil if that is no
  /// lesson.
  func attempt(_ answer: String) -> Lesson? {
    let lines = SourceLines(lesson.source)
    let place = exercise.solution.place
    let range = lines.range(place.line + 1, through: place.endLine - 1)
    var content = answer.replacing("\r\n", with: "\n").lines
    if content.last?.isEmpty ?? false { content.removeLast() }
    var bytes = lines.bytes
    bytes.replaceSubrange(
      range, with: Array(lines.written(content, like: place.line).utf8))
    let text = String(decoding: bytes, as: UTF8.self)
    let tried = try? Lesson(path: lesson.path, source: text)
    return tried?.blocks.count == lesson.blocks.count ? tried : nil
  }
}
