// What a reader can take from a lesson's page, and give back. Next:
// Archive.swift, which packs what they take.

import CommonMark
import Foundation
import Literate

/// A link under a lesson.
struct ToolLink: Equatable, Sendable {
  let toolAddress: String
  let toolTitle: String
  /// Something to be kept, not looked at.
  var isFile = false
  /// Where mistakes are reported.
  var takesReports = false
}

extension LessonText {
  /// The lesson's Markdown, its package, and where to mend it.
  func tools(
    _ settings: CourseSettings, packages: LessonPackages?
  ) -> [ToolLink] {
    let lesson = entry.lesson
    var links = [
      ToolLink(
        toolAddress: lesson.fileName, toolTitle: "This lesson as Markdown",
        isFile: true)
    ]
    if packages?.own[lesson.slug] != nil {
      links.append(
        ToolLink(
          toolAddress: "\(lesson.slug).zip",
          toolTitle: "This lesson as a Swift package", isFile: true))
    }
    if let repository = settings.repository.flatMap(BaseURL.init) {
      links += mending(repository)
    }
    return links
  }

  private func mending(_ repository: BaseURL) -> [ToolLink] {
    let lesson = entry.lesson
    let title = "\(lesson.fileName): "
    let path = lesson.path.split(separator: "/").suffix(2)
      .joined(separator: "/")
    return [
      ToolLink(
        toolAddress: repository.text + "issues/new?title=" + title.inQuery,
        toolTitle: "Report a mistake on this page", takesReports: true),
      ToolLink(
        toolAddress: repository.address(of: "edit/main/\(path)"),
        toolTitle: "Edit this page"),
    ]
  }
}

extension Lesson {
  /// Which version of which page: `05-….md, commit 1a2b3c4, Swift 6.3.1`
  func place(in receipt: Receipt) -> String {
    let commit = receipt.commits[path].map { "commit " + $0 }
    return [fileName, commit ?? "not yet committed", receipt.compiler]
      .joined(separator: ", ")
  }
}

extension LessonPackages {
  /// A ZIP archive of each lesson's package, by its name on the site.
  var archives: [String: [UInt8]] {
    let library = library.mapValues(Archive.File.init)
    let archives = own.map { slug, files in
      let own = files.mapValues { Archive.File(Array($0.utf8)) }
      return (
        "\(slug).zip", Archive(library.merging(own) { $1 }, in: slug).bytes
      )
    }
    return Dictionary(uniqueKeysWithValues: archives)
  }
}

extension Course {
  /// Settings that only pages ask for, and that say nothing they could use.
  var settingsProblems: [Problem] {
    var problems: [String] = []
    if let repository = settings.repository, BaseURL(repository) == nil {
      problems.append(
        "repository: “\(repository)” is no address; write "
          + "https://example.org/course")
    }
    if let hero = settings.hero,
      !lessons.contains(where: { $0.slug == hero.lesson })
    {
      problems.append("hero: there is no lesson “\(hero.lesson)”")
    }
    return problems.map {
      Problem(path: "\(folder)/unrolled.yml", message: $0)
    }
  }
}

extension String {
  fileprivate var inQuery: String {
    addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self
  }
}
