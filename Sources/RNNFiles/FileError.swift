// What can be wrong with a file.

/// A file cannot be read, or does not hold what it should.
public struct FileError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, counted from 1, or nil if no line is to blame.
  public let line: Int?
  /// What is wrong.
  public let reason: String

  /// An error in this file.
  public init(_ path: String, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// One line: `reviews.tsv:7: expected 4 columns; got 3`.
  public var description: String {
    (line.map { "\(path):\($0): " } ?? "\(path): ") + reason
  }
}
