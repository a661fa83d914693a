// The library on the site: the address of each file, declaration and section.
// Next: SourceListing.swift.

import Literate

/// Where the library's pages are.
struct Shelf: Sendable {
  let library: Library
  let names: CodeNames
  /// The files, as their pages show them, in the library's order.
  let listings: [SourceListing]
  private let byPath: [String: SourceListing]
  /// Which file each says to read next, and which one says so of each, the
  /// first, by their paths.
  private(set) var next: [String: SourceFile] = [:]
  private(set) var previous: [String: SourceFile] = [:]

  init(_ library: Library) {
    self.library = library
    names = CodeNames(library)
    listings = library.files.inParallel { SourceListing($0) }
    byPath = Dictionary(
      listings.map { ($0.file.path, $0) }, uniquingKeysWith: { one, _ in one })
    for listing in listings.reversed() {
      guard let file = listing.nextFile(on: self) else { continue }
      next[listing.file.path] = file
      previous[file.path] = listing.file
    }
  }

  var isEmpty: Bool { listings.isEmpty }

  static let address = "library.html"

  func listing(_ path: String) -> SourceListing? { byPath[path] }

  /// The page of a file: `RNN.Cells.Cell.swift.html`. No lesson has an
  /// address with a dot in it.
  func address(of path: String) -> String? {
    byPath[path] == nil ? nil : SourceListing.address(of: path)
  }

  func address(of declaration: Declaration) -> String? {
    guard let listing = byPath[declaration.file],
      let anchor = listing.anchors[declaration]
    else { return nil }
    return "\(listing.address)#\(anchor)"
  }

  /// The section of a file under a `// MARK: - Step`.
  func address(ofMark mark: String, in path: String) -> String? {
    guard let listing = byPath[path],
      let section = listing.chunks.first(where: { $0.mark == mark })
    else { return nil }
    return "\(listing.address)#\(section.markAnchor ?? "")"
  }

  /// The file that a comment in another one calls so: `Cell.swift` beside
  /// it, `Cells/Cell.swift` in its room, `RNN/Cells/Cell.swift` anywhere.
  func file(called name: String, from file: SourceFile) -> SourceFile? {
    for folder in [file.folder, file.room] {
      if let found = byPath["\(folder)/\(name)"]?.file { return found }
    }
    if let found = byPath[name]?.file { return found }
    let inRoom = library.files.filter {
      $0.room == file.room && $0.path.hasSuffix("/\(name)")
    }
    return inRoom.count == 1 ? inRoom[0] : nil
  }

  // MARK: - Links in code

  /// The links of some code, as its names are used in it.
  func links(_ uses: [NameUse], on page: String = "") -> [CodeLink] {
    uses.compactMap { use in
      address(of: use.declaration).map {
        CodeLink(
          range: use.range, address: $0.onPage(page), title: use.title)
      }
    }
  }

  /// A piece of code in prose, linked.
  func markup(
    _ code: String, naming declaration: Declaration, on page: String = ""
  ) -> String? {
    address(of: declaration).map {
      "<code><a class=\"d\" href=\"\($0.onPage(page).escaped)\" "
        + "title=\"\(declaration.title.escaped)\">\(code.escaped)</a></code>"
    }
  }
}

/// A word of code that leads to where it is declared.
struct CodeLink: Equatable, Sendable {
  /// Its bytes.
  let range: Range<Int>
  let address: String
  /// What it is called, and what it is.
  let title: String
}

extension NameUse {
  fileprivate var title: String {
    others == 0
      ? declaration.title
      : "\(declaration.path) | One of \(others + 1) of this name, in "
        + "\(declaration.fileName)."
  }
}

extension Declaration {
  /// `step(_:from:) | One step.`, or where it is, if nobody says what.
  fileprivate var title: String {
    "\(spelling) | " + (summary.isEmpty ? "In \(fileName)." : summary)
  }

  fileprivate var fileName: String {
    file.split(separator: "/").last.map(String.init) ?? file
  }
}

extension String {
  /// The address as a page itself says it: `#L3` where that page is meant.
  fileprivate func onPage(_ page: String) -> String {
    !page.isEmpty && hasPrefix(page + "#")
      ? String(dropFirst(page.count)) : self
  }
}
