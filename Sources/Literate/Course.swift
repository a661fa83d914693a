// A folder of lessons. Next: CourseSettings.swift.

import CommonMark
import Foundation

/// The lessons of a folder, in order, with the course's settings.
public struct Course: Sendable {
  /// The folder's path, as messages name it.
  public let folder: String
  public let settings: CourseSettings
  public let lessons: [Lesson]

  /// Reads `unrolled.yml` and every `NN-slug.md` of a folder.
  ///
  /// - Throws: every problem of every file, not only the first.
  public init(folder: String) throws(LessonError) {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw LessonError(problems: [
        Problem(
          path: folder,
          message: "there is no such folder; name the one the lessons are in")
      ])
    }
    settings = try CourseSettings(folder: folder, names: names)
    var (lessons, problems) = ([Lesson](), [Problem]())
    for name in names.filter(\.isLessonName).sorted() {
      do throws(LessonError) {
        lessons.append(try Lesson(reading: "\(folder)/\(name)"))
      } catch {
        problems += error.problems
      }
    }
    problems += lessons.compactMap(\.nameProblem)
    problems += Course.duplicates(lessons)
    for lesson in lessons { problems += settings.undeclared(by: lesson) }
    if lessons.isEmpty && problems.isEmpty {
      problems = [
        Problem(
          path: folder,
          message: "there are no lessons in this folder; a lesson is a file "
            + "like 01-first-steps.md")
      ]
    }
    guard problems.isEmpty else { throw LessonError(problems: problems) }
    self.lessons = lessons
  }

  /// Two lessons with one slug would be one page.
  private static func duplicates(_ lessons: [Lesson]) -> [Problem] {
    Dictionary(grouping: lessons, by: \.slug).values
      .filter { $0.count > 1 }
      .map { same in
        Problem(
          path: same[1].path,
          message: "this lesson and \(same[0].path) would be the same page, "
            + "\(same[0].slug).html; rename one of them")
      }
  }

  /// The lessons a word of the command line names: a number, a slug, a file
  /// name or a path.
  public func lessons(named name: String) -> [Lesson] {
    lessons.filter {
      $0.slug == name || $0.fileName == name || $0.path == name
        || (Int(name) != nil && $0.number == Int(name))
    }
  }
}

extension CourseSettings {
  /// Data sets a lesson needs that nobody declares.
  fileprivate func undeclared(by lesson: Lesson) -> [Problem] {
    let declared = (data ?? [:]).keys.sorted()
    return lesson.blocks.flatMap { block in
      block.fence.needs.data.filter { !declared.contains($0) }.map { name in
        Problem(
          path: lesson.path, line: block.place.line,
          column: block.place.column,
          message: "\(CourseSettings.fileName) declares no data set “\(name)”"
            + (name.nearest(among: declared).map { "; did you mean “\($0)”?" }
              ?? "; it belongs under data:, with its files"))
      }
    }
  }
}

extension Lesson {
  /// A slug is an address: letters, numbers and hyphens, and not that of a
  /// page the site has anyway.
  fileprivate var nameProblem: Problem? {
    let isFine =
      fileName.wholeMatch(of: /\d+-[\p{L}\p{N}][\p{L}\p{N}-]*\.md/) != nil
      && !["index", "library", "glossary"].contains(slug)
    return isFine
      ? nil
      : Problem(
        path: path,
        message: "a lesson's name is NN-slug.md, its slug made of letters, "
          + "numbers and hyphens, like 01-first-steps.md")
  }

  /// Reads a lesson's file.
  public init(reading path: String) throws(LessonError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LessonError(problems: [
        Problem(path: path, message: "this file cannot be read")
      ])
    }
    guard let source = String(validating: data, as: UTF8.self) else {
      throw LessonError(problems: [
        Problem(
          path: path, line: data.firstInvalidLine,
          message: "this line is not UTF-8; save the lesson as UTF-8 text")
      ])
    }
    try self.init(path: path, source: source)
  }
}

extension String {
  /// `NN-slug.md`
  fileprivate var isLessonName: Bool {
    hasSuffix(".md") && (first?.isNumber ?? false)
  }
}

extension Data {
  /// The first line that is not UTF-8.
  fileprivate var firstInvalidLine: Int? {
    split(separator: 10, omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }
      .map { $0 + 1 }
  }
}
