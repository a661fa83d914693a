import Foundation
import Literate
import Testing

/// Every lesson is a test of its own: it runs, and says what is recorded.
@Suite struct LessonsHold {
  private static let names: [String] = {
    let folder = House.root.appending(path: "Lessons").path
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (files ?? []).filter {
      $0.hasSuffix(".md") && ($0.first?.isNumber ?? false)
    }.sorted()
  }()

  @Test func thereAreLessons() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func lesson(name: String) throws {
    let toolchain = try Library.toolchain.get()
    let folder = House.root.appending(path: "Lessons").path
    let lesson = try Lesson(reading: "\(folder)/\(name)")
    let outcome = try LessonTester(toolchain: toolchain).outcome(of: lesson)
    let held = outcome.held  // the whole outcome would fill the screen
    #expect(held, "\n\(LessonReport(outcome))")
  }

  /// Run twice, a lesson prints the same digits.
  @Test(arguments: names)
  func lessonTwice(name: String) throws {
    let toolchain = try Library.toolchain.get()
    let folder = House.root.appending(path: "Lessons").path
    let lesson = try Lesson(reading: "\(folder)/\(name)")
    let tester = LessonTester(toolchain: toolchain)
    let (first, second) = (
      try tester.outcome(of: lesson), try tester.outcome(of: lesson)
    )
    let bothHeld = first.held && second.held
    #expect(bothHeld)
    for (one, two) in zip(first.blocks, second.blocks)
    where one.verdict != .varies {
      #expect(one.output == two.output, "block \(one.block.number)")
    }
  }

  /// Code in lessons fits the page.
  @Test(arguments: names)
  func lessonLinesFit(name: String) throws {
    let folder = House.root.appending(path: "Lessons").path
    for block in try Lesson(reading: "\(folder)/\(name)").blocks {
      for line in block.code.split(separator: "\n") {
        #expect(line.count <= 72, "line of \(line.count): \(line)")
      }
    }
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
