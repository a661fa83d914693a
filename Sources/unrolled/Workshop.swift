// What every command starts from: the course, and the engine that runs it.

import ArgumentParser
import Foundation
import Literate

/// Where the lessons are.
struct LessonsFolder: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the lessons.", valueName: "folder"),
    completion: .directory)
  var lessons = "Lessons"

  func course() throws -> Course { try Course(folder: lessons) }
}

/// Where lessons and library are; options of every command that runs lessons.
struct Workshop: ParsableArguments {
  @OptionGroup var place: LessonsFolder

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

  func course() throws -> Course { try place.course() }

  /// The compiler, and the package that lessons link against.
  func toolchain(for course: Course) throws -> Toolchain {
    let root = URL(filePath: package).standardizedFileURL
    let manifest = root.appending(path: "Package.swift")
    guard FileManager.default.fileExists(atPath: manifest.path) else {
      throw Problem(
        path: package,
        message: "there is no Package.swift here; run unrolled in the "
          + "package's folder, or name it with --package")
    }
    return try Toolchain(package: root, settings: course.settings)
  }

  /// The engine, with the library built.
  func tester(for course: Course) throws -> LessonTester {
    var tester = LessonTester(toolchain: try toolchain(for: course))
    tester.timeLimit = timeLimit
    try tester.toolchain.buildLibrary()
    return tester
  }
}

extension LessonTester {
  /// Runs lessons, saying how far it has come.
  ///
  /// - Parameter isQuiet: whether standard output is for something else.
  func outcomes(
    of selections: [Selection], isQuiet: Bool = false
  ) async throws -> [LessonOutcome] {
    let progress = ProgressLine(total: selections.count, isQuiet: isQuiet)
    defer { progress.end() }
    return try await outcomes(of: selections.map(\.lesson)) {
      progress.add($0)
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
    try selections(names).map(\.lesson)
  }
}

extension LessonOutcome {
  /// `✓ 06-text-becomes-numbers.md  12 blocks, compiled in 0.4 s, ran in 0.1 s`
  var line: String {
    let mark = held ? "✓" : "✗"
    let seconds = { (value: Double) in String(format: "%.1f s", value) }
    return "\(mark) \(lesson.fileName)  \(blocks.count) blocks, compiled in "
      + "\(seconds(self.seconds.compiling)), ran in "
      + seconds(self.seconds.running) + (isRemembered ? ", remembered" : "")
  }
}

/// To standard output, at once; a disk without room for it is an error.
func say(_ text: String) {
  put(text + "\n")
}

/// To standard output, as it is.
func put(_ text: String) {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    complain(
      "error: standard output cannot be written: "
        + error.localizedDescription)
    exit(2)
  }
}

/// To standard error; where that cannot be written, nobody can be told.
func complain(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
}
