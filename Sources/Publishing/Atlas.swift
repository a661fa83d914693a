// Where everything is: lessons, their sections, and where links lead. Next:
// LessonText.swift.

import CommonMark
import Literate

/// The addresses of a site.
struct Atlas: Sendable {
  /// A lesson's place on the site.
  struct Entry: Sendable {
    let lesson: Lesson
    let outline: Outline
    let part: Part
    /// What its code and its prose name of the library.
    let names: CodeNames.Said
    /// The words it explains, each where it first does.
    let terms: [Term]

    /// The names of each block.
    var uses: [[NameUse]] { names.blocks }

    /// The slug alone: it stays when lessons are renumbered.
    var address: String { "\(lesson.slug).html" }
    var number: String { lesson.number.map(String.init) ?? "" }
  }

  struct Part: Equatable, Sendable {
    let position: Int
    let title: String
    let summary: String
    var anchor: String { "part-\(position)" }
  }

  /// In the course's order.
  let entries: [Entry]
  let parts: [Part]
  let shelf: Shelf

  init(_ course: Course, library: Library = Library()) {
    let shelf = Shelf(library)
    self.shelf = shelf
    let settings = course.settings.parts
    let parts = settings.enumerated().map { index, part in
      Part(position: index + 1, title: part.title, summary: part.summary)
    }
    let rest = Part(
      position: parts.count + 1, title: "Further lessons",
      summary: "Lessons that stand in no part yet.")
    entries = course.lessons.inParallel { [parts] lesson in
      let part = settings.firstIndex { $0.lessons.contains(lesson.slug) }
      return Entry(
        lesson: lesson, outline: Outline(lesson),
        part: part.map { parts[$0] } ?? rest,
        names: shelf.names.inLesson(lesson), terms: Term.all(in: lesson))
    }
    self.parts = parts + [rest]
  }

  /// Where a link leads.
  enum Target: Equatable {
    /// A checked value or claim.
    case checked(String)
    /// A page of the site, or a part of one.
    case here(address: String)
    /// Another host: a link may go there, a page must not.
    case elsewhere
    case nowhere(reason: String)
  }

  /// Where a link of a lesson leads, as its Markdown spells it.
  func target(of destination: String, in lesson: Lesson) -> Target {
    for scheme in ["value:", "claim:"] where destination.hasPrefix(scheme) {
      return .checked(String(destination.dropFirst(6)))
    }
    if destination.contains("://") || destination.hasPrefix("mailto:") {
      return .elsewhere
    }
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if parts[0].hasPrefix(Atlas.sources) {
      return source(destination, parts)
    }
    let file = parts[0].isEmpty ? lesson.fileName[...] : parts[0]
    guard let entry = entries.first(where: { $0.lesson.fileName == file })
    else {
      return .nowhere(reason: "“\(destination)” is no lesson of this course")
    }
    guard parts.count == 2 else { return .here(address: entry.address) }
    guard entry.outline.sections.contains(where: { $0.anchor == parts[1] })
    else {
      return .nowhere(
        reason: "\(entry.lesson.fileName) has no section “\(parts[1])”; it "
          + "has "
          + entry.outline.sections.map(\.anchor).joined(separator: ", "))
    }
    let page = entry.lesson == lesson ? "" : entry.address
    return .here(address: "\(page)#\(parts[1])")
  }

  /// How a lesson says where the sources are, so that a code host finds them.
  private static let sources = "../Sources/"

  /// A file of the library, or a line of one: `../Sources/RNN/A.swift#L3`.
  private func source(_ destination: String, _ parts: [Substring]) -> Target {
    let path = String(parts[0].dropFirst(Atlas.sources.count))
    guard let listing = shelf.listing(path) else {
      return .nowhere(reason: "“\(destination)” is no file of the library")
    }
    guard parts.count == 2 else { return .here(address: listing.address) }
    guard listing.has(anchor: String(parts[1])) else {
      return .nowhere(
        reason: "\(path) has \(listing.count.of("line")), and no line or "
          + "declaration “\(parts[1])”")
    }
    return .here(address: "\(listing.address)#\(parts[1])")
  }

  /// What no page may have: links to nothing, pictures from elsewhere.
  var problems: [Problem] {
    entries.flatMap { entry in
      entry.lesson.document.allNodes.compactMap { node in
        reason(against: node, in: entry.lesson).map { reason in
          Problem(
            path: entry.lesson.path, line: node.place.line,
            column: node.place.column, message: reason)
        }
      }
    }
  }

  private func reason(against node: Node, in lesson: Lesson) -> String? {
    switch node.kind {
    case .link(let destination):
      if case .nowhere(let reason) = target(of: destination, in: lesson) {
        reason
      } else {
        nil
      }
    case .image(let destination) where !destination.hasPrefix("data:"):
      "“\(destination)” is not on the page; draw pictures in a block and show "
        + "them, so that they cannot be older than their numbers"
    default: nil
    }
  }
}
