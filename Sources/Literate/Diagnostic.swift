// What the compiler says about a lesson.

/// A message of the compiler, at its place in the lesson.
public struct Diagnostic: Codable, Hashable, Sendable {
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

  /// The first error of an output that names no line of the lesson: one of
  /// the linker, say. It is put down to the block whose code is nearest.
  static func unplaced(
    _ output: String, of program: Program, main: String
  ) -> Diagnostic {
    let lines = output.split(separator: "\n")
    // That a command failed is what the compiler says last, and least.
    let text =
      lines.first { $0.contains("error: ") && !$0.contains("command failed") }
      ?? lines.first ?? ""
    let message =
      text.firstRange(of: "error: ").map { text[$0.upperBound...] } ?? text
    let generated =
      text.hasPrefix(main + ":")
      ? Int(text.dropFirst(main.count + 1).prefix { $0.isNumber }) : nil
    return Diagnostic(
      line: program.lessonLine(of: generated), column: 1,
      message: message.isEmpty ? "the compiler failed" : String(message))
  }
}
