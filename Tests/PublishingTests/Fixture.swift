// Courses and outcomes made up for the tests: what a run would have found.
// Next: FixtureCourse.swift, a course with everything in it.

import Foundation
import Literate
import Publishing

/// A course from its files, as a map: name → text.
struct Fixture {
  let course: Course
  let library: Library
  /// As if every block did what the lesson says.
  var outcomes: [LessonOutcome]
  /// What pages run, by the lessons' slugs.
  var programs: [String: PageProgram] = [:]

  static let settings = """
    title: Unrolled
    summary: A course in which every number was computed.
    product: Unrolled
    imports: [RNN]
    parts:
      - title: Words
        summary: Before anything was learned.
        lessons: [hi, backpropagation-through-time]

    """

  init(
    _ files: [String: String], settings: String = Fixture.settings,
    pictures: [Int: OutputPiece] = [:], library: [String: String] = [:],
    walk: [LibrarySettings.Step] = []
  ) throws {
    self.library = Library(
      rooms: Set(library.keys.map { String($0.prefix { $0 != "/" }) }).sorted()
        .map { LibrarySettings.Room(folder: $0, summary: "What \($0) is.") },
      walk: walk,
      files: library.sorted { $0.key < $1.key }
        .map { SourceFile(path: $0.key, code: $0.value) })
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(settings.utf8).write(to: folder.appending(path: "unrolled.yml"))
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    course = try Course(folder: folder.path)
    outcomes = course.lessons.map { .asRecorded($0, pictures: pictures) }
  }

  /// A course that is there already.
  init(course: Course, library: Library) {
    (self.course, self.library) = (course, library)
    outcomes = course.lessons.map { .asRecorded($0) }
  }

  /// The site of it.
  func site(
    theme: String = Fixture.theme, changes: [CourseChange] = [],
    packages: LessonPackages? = nil, base: BaseURL? = nil
  ) throws -> Site {
    try Site(
      course: course, library: library, outcomes: outcomes,
      programs: programs,
      receipt: Receipt(
        compiler: "Swift 6.3.1",
        commits: Dictionary(
          uniqueKeysWithValues: course.lessons.map { ($0.path, "4c1f0e9") }),
        changes: changes),
      theme: Theme(folder: theme),
      typesetter: Typesetter(
        theme: theme, cache: Fixture.cache.path,
        packages: [
          "/usr/share/nodejs",
          Fixture.root.appending(path: ".build/katex/node_modules").path,
        ]), packages: packages, base: base)
  }

  /// The repository.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let theme = root.appending(path: "Site/theme").path
  static let cache = FileManager.default.temporaryDirectory
    .appending(path: "unrolled-tests-formulas")
}

/// A new folder, for the caller to remove.
func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "unrolled-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true)
  return folder
}

extension Site {
  /// A page's text.
  func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  /// What stands between a lesson's head and its receipt.
  func body(_ path: String) -> String {
    let page = text(path)
    guard let start = page.firstRange(of: "Receipt</a></li></ul>\n\n"),
      let end = page.firstRange(of: "<section class=\"receipt\"")
    else { return page }
    return String(page[start.upperBound..<end.lowerBound])
      .trimmingCharacters(in: .newlines)
  }
}

// MARK: - Outcomes

extension LessonOutcome {
  /// What a run finds where all is as the lesson says. A value is what the
  /// prose says it is, and was noted by the first block.
  static func asRecorded(
    _ lesson: Lesson, pictures: [Int: OutputPiece] = [:]
  ) -> LessonOutcome {
    LessonOutcome(
      lesson: lesson,
      blocks: lesson.blocks.map { .asRecorded($0, pictures[$0.number]) },
      references: lesson.references.map { reference in
        ReferenceOutcome(
          reference: reference, finding: .agrees,
          says: "\(reference.target) = \(reference.words)", block: 1)
      },
      seconds: Seconds(compiling: 0.9, running: 0.7))
  }

  /// The same, with one block's verdict changed.
  func with(
    _ verdict: Verdict, printing text: String = "", block: Int = 1
  ) -> LessonOutcome {
    LessonOutcome(
      lesson: lesson,
      blocks: blocks.map {
        guard $0.block.number == block else { return $0 }
        return BlockOutcome(
          block: $0.block, output: text.isEmpty ? [] : [.text(text)],
          verdict: verdict)
      }, references: references, seconds: seconds)
  }

  /// The same, with the first link's finding changed.
  func with(
    _ finding: ReferenceOutcome.Finding, block: Int? = 1
  ) -> LessonOutcome {
    LessonOutcome(
      lesson: lesson, blocks: blocks,
      references: references.enumerated().map { index, found in
        index > 0
          ? found
          : ReferenceOutcome(
            reference: found.reference, finding: finding, says: found.says,
            block: block)
      }, seconds: seconds)
  }
}

extension BlockOutcome {
  static func asRecorded(
    _ block: Block, _ picture: OutputPiece? = nil
  ) -> BlockOutcome {
    var output = block.recorded.map { [OutputPiece.text($0.text + "\n")] } ?? []
    if let picture { output = [picture] }
    let verdict: Verdict =
      switch block.fence.role {
      case .timing: .varies
      case .illustration(let reason): .excused(reason: reason)
      case .hint: .excused(reason: "a hint")
      default: .matched
      }
    let refusal = Diagnostic(
      line: block.codeLine, column: 5, message: "no such thing")
    return BlockOutcome(
      block: block,
      output: verdict == .matched || verdict == .varies
        ? output : [], verdict: verdict,
      diagnostics: block.fence.role == .fails ? [refusal] : [])
  }
}
