// A theme that cannot be read says so.

import Foundation
import Publishing
import Testing

@Suite struct ThemeTests {
  /// A copy of the theme with one file changed, or taken away.
  private func theme(_ name: String, _ text: String?) throws -> Theme {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "theme")
    try FileManager.default.copyItem(
      at: URL(filePath: Fixture.theme), to: copy)
    let file = copy.appending(path: name)
    try FileManager.default.removeItem(at: file)
    if let text { try Data(text.utf8).write(to: file) }
    return try Theme(folder: copy.path)
  }

  @Test(
    arguments: [
      ("style", nil, "theme/style/*.css: error: the theme needs this file"),
      ("scripts", nil, "theme/scripts/*.js: error: the theme needs this file"),
      ("templates/home.mustache", nil, "home.mustache: error: the theme needs"),
      (
        "templates/home.mustache", "<p>\n{{#a}}\n</p>",
        "home.mustache:"
      ),
      (
        "templates/home.mustache", "{{> nothing}}",
        "home.mustache: error: this template cannot be read: it asks for "
          + "“nothing”, and there is no such template"
      ),
    ] as [(String, String?, String)])
  func whatIsWrongIsNamed(
    name: String, text: String?, expected: String
  ) throws {
    let error = #expect(throws: SiteError.self) { try theme(name, text) }
    let words = "\(try #require(error))"
    #expect(words.contains(expected), "\(words)")
  }
}
