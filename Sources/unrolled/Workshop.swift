// What every command starts from: the course, and the engine that runs it.

import ArgumentParser
import Foundation
import Literate

/// Where the lessons are; options that every command shares.
struct Workshop: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the lessons.", valueName: "folder"),
    completion: .directory)
  var lessons = "Lessons"

  @Option(
    help: ArgumentHelp(
      "The folder of the package they link against.", valueName: "folder"),
    completion: .directory)
  var package = "."

  @Option(
    help: ArgumentHelp(
      "How many seconds a lesson may run.", valueName: "seconds"))
  var timeLimit = 300.0

  func validate() throws {
    guard timeLimit > 0, timeLimit < 1e6 else {
      throw ValidationError("--time-limit needs a number of seconds above 0")
    }
  }

  func course() throws -> Course { try Course(folder: lessons) }

  /// The engine, with the library built.
  func tester(for course: Course) throws -> LessonTester {
    let root = URL(filePath: package).standardizedFileURL
    let manifest = root.appending(path: "Package.swift")
    guard FileManager.default.fileExists(atPath: manifest.path) else {
      throw Problem(
        path: package,
        message: "there is no Package.swift here; run unrolled in the "
          + "package's folder, or name it with --package")
    }
    var tester = LessonTester(
      toolchain: try Toolchain(package: root, settings: course.settings))
    tester.timeLimit = timeLimit
    try tester.toolchain.buildLibrary()
    return tester
  }

  /// Runs lessons, with a line for each as it is done.
  func outcomes(
    of lessons: [Lesson], course: Course, options: TestOptions = TestOptions()
  ) async throws -> [LessonOutcome] {
    var tester = try tester(for: course)
    tester.options = options
    return try await tester.outcomes(of: lessons) { outcome in
      say(outcome.line)
    }
  }
}

/// What is run, and how: options of commands that judge lessons.
struct Thoroughness: ParsableArguments {
  @Flag(help: "Run everything, though nothing changed since it last was.")
  var fresh = false
  @Flag(help: "Run slow blocks too.")
  var slow = false
  @Flag(
    help: ArgumentHelp(
      "Run everything in two processes that must agree in every byte.",
      discussion: """
        They differ in hash seeds, working folders and numbers of threads.
        """))
  var twice = false

  var options: TestOptions {
    let isProof =
      ProcessInfo.processInfo.environment["UNROLLED_PROOF"] == "1"
    return TestOptions(
      isFresh: fresh, isSlow: slow || isProof, isTwice: twice)
  }
}

extension Course {
  /// The lessons some words name; all of them for none.
  func chosen(_ names: [String]) throws -> [Lesson] {
    guard !names.isEmpty else { return lessons }
    var chosen: [Lesson] = []
    for name in names {
      let found = lessons(named: name)
      guard !found.isEmpty else {
        throw Problem(
          path: folder,
          message: "no lesson is called “\(name)”; there are "
            + lessons.map(\.fileName).joined(separator: ", "))
      }
      chosen += found.filter { !chosen.contains($0) }
    }
    return chosen
  }
}

extension LessonOutcome {
  /// `✓ 06-text-becomes-numbers.md  12 blocks, compiled in 0.4 s, ran in 0.1 s`
  var line: String {
    let mark = held ? "✓" : "✗"
    let seconds = { (value: Double) in String(format: "%.1f s", value) }
    return "\(mark) \(lesson.fileName)  \(blocks.count) blocks, compiled in "
      + "\(seconds(self.seconds.compiling)), ran in "
      + seconds(self.seconds.running)
  }
}

/// To standard output, at once.
func say(_ text: String) {
  FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

/// To standard error.
func complain(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
