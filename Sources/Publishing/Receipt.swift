// What a build knows that no lesson says: compiler, commits, command.

import Literate

/// What a lesson's receipt names beside its outcome.
public struct Receipt: Equatable, Sendable {
  /// The compiler, as a reader would ask for it: `Swift 6.3.1`.
  public var compiler: String
  /// The commit that last touched a lesson, by the lesson's path.
  public var commits: [String: String]
  /// What happened to the lessons, the newest first.
  public var changes: [CourseChange]
  /// The command line tool that runs lessons.
  public var command: String

  public init(
    compiler: String, commits: [String: String] = [:],
    changes: [CourseChange] = [], command: String = "unrolled"
  ) {
    self.compiler = compiler
    self.commits = commits
    self.changes = changes
    self.command = command
  }
}
