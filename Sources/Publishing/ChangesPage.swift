// What changed in the lessons, for readers who come back, as a page and as a
// feed. Next: BookPage.swift.

import Literate

/// What the changes template is filled in with.
struct ChangesPage: Sendable {
  let hasFeed: Bool
  let changes: [ChangeView]

  struct ChangeView: Sendable {
    let commit: String
    let date: String
    let day: String
    let subject: String
    let lessons: [PageLink]
  }

  init(_ changes: [CourseChange], _ atlas: Atlas, hasFeed: Bool) {
    self.hasFeed = hasFeed
    self.changes = changes.map { change in
      ChangeView(
        commit: change.commit, date: change.date,
        day: String(change.date.prefix(10)), subject: change.subject,
        lessons: atlas.entries.filter {
          change.lessons.contains($0.lesson.fileName)
        }.map(PageLink.init))
    }
  }
}

extension Page {
  /// Nil where nothing is known of any change.
  static func changes(
    _ receipt: Receipt, _ atlas: Atlas, _ theme: Theme, base: BaseURL?
  ) -> Page? {
    guard !receipt.changes.isEmpty else { return nil }
    return Page(
      kind: "changes", address: "changes.html", title: "Changes",
      description: "What changed in the lessons, the newest first.",
      link: .footer("Changes")
    ) {
      theme.render(
        .changes,
        ChangesPage(receipt.changes, atlas, hasFeed: base != nil))
    }
  }
}

/// The changes as an Atom feed, which needs full addresses.
func feed(
  _ changes: [CourseChange], title: String, at base: BaseURL
) -> String {
  let page = base.address(of: "changes.html").escaped
  let entries = changes.map { change in
    """
      <entry>
        <title>\(change.subject.escaped)</title>
        <id>\(page)#\(change.commit.escaped)</id>
        <link href="\(page)#\(change.commit.escaped)"/>
        <updated>\(change.date.escaped)</updated>
        <summary>\(change.lessons.joined(separator: ", ").escaped)</summary>
      </entry>

    """
  }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <title>\(title.escaped)</title>
      <id>\(page)</id>
      <link href="\(page)"/>
      <link rel="self" href="\(base.address(of: "feed.xml").escaped)"/>
      <updated>\(changes.first?.date.escaped ?? "")</updated>
      <author><name>\(title.escaped)</name></author>
    \(entries.joined())</feed>

    """
}
