import ArgumentParser
import Foundation
import Literate

struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Walks through the exercises of a lesson, checking each save.",
    discussion: """
      Each exercise is put into a file: fill its gap in an editor and save. \
      The check runs at every save, and when it passes, the next exercise \
      comes. Answers are kept; to begin anew, remove the file.

        unrolled practice 05
        unrolled practice 05 --once    looks at what is there, and ends
      """)

  @OptionGroup var workshop: Workshop
  @Option(
    help: ArgumentHelp("Where the answers go.", valueName: "folder"),
    completion: .directory)
  var answers = "practice"
  @Flag(help: "Look at the answers as they are, once.")
  var once = false
  @Argument(
    help: "A lesson, by number, slug or file name.", completion: .lessons)
  var name: String

  func run() throws {
    let course = try workshop.course()
    let lesson = try course.chosen([name])[0]
    let practices = Practice.all(of: lesson)
    guard !practices.isEmpty else {
      throw Problem(
        path: lesson.path, message: "there is no exercise in this lesson")
    }
    let tester = try workshop.tester(for: course)
    var passed = 0
    for (index, practice) in practices.enumerated() {
      let file = try file(for: practice)
      say("\(index + 1) of \(practices.count): \(file.relativePath)")
      if try walk(practice, file, tester) { passed += 1 }
    }
    say("\(passed) of \(practices.count) exercises solved")
    if passed < practices.count { throw ExitCode(1) }
  }

  /// The answer's file, with the starter in it at first.
  private func file(for practice: Practice) throws -> URL {
    let folder = "\(answers)/\(practice.lesson.slug)"
    let file = URL(filePath: "\(folder)/\(practice.exercise.id).swift")
    guard !FileManager.default.fileExists(atPath: file.path) else {
      return file
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(practice.exercise.starter.code.utf8).write(to: file)
    } catch {
      throw ToolError.cannotWrite(file.path, error.localizedDescription)
    }
    return file
  }

  /// Tries the answer at every save, until it passes.
  private func walk(
    _ practice: Practice, _ file: URL, _ tester: LessonTester
  ) throws -> Bool {
    var last: String?
    var hints = practice.exercise.hints.makeIterator()
    while true {
      let answer = try? String(contentsOf: file, encoding: .utf8)
      guard let answer, answer != last else {
        if answer == nil, last != nil { return false }
        Thread.sleep(forTimeInterval: 0.3)
        continue
      }
      switch try practice.result(of: answer, tester: tester) {
      case .passed:
        say("✓ solved")
        return true
      case .failed(let words):
        for line in words { say("✗ \(line)") }
        if once { return false }
        // A first look is no attempt; after each of those, a hint.
        if last != nil, let hint = hints.next() { say("Hint:\n\(hint.code)") }
        if last == nil { say("Fill the gap and save.") }
      }
      last = answer
    }
  }
}
