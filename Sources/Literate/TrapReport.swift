// What Swift's own backtrace says about a stop.

import Foundation

/// Reads the JSON that `SWIFT_BACKTRACE` writes when a program stops.
struct TrapReport: Decodable {
  private let threads: [Thread]

  private struct Thread: Decodable {
    let crashed: Bool?
    let frames: [Frame]
  }

  private struct Frame: Decodable {
    let sourceLocation: Location?
  }

  private struct Location: Decodable {
    let file: String
    let line: Int
  }

  /// The variables that ask for such reports in a folder.
  static func environment(folder: URL) -> [String: String] {
    [
      "SWIFT_BACKTRACE":
        "enable=yes,interactive=no,color=no,format=json,cache=no,"
        + "output-to=\(folder.path)"
    ]
  }

  /// The innermost line of the lesson in each report of a folder.
  static func lines(in folder: URL, lesson: Lesson) -> [Int] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).compactMap { file in
      guard let data = try? Data(contentsOf: file),
        let report = try? JSONDecoder().decode(TrapReport.self, from: data)
      else { return nil }
      return report.line(in: lesson)
    }
  }

  private func line(in lesson: Lesson) -> Int? {
    let crashed = threads.first { $0.crashed ?? false } ?? threads.first
    return crashed?.frames.compactMap(\.sourceLocation)
      .first { $0.file == lesson.path || $0.file.hasSuffix("/" + lesson.path) }
      .map(\.line)
  }
}
