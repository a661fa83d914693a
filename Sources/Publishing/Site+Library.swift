// The pages of the library, and the glossary.

import Literate

extension Site {
  static func library(
    _ course: Course, _ atlas: Atlas, _ glossary: Glossary, _ theme: Theme
  ) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func add(
      _ address: String, _ title: String, _ kind: String, _ content: String,
      hasContents: Bool = false
    ) {
      let layout = Layout(
        siteTitle: course.settings.title,
        pageTitle: "\(title) · \(course.settings.title)",
        description: title, kind: kind, hasContents: hasContents,
        content: content)
      files[address] = Array(theme.render(.layout, layout).utf8)
    }
    let uses = LibraryUses(atlas.entries)
    if !atlas.shelf.isEmpty {
      add(
        Shelf.address, "The library", "library",
        theme.render(.library, LibraryPage(atlas.shelf)))
    }
    for listing in atlas.shelf.listings {
      let page = SourcePage(listing, shelf: atlas.shelf, uses: uses)
      add(
        listing.address, listing.file.name, "source",
        theme.render(.source, page).withOneStopForEachName, hasContents: true)
    }
    if !glossary.terms.isEmpty {
      add(
        Glossary.address, "Glossary", "glossary",
        theme.render(.glossary, glossary))
    }
    return files
  }
}
