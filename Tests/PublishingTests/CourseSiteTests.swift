// The site of the real course and the real library, as if every block did
// what is recorded.

import Foundation
import Literate
import Testing

@testable import Publishing

@Suite struct CourseSiteTests {
  /// The course of this repository.
  private func site() throws -> Site {
    let folder = Fixture.root.appending(path: "Lessons")
    let course = try Course(folder: folder.path)
    let library = try Library(
      course.settings.library, sources: Fixture.root.appending(path: "Sources"))
    return try Fixture(course: course, library: library).site()
  }

  @Test func everyLinkLeadsSomewhereAndEveryPageIsLight() throws {
    let site = try site()
    if let folder = ProcessInfo.processInfo.environment["KEEP_SITE"] {
      try site.write(to: folder)
    }
    #expect(site.files["RNN.Cells.SimpleRNNCell.swift.html"] != nil)
    let pages = site.files.keys.filter { $0.hasSuffix(".html") }.sorted()
    var ids: [String: Set<String>] = [:]
    for page in pages {
      let all = site.text(page).attributes("id")
      ids[page] = Set(all)
      #expect(ids[page]?.count == all.count, "\(page) has an id twice")
    }
    for page in pages {
      for address in Set(site.text(page).attributes("href"))
      where !address.hasPrefix("http") && !address.hasPrefix("data:") {
        let parts = address.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? page : String(parts[0])
        #expect(site.files[file] != nil, "\(page): \(address)")
        guard parts.count == 2, let known = ids[file] else { continue }
        #expect(known.contains(String(parts[1])), "\(page): \(address)")
      }
    }
    // Joining the forward line to those that undo it.
    let cell = site.text("RNN.Cells.SimpleRNNCell.swift.html")
    for id in ["sign-1-1", "sign-1-2", "sign-1-3", "sign-1-4", "sign-2-2"] {
      #expect(cell.contains("id=\"\(id)\""), "\(id)")
    }
  }
}
