// Links between pages, and the page around every page.

import Literate

/// A link to a lesson.
struct PageLink: Sendable {
  let linkAddress: String
  let linkTitle: String
  let linkNumber: String
  let linkLabel: String

  init(_ entry: Atlas.Entry) {
    linkAddress = entry.address
    linkTitle = entry.lesson.title
    linkNumber = entry.number
    linkLabel = "Lesson \(entry.number)"
  }
}

/// What the layout template is filled in with.
struct Layout: Sendable {
  let siteTitle: String
  let pageTitle: String
  let description: String
  /// `home` or `lesson`.
  let kind: String
  let hasContents: Bool
  /// Whether the page needs the style of formulas.
  let usesFormulas: Bool
  let content: String

  init(
    siteTitle: String, pageTitle: String, description: String, kind: String,
    hasContents: Bool, content: String
  ) {
    self.siteTitle = siteTitle
    self.pageTitle = pageTitle
    self.description = description
    self.kind = kind
    self.hasContents = hasContents
    usesFormulas =
      content.contains("class=\"katex") || content.contains("class=\"mi\"")
    self.content = content
  }
}
