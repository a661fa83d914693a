// What the compiler says about a lesson.

/// A message of the compiler, at its place in the lesson.
public struct Diagnostic: Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// The errors a compiler's output reports in a lesson, in order, each once.
  ///
  ///     Lessons/01-hi.md:12:5: error: cannot find 'x' in scope
  static func errors(
    in output: String, of lesson: Lesson, program: Program
  ) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    for text in output.split(separator: "\n") {
      guard text.hasPrefix(lesson.path + ":") else { continue }
      let parts = text.dropFirst(lesson.path.count + 1)
        .split(separator: ":", maxSplits: 3)
      guard parts.count == 4, let line = Int(parts[0]),
        let column = Int(parts[1]), parts[2] == " error"
      else { continue }
      let error = Diagnostic(
        line: line, column: program.column(column, line: line),
        message: String(parts[3].dropFirst()))
      if !errors.contains(error) { errors.append(error) }
    }
    return errors
  }
}
