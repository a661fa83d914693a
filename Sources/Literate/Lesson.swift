// The walk of a lesson: Lesson → Block → Program → Run → Outcome.
// Next: Block.swift.

import CommonMark

/// A lesson: Markdown with blocks of Swift, their recorded outputs, and prose
/// that names their values.
///
///     let lesson = try Lesson(path: "01-hi.md", source: "# Hi\n\n…")
///     lesson.title       // "Hi"
///     lesson.source      // byte for byte what it was read from
public struct Lesson: Equatable, Sendable {
  /// The path that messages name.
  public let path: String
  /// The file's text.
  public var source: String { document.source }
  public let document: Document
  /// Its first heading.
  public let title: String
  /// Its first paragraph, as plain words.
  public let summary: String
  /// Its `swift` fences, in order.
  public let blocks: [Block]
  /// The `value:` and `claim:` links of its prose, in order.
  public let references: [ProseReference]

  /// The file's name, without folders: what recorded messages call it.
  public var fileName: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Its place in the course: the number its file name begins with.
  public var number: Int? {
    Int(fileName.prefix { $0.isNumber })
  }

  /// The name of its page, which stays when lessons are renumbered.
  public var slug: String {
    let name = fileName.hasSuffix(".md") ? fileName.dropLast(3) : fileName[...]
    return String(name.drop { $0.isNumber }.drop { $0 == "-" })
  }

  public init(path: String, source: String) throws(LessonError) {
    let document = Document(parsing: source)
    let parts = LessonParts(path: path, document: document)
    guard parts.problems.isEmpty else {
      throw LessonError(problems: parts.problems)
    }
    self.path = path
    self.document = document
    title = parts.title
    summary = parts.summary
    blocks = parts.blocks
    references = parts.references
  }
}
