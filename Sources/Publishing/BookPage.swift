// The course as one page, to be printed or read without turning.

import Literate

/// What the book template is filled in with.
struct BookPage: Sendable {
  let siteTitle: String
  let summary: String
  let compiler: String
  let parts: [PartView]

  struct PartView: Sendable {
    let partNumeral: String
    let partTitle: String
    let partSummary: String
    let chapters: [ChapterView]
  }

  struct ChapterView: Sendable {
    let anchor: String
    let number: String
    let title: String
    let plainTitle: String
    let summary: String
    let body: String
  }

  init(
    _ texts: [LessonText], _ atlas: Atlas, _ settings: CourseSettings,
    _ receipt: Receipt
  ) {
    siteTitle = settings.title
    summary = settings.summary
    compiler = receipt.compiler
    let chapters = Set(texts.map(\.entry.address))
    parts = atlas.parts.compactMap { part in
      let own = texts.filter { $0.entry.part == part }
      return own.isEmpty
        ? nil
        : PartView(
          partNumeral: part.position.roman, partTitle: part.title,
          partSummary: part.summary,
          chapters: own.map { ChapterView($0, among: chapters) })
    }
  }
}

extension BookPage.ChapterView {
  fileprivate init(_ text: LessonText, among chapters: Set<String>) {
    anchor = text.entry.lesson.slug
    number = text.entry.number
    plainTitle = text.entry.lesson.title
    func bound(_ html: String) -> String {
      html.bound(as: text.entry.lesson.slug, among: chapters)
    }
    title = bound(text.title)
    summary = bound(text.summary)
    body = bound(text.body)
  }
}

extension String {
  /// A page's markup as a chapter of a book: its names begin with the
  /// chapter's, its headings stand below the chapter's, and links to other
  /// chapters stay inside.
  func bound(as chapter: String, among chapters: Set<String>) -> String {
    MarkupReader(self).map { token in
      if case .close(let name) = token {
        return MarkupToken.close(name: name.inChapter).markup
      }
      guard case .open(let name, let attributes, let isClosed) = token else {
        return token.markup
      }
      let bound = attributes.map { attribute in
        MarkupToken.Attribute(
          name: attribute.name,
          value: attribute.value.map {
            attribute.name.bound($0, chapter, chapters)
          })
      }
      return MarkupToken.open(
        name: name.inChapter, attributes: bound, isClosed: isClosed
      ).markup
    }.joined()
  }
}

extension Substring {
  /// A heading of a lesson is one level deeper in the book.
  fileprivate var inChapter: Substring {
    switch self {
    case "h2": "h3"
    case "h3": "h4"
    case "h4": "h5"
    case "h5": "h6"
    default: self
    }
  }

  /// The value of the attribute of this name, in a chapter of the book.
  fileprivate func bound(
    _ value: Substring, _ chapter: String, _ chapters: Set<String>
  ) -> Substring {
    switch self {
    case "id", "for", "name", "list": "\(chapter)--\(value)"
    case "aria-labelledby":
      // Many chapters say what Keras does: the chapter's name tells which.
      "\(chapter)--\(value) \(chapter)"
    case "aria-describedby", "aria-controls":
      Substring(
        value.split(separator: " ").map { "\(chapter)--\($0)" }
          .joined(separator: " "))
    case "href" where value.hasPrefix("#"),
      "data-copy" where value.hasPrefix("#"):
      "#\(chapter)--\(value.dropFirst())"
    case "href":
      value.boundLink(among: chapters)
    default: value
    }
  }

  /// `#lesson--section` for `lesson.html#section`.
  private func boundLink(among chapters: Set<String>) -> Substring {
    let parts = split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let page = parts.first, chapters.contains(String(page)) else {
      return self
    }
    let other = page.dropLast(5)
    return parts.count == 2 ? "#\(other)--\(parts[1])" : "#\(other)"
  }
}

extension Page {
  static func book(
    _ texts: [LessonText], _ atlas: Atlas, _ settings: CourseSettings,
    _ receipt: Receipt, _ theme: Theme
  ) -> Page {
    Page(
      kind: "book", address: "book.html", title: "The course as one page",
      description: "All lessons, one after the other, to be printed or read "
        + "in one go.", link: .footer("The course as one page")
    ) {
      theme.render(.book, BookPage(texts, atlas, settings, receipt))
    }
  }
}
