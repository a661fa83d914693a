import Foundation
import Testing

@testable import Literate

/// A folder of small lessons, one for each rule, and beside each what the
/// engine says of it: what does not hold, and the fences counted.
///
/// `RECORD=1` writes that anew.
@Suite struct CaseTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "Cases")

  private static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: names)
  func theEngineSaysWhatItShould(name: String) throws {
    let file = Self.folder.appending(path: name)
    let expected = file.deletingPathExtension()
      .appendingPathExtension("txt")
    let said = try said(name, try String(contentsOf: file, encoding: .utf8))
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(said.utf8).write(to: expected)
    }
    let words = try? String(contentsOf: expected, encoding: .utf8)
    #expect(said == words)
  }

  private func said(_ name: String, _ source: String) throws -> String {
    let lesson: Lesson
    do throws(LessonError) {
      lesson = try Lesson(path: name, source: source)
    } catch {
      return "\(error)\n"
    }
    var tester = LessonTester(toolchain: try Workbench.toolchain.get())
    tester.timeLimit = 60
    let outcome = try tester.outcome(of: lesson)
    return ["\(LessonReport(outcome))", "\(FenceAudit([outcome]))"]
      .filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }
}
