// Links between pages.

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
