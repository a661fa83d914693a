// Which commit a lesson is from.

import Foundation

extension Course {
  /// The commit that last touched each lesson, by its path; none for a lesson
  /// that is not committed as it stands, or where there is no git.
  public var commits: [String: String] {
    var commits: [String: String] = [:]
    for lesson in lessons {
      let changed = git(["status", "--porcelain", "--", lesson.path])
      if changed?.isEmpty ?? false,
        let commit = git(["log", "-1", "--format=%h", "--", lesson.path]),
        !commit.isEmpty
      {
        commits[lesson.path] = commit
      }
    }
    return commits
  }

  func git(_ arguments: [String]) -> String? {
    guard let path = try? ToolError.find("git"),
      let transcript = try? runProgram(
        path, arguments, in: FileManager.default.temporaryDirectory),
      transcript.succeeded
    else { return nil }
    return transcript.outputText.trimmingCharacters(
      in: .whitespacesAndNewlines)
  }
}
