// A page of the library: one file, comments beside code. Next:
// LibraryPage.swift.

import Foundation
import Literate

/// What the source template is filled in with.
struct SourcePage: Sendable {
  let folder: String
  let roomAnchor: String
  let fileName: String
  let summary: String
  let count: String
  let hasLessons: Bool
  let lessons: [LessonMention]
  let railTitle: String
  let chain: [Step]
  let hasSigns: Bool
  let chunks: [ChunkView]
  let previous: FileLink?
  let next: FileLink?

  struct Step: Sendable {
    let linkAddress: String
    let linkTitle: String
    let isHere: Bool
    let hasSections: Bool
    let sections: [Section]
  }

  struct Section: Sendable {
    let sectionAnchor: String
    let sectionTitle: String
  }

  struct ChunkView: Sendable {
    let chunkClass: String
    let anchor: String?
    let heading: String?
    let headingAnchor: String?
    let comment: String
    let uses: [UseView]
    let hasLines: Bool
    let lines: String
  }

  /// In which lessons something is used.
  struct UseView: Sendable {
    /// What, where more than one thing is declared.
    let name: String?
    let lessons: [LessonMention]
  }

  struct FileLink: Sendable {
    let linkAddress: String
    let linkTitle: String
    let linkSummary: String
  }

  init(_ listing: SourceListing, shelf: Shelf, uses: LibraryUses) {
    let file = listing.file
    let lines = SourceLines(listing, shelf: shelf)
    let comment = SourceComment(
      file: file, shelf: shelf, page: listing.address)
    folder = file.folder.replacing("/", with: " / ")
    roomAnchor = file.room.roomAnchor
    fileName = file.name
    summary =
      comment.markup(listing.summary).inParagraph ?? listing.summary.escaped
    count = listing.count.of("line")
    lessons = uses.lessons(of: file)
    hasLessons = !lessons.isEmpty
    let isWalked = shelf.library.walk.contains { $0.file == file.path }
    railTitle =
      isWalked ? "The library, in reading order" : "The library, \(folder)"
    chain = SourcePage.chain(listing, shelf: shelf, isWalked: isWalked)
    hasSigns = lines.hasSigns
    chunks = listing.chunks.map {
      ChunkView($0, lines: lines, comment: comment, uses: uses)
    }
    next = shelf.next[file.path].map { FileLink($0, shelf) }
    previous = shelf.previous[file.path].map { FileLink($0, shelf) }
  }

  /// The walk, for a file that is part of it; else the folder it is in.
  private static func chain(
    _ listing: SourceListing, shelf: Shelf, isWalked: Bool
  ) -> [Step] {
    let files =
      isWalked
      ? shelf.library.walk.compactMap { shelf.listing($0.file)?.file }
      : shelf.library.files.filter { $0.folder == listing.file.folder }
    return files.map { file in
      let isHere = file == listing.file
      let sections = isHere ? listing.sections : []
      return Step(
        linkAddress: SourceListing.address(of: file.path),
        linkTitle: file.name, isHere: isHere,
        hasSections: !sections.isEmpty, sections: sections)
    }
  }
}

extension SourcePage.ChunkView {
  init(
    _ chunk: SourceListing.Chunk, lines: SourceLines, comment: SourceComment,
    uses: LibraryUses
  ) {
    chunkClass = chunk.mark == nil ? "chunk" : "chunk head"
    anchor = lines.anchor(chunk)
    heading = chunk.mark.flatMap { $0.isEmpty ? nil : $0 }
    headingAnchor = chunk.markAnchor
    self.comment = comment.markup(chunk.comment)
    let declared = lines.declarations(chunk)
    self.uses = declared.compactMap { declaration in
      let lessons = uses.lessons(of: declaration)
      return lessons.isEmpty
        ? nil
        : SourcePage.UseView(
          name: declared.count > 1 ? declaration.name : nil,
          lessons: lessons)
    }
    hasLines = !chunk.lines.isEmpty
    self.lines = lines.markup(chunk)
  }
}

extension SourcePage.FileLink {
  init(_ file: SourceFile, _ shelf: Shelf) {
    linkAddress = SourceListing.address(of: file.path)
    linkTitle = file.name
    linkSummary = shelf.listing(file.path)?.summary ?? ""
  }
}

extension SourceListing {
  /// Its marks; of a file without marks, its types.
  fileprivate var sections: [SourcePage.Section] {
    let marks = chunks.compactMap { chunk in
      chunk.markAnchor.map {
        SourcePage.Section(
          sectionAnchor: $0, sectionTitle: chunk.mark ?? "")
      }
    }
    guard marks.isEmpty else { return marks }
    return file.declarations.filter { $0.kind == .type }.compactMap { type in
      anchors[type].map {
        SourcePage.Section(sectionAnchor: $0, sectionTitle: type.path)
      }
    }
  }
}

extension String {
  /// Where a room is on the library's page.
  var roomAnchor: String { "room-" + map { $0 == "/" ? "-" : $0 } }

  /// Without the paragraph around it; nil if it is not just one.
  fileprivate var inParagraph: String? {
    let parts = components(separatedBy: "<p>")
    let text = (parts.last ?? "").components(separatedBy: "</p>")
    let isOne = parts.count == 2 && parts[0].isEmpty && text.count == 2
    return isOne && text[1].allSatisfy(\.isWhitespace) ? text[0] : nil
  }
}
