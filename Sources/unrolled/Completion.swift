// What a shell can complete.

import ArgumentParser
import Literate

extension CompletionKind {
  /// The slugs of the lessons in the folder of the command line, or in
  /// `Lessons`.
  static var lessons: CompletionKind {
    .custom { words, _, _ in
      let folder = words.firstIndex(of: "--lessons")
        .flatMap { words.dropFirst($0 + 1).first }
      let course = try? Course(folder: folder ?? "Lessons")
      return course?.lessons.map(\.slug) ?? []
    }
  }
}
