import Foundation
import Literate
import Testing

/// Every lesson is a test of its own: it runs, and says what is recorded.
@Suite struct LessonsHold {
  private static let names = LessonNames.all

  @Test func thereAreLessons() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func lesson(name: String) throws {
    let toolchain = try Library.toolchain.get()
    let folder = House.root.appending(path: "Lessons").path
    let lesson = try Lesson(reading: "\(folder)/\(name)")
    var tester = LessonTester(toolchain: toolchain)
    tester.options.isSlow =
      ProcessInfo.processInfo.environment["UNROLLED_PROOF"] == "1"
    let outcome = try tester.outcome(of: lesson)
    let held = outcome.held  // the whole outcome would fill the screen
    #expect(held, "\n\(LessonReport(outcome))")
  }

  /// Run twice, with other hash seeds, in another folder and on another
  /// number of threads, a lesson prints the same bytes.
  @Test(arguments: names)
  func lessonTwice(name: String) throws {
    let toolchain = try Library.toolchain.get()
    let folder = House.root.appending(path: "Lessons").path
    let lesson = try Lesson(reading: "\(folder)/\(name)")
    var tester = LessonTester(toolchain: toolchain)
    tester.options.isTwice = true
    let outcome = try tester.outcome(of: lesson)
    let held = outcome.held
    #expect(held, "\n\(LessonReport(outcome))")
  }

  /// Code in lessons fits the page. An excerpt is the source's own lines,
  /// which may be a little longer.
  @Test(arguments: names)
  func lessonLinesFit(name: String) throws {
    let folder = House.root.appending(path: "Lessons").path
    let lesson = try Lesson(reading: "\(folder)/\(name)")
    for block in lesson.blocks where !block.fence.isExcerpt {
      for line in block.code.split(separator: "\n") {
        #expect(line.count <= 72, "line of \(line.count): \(line)")
      }
    }
  }
}

/// The lessons of the course.
enum LessonNames {
  static let all: [String] = {
    let folder = House.root.appending(path: "Lessons").path
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (files ?? []).filter {
      $0.hasSuffix(".md") && ($0.first?.isNumber ?? false)
    }.sorted()
  }()

  static func lesson(_ name: String) throws -> Lesson {
    let folder = House.root.appending(path: "Lessons").path
    return try Lesson(reading: "\(folder)/\(name)")
  }
}

/// The library lessons link against, built once.
enum Library {
  static let toolchain = Result {
    let folder = House.root.appending(path: "Lessons").path
    let toolchain = try Toolchain(
      package: House.root, settings: try Course(folder: folder).settings)
    try toolchain.buildLibrary()
    return toolchain
  }
}
