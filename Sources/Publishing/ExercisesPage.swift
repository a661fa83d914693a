// All exercises of the course. Next: ReceiptsPage.swift.

import Literate

/// What the exercises template is filled in with.
struct ExercisesPage: Sendable {
  let count: String
  let command: String
  let lessons: [LessonView]

  struct LessonView: Sendable {
    let linkAddress: String
    let linkTitle: String
    let linkNumber: String
    let exercises: [ItemView]
  }

  struct ItemView: Sendable {
    let address: String
    let number: String
    let title: String
    let facts: String
  }

  init(_ texts: [LessonText], command: String) {
    self.command = "\(command) practice"
    count = texts.map(\.exercises.count).reduce(0, +).of("exercise")
    lessons = texts.compactMap { text in
      text.exercises.isEmpty
        ? nil
        : LessonView(
          linkAddress: text.entry.address, linkTitle: text.entry.lesson.title,
          linkNumber: text.entry.number,
          exercises: text.exercises.map { ItemView($0, in: text) })
    }
  }
}

extension ExercisesPage.ItemView {
  fileprivate init(_ exercise: LessonExercise, in text: LessonText) {
    address = "\(text.entry.address)#\(exercise.anchor)"
    number = exercise.number
    let name = exercise.title ?? exercise.id
    title =
      name.hasPrefix("Exercise: ")
      ? name.dropFirst(10).prefix(1).uppercased() + name.dropFirst(11) : name
    let roles = exercise.parts.map(\.block.fence.role)
    let hints =
      exercise.notes.count
      + roles.filter { if case .hint = $0 { true } else { false } }.count
    let wrong =
      roles.filter { if case .wrong = $0 { true } else { false } }.count
    facts = [(hints, "hint"), (wrong, "known misconception")]
      .filter { $0.0 > 0 }.map { $0.0.of($0.1) }.joined(separator: ", ")
  }
}

extension Page {
  /// Nil where no lesson has one.
  static func exercises(
    _ texts: [LessonText], _ receipt: Receipt, _ theme: Theme
  ) -> Page? {
    guard texts.contains(where: { !$0.exercises.isEmpty }) else { return nil }
    return Page(
      kind: "exercises", address: "exercises.html", title: "Exercises",
      description: "Every exercise of the course, each with hints, known "
        + "misconceptions and a solution.", link: .header("Exercises")
    ) {
      theme.render(
        .exercises, ExercisesPage(texts, command: receipt.command))
    }
  }
}
