import Foundation
import Testing

@testable import Literate

@Suite struct ScaffoldTests {
  private func folder(_ parts: String, _ lessons: String...) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "scaffold-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    try Data((head + parts).utf8).write(
      to: folder.appending(path: "unrolled.yml"))
    for name in lessons {
      try Data("# A\n\nB.\n".utf8).write(to: folder.appending(path: name))
    }
    return folder.path
  }

  private let head = "# é\ntitle: A\nsummary: B\nproduct: P\nimports: [M]\n"

  private func settings(_ folder: String) throws -> String {
    let text = try String(
      contentsOfFile: "\(folder)/unrolled.yml", encoding: .utf8)
    return String(text.dropFirst(head.count))
  }

  @Test func aNewLessonIsALessonOfTheCourse() throws {
    let folder = try folder(
      "parts:\n  - { title: One, summary: S, lessons: [a] }  # first\n"
        + "  - { title: Two, summary: S, lessons: [] }\n", "03-a.md")
    let scaffold = try Scaffold(slug: "long-words", folder: folder)
    try scaffold.write()
    #expect(scaffold.path == "\(folder)/04-long-words.md")
    let course = try Course(folder: folder)
    #expect(course.lessons.map(\.title) == ["A", "Long words"])
    #expect(
      try settings(folder)
        == "parts:\n  - { title: One, summary: S, lessons: [a, long-words] }  "
        + "# first\n  - { title: Two, summary: S, lessons: [] }\n")
  }

  @Test(arguments: [
    (
      "parts:\n- title: One\n  summary: S\n  lessons:\n    - a  # x\n    - b\n",
      "parts:\n- title: One\n  summary: S\n  lessons:\n    - a  # x\n    - b\n"
        + "    - new\n"
    ),
    (
      "parts: [{title: One, summary: S, lessons: [a,\n  b\n  ]}]\n",
      "parts: [{title: One, summary: S, lessons: [a,\n  b, new\n  ]}]\n"
    ),
    (
      "parts:\n- title: One\n  summary: S\n  lessons: []\n",
      "parts:\n- title: One\n  summary: S\n  lessons: [new]\n"
    ),
    (
      "parts:\n- title: One\n  summary: S\n  lessons:\n  - b\ndata: {}\n",
      "parts:\n- title: One\n  summary: S\n  lessons:\n  - b\n  - new\ndata: {}\n"
    ),
  ])
  func settingsKeepEveryOtherByte(old: String, new: String) throws {
    let folder = try folder(old)
    try Scaffold(slug: "new", part: "one", number: 7, folder: folder).write()
    #expect(try settings(folder) == new)
    #expect(try Course(folder: folder).lessons.map(\.number) == [7])
  }

  @Test func whatCannotBeEditedIsLeftToItsAuthor() throws {
    let parts = "parts:\n- {title: One, summary: S, lessons: ['a', \"b\"]}\n"
    let folder = try folder(parts)
    #expect(throws: Problem.self) {
      try Scaffold(slug: "new", folder: folder)
    }
    #expect(try settings(folder) == parts)
  }

  @Test func theOrderOfTheCourseGivesTheNumber() throws {
    let parts =
      "parts:\n- {title: One, summary: S, lessons: [a, b, c, d, e, f]}\n"
    let folder = try folder(parts, "02-a.md", "07-d.md")
    #expect(
      try Scaffold(slug: "b", folder: folder).path.hasSuffix("/03-b.md"))
    #expect(
      try Scaffold(slug: "c", folder: folder).path.hasSuffix("/04-c.md"))
    #expect(
      try Scaffold(slug: "f", folder: folder).path.hasSuffix("/08-f.md"))
    try Scaffold(slug: "c", folder: folder).write()
    #expect(try settings(folder) == parts)
  }

  @Test(arguments: [
    ("a b", nil, "“a b” is no address for a page"),
    ("index", nil, "“index” is no address"),
    ("a", nil, "there is a lesson of this name"),
    ("new", 1, "there is a lesson of this number"),
    ("new", nil, "there is no part “Nine”; there are One"),
  ])
  func whatCannotBeMadeIsOneClearError(
    slug: String, number: Int?, message: String
  ) throws {
    let folder = try folder(
      "parts: [{title: One, summary: S, lessons: [a]}]\n", "01-a.md")
    do {
      _ = try Scaffold(
        slug: slug, part: "Nine", number: number, folder: folder)
      Issue.record("made \(slug)")
    } catch let error as Problem {
      #expect(error.message.hasPrefix(message), "\(error)")
    }
  }
}
