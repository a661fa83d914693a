// A site as a whole: its files, and how they reach the disk.

import Foundation
import Literate
import Publishing
import Testing

@Suite struct SiteTests {
  @Test func everythingIsThere() throws {
    let site = try Fixture.everything().site()
    #expect(
      site.files.keys.sorted() == [
        "05-backpropagation-through-time.md", "06-hi.md",
        "backpropagation-through-time.html", "hi.html", "index.html",
        "math.css", "search.js", "theme.css", "theme.js",
      ])
    if let folder = ProcessInfo.processInfo.environment["SITE_TO_LOOK_AT"] {
      try site.write(to: folder)
    }
  }
}
