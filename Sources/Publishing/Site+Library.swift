// The pages of the library, and the glossary.

import Literate

extension [Page] {
  /// What there is of it, and a page for each of its files.
  static func library(_ atlas: Atlas, _ theme: Theme) -> [Page] {
    guard !atlas.shelf.isEmpty else { return [] }
    let uses = LibraryUses(atlas.entries)
    let first = Page(
      kind: "library", address: Shelf.address, title: "The library",
      description: "Every file of the library the course teaches, in the "
        + "order to read them.", link: .header("The library")
    ) {
      theme.render(.library, LibraryPage(atlas.shelf))
    }
    return [first]
      + atlas.shelf.listings.map { listing in
        Page(
          kind: "source", address: listing.address, title: listing.file.name,
          description: listing.summary, hasContents: true
        ) {
          let page = SourcePage(listing, shelf: atlas.shelf, uses: uses)
          return theme.render(.source, page).withOneStopForEachName
        }
      }
  }
}

extension Page {
  /// Nil where no lesson explains a word.
  static func glossary(_ glossary: Glossary, _ theme: Theme) -> Page? {
    guard !glossary.terms.isEmpty else { return nil }
    return Page(
      kind: "glossary", address: Glossary.address, title: "Glossary",
      description: "Every term of the course, in the sentence that explains "
        + "it.", link: .header("Glossary")
    ) {
      theme.render(.glossary, glossary)
    }
  }
}
