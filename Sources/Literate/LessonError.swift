// What keeps a lesson from being read.

/// One thing that is wrong with a file, and where.
public struct Problem: Error, Equatable, Sendable, CustomStringConvertible {
  public let path: String
  public let line: Int?
  public let column: Int?
  public let message: String

  public init(
    path: String, line: Int? = nil, column: Int? = nil, message: String
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: error: message`
  public var description: String {
    let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
    return "\(path)\(place): error: \(message)"
  }
}

/// All that is wrong with a lesson's file.
public struct LessonError: Error, Equatable, Sendable, CustomStringConvertible {
  public let problems: [Problem]

  public init(problems: [Problem]) {
    self.problems = problems
  }

  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
