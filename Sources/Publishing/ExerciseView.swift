// The folded parts of an exercise: hints, wrong answers, the solution, the
// check. Next: LessonText+Nodes.swift.

import CommonMark
import Literate

/// What the exercise template is filled in with.
struct ExerciseView: Sendable {
  let parts: [PartView]
  let command: String

  struct PartView: Sendable {
    let partClass: String
    let partTitle: String
    /// Something in it does not hold.
    let isOpen: Bool
    let answers: [AnswerView]
  }

  struct AnswerView: Sendable {
    let paragraphs: [String]
    let shown: BlockView?
  }

  init(_ exercise: LessonExercise, in text: LessonText, command: String) {
    self.command = command
    func answers(_ wanted: (Fence.Role) -> Bool) -> [BlockOutcome] {
      exercise.parts.filter { wanted($0.block.fence.role) }
    }
    let hints = ExerciseView.hints(exercise, text)
    let wrong = answers { if case .wrong = $0 { true } else { false } }
    let solution = answers { if case .solution = $0 { true } else { false } }
    let check = answers { if case .check = $0 { true } else { false } }
    parts =
      hints
      + [
        PartView(
          "hint", "Known misconceptions", wrong, text,
          count: wrong.count),
        PartView("solution", "Solution", solution, text),
        PartView("solution", "What is checked", check, text),
      ].filter { !$0.answers.isEmpty }
  }

  /// Hints in the order they stand, whether they are code or words.
  private static func hints(
    _ exercise: LessonExercise, _ text: LessonText
  ) -> [PartView] {
    let coded = exercise.parts.compactMap { part -> (Int, AnswerView)? in
      guard case .hint = part.block.fence.role else { return nil }
      return (
        part.block.place.line, AnswerView(part, in: text)
      )
    }
    let spoken = exercise.notes.map { note in
      (note.line, AnswerView(paragraphs: note.text.paragraphs, shown: nil))
    }
    let all = (coded + spoken).sorted { $0.0 < $1.0 }.map(\.1)
    return all.enumerated().map { index, answer in
      PartView(
        partClass: "hint",
        partTitle: all.count == 1
          ? "Hint" : "Hint \(index + 1) of \(all.count)",
        isOpen: false, answers: [answer])
    }
  }
}

extension ExerciseView.PartView {
  fileprivate init(
    _ partClass: String, _ title: String, _ parts: [BlockOutcome],
    _ text: LessonText, count: Int? = nil
  ) {
    self.partClass = partClass
    partTitle = title + (count.map { " (\($0))" } ?? "")
    isOpen = !parts.allSatisfy(\.verdict.held)
    answers = parts.map { ExerciseView.AnswerView($0, in: text) }
  }
}

extension ExerciseView.AnswerView {
  /// The comment a block begins with is words; code is what comes then.
  fileprivate init(_ outcome: BlockOutcome, in text: LessonText) {
    let lines = outcome.block.code.split(
      separator: "\n", omittingEmptySubsequences: false)
    let isSpoken =
      switch outcome.block.fence.role {
      case .hint, .wrong: true
      default: false
      }
    let comment = isSpoken ? lines.prefix { $0.hasPrefix("//") } : []
    paragraphs =
      comment.map {
        String($0.drop { $0 == "/" }.drop { $0 == " " })
      }.joined(separator: "\n").paragraphs
    let rest = lines.dropFirst(comment.count)
    shown =
      rest.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        && outcome.verdict.held
      ? nil
      : text.view(of: outcome, inExercise: true, skipping: comment.count)
  }
}

extension String {
  /// Its paragraphs as HTML, what stands between grave accents as code.
  fileprivate var paragraphs: [String] {
    var paragraphs = [[Substring]]()
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else if paragraphs.isEmpty {
        paragraphs = [[line]]
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines in
      let parts = lines.joined(separator: " ").split(
        separator: "`", omittingEmptySubsequences: false)
      return parts.enumerated().map { index, part in
        let text = String(part).escaped
        return index % 2 == 1 && index + 1 < parts.count
          ? "<code>\(text)</code>" : text
      }.joined()
    }
  }
}
