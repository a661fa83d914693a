// What happened to the lessons, as git tells it.

import Foundation

/// A commit that touched lessons.
public struct CourseChange: Equatable, Sendable {
  /// Short, as `git log` prints it.
  public let commit: String
  /// When it was made: `2026-11-22T10:00:00Z`, wherever it is read.
  public let date: String
  public let subject: String
  /// The files it touched, by name: `05-backpropagation-through-time.md`.
  public let lessons: [String]

  public init(
    commit: String, date: String, subject: String, lessons: [String]
  ) {
    self.commit = commit
    self.date = date
    self.subject = subject
    self.lessons = lessons
  }
}

extension Course {
  /// The last commits that touched lessons, the newest first; none where
  /// there is no git.
  public func changes(last count: Int = 50) -> [CourseChange] {
    let mark = "\u{1}"
    let log = git([
      "-C", folder, "log", "-\(count)", "--name-only", "--no-renames",
      "--no-merges", "--format=\(mark)%h%x00%cI%x00%s", "--", ".",
    ])
    let names = Set(lessons.map(\.fileName))
    return (log ?? "").components(separatedBy: mark).compactMap { entry in
      let lines = entry.split(separator: "\n").map(String.init)
      let head = lines.first?.components(separatedBy: "\0") ?? []
      guard head.count == 3, let date = head[1].inUTC else { return nil }
      let touched = lines.dropFirst().compactMap {
        $0.split(separator: "/").last.map(String.init)
      }.filter(names.contains)
      guard !touched.isEmpty else { return nil }
      return CourseChange(
        commit: head[0], date: date, subject: head[2],
        lessons: touched.sorted())
    }
  }
}

extension String {
  /// A moment, as it is told in Greenwich.
  fileprivate var inUTC: String? {
    let format = ISO8601DateFormatter()
    return format.date(from: self).map(format.string)
  }
}
