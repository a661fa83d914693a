// A new lesson, and its place in the course. Next: Settings+Parts.swift.

import Foundation

/// A lesson that does not exist yet: its file, and its line in `unrolled.yml`.
///
///     let scaffold = try Scaffold(
///       slug: "copying", part: "Memory", folder: "Lessons")
///     try scaffold.write()
public struct Scaffold: Equatable, Sendable {
  /// The lesson's file.
  public let path: String
  /// What stands in it: a lesson that holds.
  public let source: String
  /// The part of the course it belongs to.
  public let part: String
  private let settingsPath: String
  /// The settings as they are, and as they will be.
  private let settings: (old: String, new: String)

  public static func == (a: Scaffold, b: Scaffold) -> Bool {
    a.path == b.path && a.source == b.source && a.settings == b.settings
  }

  /// Plans a lesson.
  ///
  /// Its number is the next free one; but where `unrolled.yml` already names
  /// the slug between two lessons, one that is free between theirs.
  ///
  /// - Parameters:
  ///   - title: what it is called; the slug in words, if nil.
  ///   - part: the title of its part; that of the last lesson, if nil.
  ///   - number: its number, if it must be this one.
  public init(
    slug: String, title: String? = nil, part: String? = nil,
    number: Int? = nil, folder: String
  ) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Problem(
        path: folder,
        message: "there is no such folder; name the one the lessons are in")
    }
    let course = try CourseSettings(folder: folder, names: names)
    let lessons = names.compactMap(LessonName.init)
    try Scaffold.check(slug, number, lessons, folder)
    let number =
      try number
      ?? LessonName.number(
        for: slug, in: course, among: lessons, folder: folder)
    let text = number < 10 ? "0\(number)" : "\(number)"
    path = "\(folder)/\(text)-\(slug).md"
    source = Scaffold.text(title: title ?? slug.inWords)
    settingsPath = "\(folder)/\(CourseSettings.fileName)"
    let old =
      (try? String(contentsOfFile: settingsPath, encoding: .utf8)) ?? ""
    if let listed = course.parts.first(where: { $0.lessons.contains(slug) }) {
      self.part = listed.title
      settings = (old, old)
    } else {
      let index = try course.part(
        called: part, after: lessons.max { $0.number < $1.number }?.slug,
        path: settingsPath)
      self.part = course.parts[index].title
      settings = (
        old,
        try course.adding(slug, toPart: index, of: old, path: settingsPath)
      )
    }
  }

  private static func check(
    _ slug: String, _ number: Int?, _ lessons: [LessonName], _ folder: String
  ) throws(Problem) {
    guard slug.wholeMatch(of: /\p{L}[\p{L}\p{N}-]*/) != nil, slug != "index"
    else {
      throw Problem(
        path: folder,
        message: "“\(slug)” is no address for a page; a slug is made of "
          + "letters, numbers and hyphens, like padding-and-masks")
    }
    if let same = lessons.first(where: { $0.slug == slug }) {
      throw Problem(
        path: "\(folder)/\(same.fileName)",
        message: "there is a lesson of this name; choose another slug")
    }
    if let same = lessons.first(where: { $0.number == number }) {
      throw Problem(
        path: "\(folder)/\(same.fileName)",
        message: "there is a lesson of this number; choose another")
    }
  }

  /// A lesson in a few lines, which holds as it stands: it says one thing,
  /// computes it, and has recorded it.
  private static func text(title: String) -> String {
    """
    # \(title)

    One sentence that says what this lesson shows.

    ```swift
    let words = "one step at a time".split(separator: " ")
    words.count
    ```

    ```output
    5
    ```

    A sentence about a number is checked: there are [5](value:words) words, \
    and that is [more than four](claim:words>4).

    ```swift hidden
    note("words", words.count)
    ```

    """
  }

  /// Writes both files: the lesson first, and never over another.
  public func write() throws(Problem) {
    do {
      try Data(source.utf8).write(
        to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw Problem(
        path: path,
        message: "cannot be written: \(error.localizedDescription)")
    }
    guard settings.new != settings.old else { return }
    do {
      try Data(settings.new.utf8).write(
        to: URL(filePath: settingsPath), options: .atomic)
    } catch {
      throw Problem(
        path: settingsPath,
        message: "cannot be written: \(error.localizedDescription)")
    }
  }
}

/// `07-padding-and-masks.md`, taken apart.
private struct LessonName {
  let fileName: String
  let number: Int
  let slug: String

  init?(_ fileName: String) {
    guard let match = fileName.wholeMatch(of: /(\d+)-(.+)\.md/),
      let number = Int(match.1)
    else { return nil }
    self.fileName = fileName
    self.number = number
    slug = String(match.2)
  }

  /// The number a new lesson gets.
  static func number(
    for slug: String, in course: CourseSettings, among lessons: [LessonName],
    folder: String
  ) throws(Problem) -> Int {
    let order = course.parts.flatMap(\.lessons)
    let numbers = Dictionary(
      lessons.map { ($0.slug, $0.number) }, uniquingKeysWith: { $1 })
    let highest = numbers.values.max() ?? 0
    guard let place = order.firstIndex(of: slug) else { return highest + 1 }
    let before = order[..<place].compactMap { numbers[$0] }.max() ?? 0
    guard let after = order[place...].compactMap({ numbers[$0] }).min() else {
      return highest + 1
    }
    // Lessons that are yet to come keep their numbers free.
    let waiting = order[..<place].reversed().prefix { numbers[$0] == nil }
    let number = min(before + 1 + waiting.count, after - 1)
    guard number > before else {
      throw Problem(
        path: folder,
        message: "there is no number left between \(before) and \(after) for "
          + "“\(slug)”; renumber the lessons behind it: their addresses stay")
    }
    return number
  }
}

extension String {
  /// `padding-and-masks` → `Padding and masks`
  fileprivate var inWords: String {
    let words = replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
