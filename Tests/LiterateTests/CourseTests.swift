import Foundation
import Testing

@testable import Literate

@Suite struct CourseTests {
  private let settings = """
    title: A course
    summary: In a sentence.
    product: P
    imports: [M]
    parts:
      - title: One
        summary: First.
        lessons: [b, a]
    """

  @Test func lessonsComeInOrder() throws {
    let course = try Course(
      folder: try folder([
        "unrolled.yml": settings, "02-a.md": "# A\n\nx\n",
        "01-b.md": "# B\n\nx\n", "README.md": "no lesson",
      ]))
    #expect(course.lessons.map(\.title) == ["B", "A"])
    #expect(course.settings.parts.map(\.title) == ["One"])
    #expect(course.lessons(named: "2").map(\.slug) == ["a"])
    #expect(course.lessons(named: "02").map(\.slug) == ["a"])
    #expect(course.lessons(named: "b").map(\.slug) == ["b"])
    #expect(course.lessons(named: "c").isEmpty)
  }

  @Test func anEmptyFolderIsOneClearError() throws {
    let folder = try folder(["unrolled.yml": settings])
    #expect(
      problems(folder) == [
        "\(folder): error: there are no lessons in this folder; a lesson is a "
          + "file like 01-first-steps.md"
      ])
  }

  @Test func aMissingFolderIsOneClearError() {
    #expect(
      problems("nowhere") == [
        "nowhere: error: there is no such folder; name the one the lessons "
          + "are in"
      ])
  }

  @Test func aLessonThatIsNotUTF8IsNamedWithItsLine() throws {
    let folder = try folder(["unrolled.yml": settings])
    try (Data("# A\n\nb\n".utf8) + Data([0xff, 0x0a]))
      .write(to: URL(filePath: folder).appending(path: "01-a.md"))
    #expect(
      problems(folder) == [
        "\(folder)/01-a.md:4: error: this line is not UTF-8; save the lesson "
          + "as UTF-8 text"
      ])
  }

  @Test func twoLessonsMayNotBeOnePage() throws {
    let folder = try folder([
      "unrolled.yml": settings, "01-a.md": "# A\n\nx\n",
      "02-a.md": "# A\n\nx\n",
    ])
    #expect(problems(folder).count == 1)
    #expect(problems(folder)[0].contains("would be the same page, a.html"))
  }

  @Test(arguments: ["01-index.md", "03-.md", "01-a b.md", "2.md"])
  func aLessonsNameIsAnAddress(name: String) throws {
    let folder = try folder(["unrolled.yml": settings, name: "# A\n\nx\n"])
    #expect(problems(folder).count == 1)
    #expect(problems(folder).first?.contains("NN-slug.md") ?? false)
  }

  @Test func settingsThatLackSomethingSaySo() throws {
    let folder = try folder(["unrolled.yml": "title: A\n"])
    #expect(
      problems(folder) == [
        "\(folder)/unrolled.yml: error: these settings cannot be read: "
          + "“summary” is missing"
      ])
    let none = try self.folder(["01-a.md": "# A\n\nx\n"])
    #expect(problems(none)[0].contains("there is no such file"))
  }

  @Test func unknownSettingsGetASuggestion() throws {
    let folder = try folder([
      "unrolled.yml": settings.replacing("summary: First", with: "sumary: x")
        + "\nprodukt: Q\ndata: { imdb: { files: { a: { sha265: x } } } }\n",
      "01-a.md": "# A\n\nx\n",
    ])
    let path = "\(folder)/unrolled.yml"
    #expect(
      problems(folder) == [
        "\(path):7:5: error: there is no setting “sumary” here; did you mean "
          + "“summary”?",
        "\(path):9:1: error: there is no setting “produkt” here; did you mean "
          + "“product”?",
        "\(path):10:31: error: there is no setting “sha265” here; did you "
          + "mean “sha256”?",
      ])
  }

  @Test func neededDataIsDeclared() throws {
    let data = "\ndata: { imdb: { files: { a: { sha256: x } } } }\n"
    let folder = try folder([
      "unrolled.yml": settings + data,
      "01-a.md": "# A\n\nx\n\n```swift needs=imbd\n1\n```\n",
    ])
    #expect(
      problems(folder) == [
        "\(folder)/01-a.md:5:1: error: unrolled.yml declares no data set "
          + "“imbd”; did you mean “imdb”?"
      ])
  }

  // MARK: - Helpers

  private func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder.path
  }

  private func problems(_ folder: String) -> [String] {
    do throws(LessonError) {
      _ = try Course(folder: folder)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}
