// A site as a whole: its files, links and weight.

import Foundation
import Literate
import Publishing
import Testing

@Suite struct SiteTests {
  @Test func everythingIsThere() throws {
    let site = try Fixture.everything().site()
    #expect(
      site.files.keys.sorted() == [
        "05-backpropagation-through-time.md", "06-hi.md", "404.html",
        "backpropagation-through-time.html", "book.html", "hi.html",
        "index.html", "math.css", "receipts.html", "search.js", "theme.css",
        "theme.js",
      ])
    let lesson = try Fixture.everything().course.lessons[1]
    #expect(site.text("06-hi.md") == lesson.source)
  }

  @Test func theSameOutcomesGiveTheSameBytes() throws {
    #expect(try Fixture.everything().site() == Fixture.everything().site())
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let site = try Fixture.everything().site()
    let pages = site.files.keys.filter { $0.hasSuffix(".html") }
    for page in pages {
      for address in site.text(page).attributes("href") {
        #expect(site.resolves(address, from: page), "\(page): \(address)")
      }
      let ids = site.text(page).attributes("id")
      #expect(Set(ids).count == ids.count, "\(page) has an id twice")
    }
    for address in site.text("search.js").quotedAddresses {
      #expect(site.resolves(address, from: "index.html"), "\(address)")
    }
  }

  @Test func nothingIsAskedOfAnotherHost() throws {
    let site = try Fixture.everything().site()
    for (path, bytes) in site.files where !path.hasSuffix(".md") {
      let text = String(decoding: bytes, as: UTF8.self)
      for ask in ["src=\"http", "url(http", "@import", "fetch(", "src=\"//"] {
        #expect(!text.contains(ask), "\(path): \(ask)")
      }
    }
  }

  @Test func pagesAreLight() throws {
    let site = try Fixture.everything().site()
    // Nobody loads the book to read one page.
    for page in site.files.keys
    where page.hasSuffix(".html") && page != "book.html" {
      let text = site.text(page)
      let parts =
        [page, "theme.css", "theme.js", "search.js"]
        + (text.contains("math.css") ? ["math.css"] : [])
      let weight = try parts.map { try compressed(site.files[$0] ?? []) }
        .reduce(0, +)
      #expect(weight < 100_000, "\(page) weighs \(weight) bytes")
    }
  }

  @Test func aLessonThatWasNotRunIsAnError() throws {
    var fixture = try Fixture.everything()
    fixture.outcomes.removeFirst()
    #expect(
      throws: SiteError.noOutcome(lesson: fixture.course.lessons[0].path)
    ) { try fixture.site() }
  }

  @Test func theHomePageCounts() throws {
    let home = try Fixture.everything().site().text("index.html")
    #expect(home.contains("<b>2</b> lessons"))
    #expect(
      home.contains(
        "href=\"backpropagation-through-time.html\">Begin: Backpropagation "
          + "through time</a>"))
    #expect(home.contains("numbers in the prose, all agree"))
    #expect(home.contains("<b>✓ checked</b> 0.7 s"))
    #expect(home.contains("is the output of block 8 of lesson 5"))
    #expect(home.contains("<span>Part I</span>Words</h3>"))
  }

  @Test func aLessonInNoPartIsShownLast() throws {
    let site = try Fixture(
      ["01-hi.md": "# Hi\n\nA.\n", "02-lost.md": "# Lost\n\nA.\n"]
    ).site()
    #expect(site.text("index.html").contains("Part II</span>Further lessons"))
    #expect(site.text("lost.html").contains("Part II, Further lessons</a>, "))
  }

  @Test func aPartWithoutLessonsIsNotShownButCounts() throws {
    let settings = Fixture.settings.replacing(
      "  - title: Words",
      with: "  - title: Loops\n    summary: Later.\n    lessons: [loop]\n"
        + "  - title: Words")
    let home = try Fixture(["01-hi.md": "# Hi\n\nA.\n"], settings: settings)
      .site().text("index.html")
    #expect(!home.contains("Loops"))
    #expect(home.contains("<span>Part II</span>Words</h3>"))
  }
}

// MARK: - Looking into pages

/// How many bytes `gzip -9` leaves.
private func compressed(_ bytes: [UInt8]) throws -> Int {
  let folder = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "bytes")
  try Data(bytes).write(to: file)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["gzip", "-9", file.path]
  try process.run()
  process.waitUntilExit()
  return try Data(contentsOf: file.appendingPathExtension("gz")).count
}

extension Site {
  /// Whether an address of a page leads to a file, and to a part of it.
  fileprivate func resolves(_ address: String, from page: String) -> Bool {
    if address.hasPrefix("https://") || address.hasPrefix("data:") {
      return true
    }
    let parts = address.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].isEmpty ? page : String(parts[0])
    guard files[file] != nil else { return false }
    guard parts.count == 2, file.hasSuffix(".html") else { return true }
    return text(file).attributes("id").contains(String(parts[1]))
  }
}

extension String {
  /// The values of an attribute, wherever it occurs.
  func attributes(_ name: String) -> [String] {
    components(separatedBy: " \(name)=\"").dropFirst()
      .map { $0.components(separatedBy: "\"")[0] }
  }

  /// The third string of each line of the search index.
  fileprivate var quotedAddresses: [String] {
    split(separator: "\n").compactMap { line in
      let parts = line.components(separatedBy: "\",\"")
      return parts.count == 5 ? parts[2] : nil
    }
  }
}
