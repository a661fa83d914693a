// What readers take home: Markdown and packages; and what they send back.

import Foundation
import Literate
import Testing

@testable import Publishing

@Suite struct DownloadTests {
  private static let packages = LessonPackages(
    library: ["Library/A/a.swift": Array("let a = 1\n".utf8)],
    own: ["hi": ["Package.swift": "// ä\n", "lesson.md": "# Hi\n"]])

  /// Another program unpacks what is packed, and finds every checksum right.
  @Test func anArchiveUnpacks() throws {
    let archive = try #require(Self.packages.archives["hi.zip"])
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "hi.zip")
    try Data(archive).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-m", "zipfile", "-e", file.path, folder.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let texts = ["Library/A/a.swift", "Package.swift", "lesson.md"].map {
      try? String(
        contentsOf: folder.appending(path: "hi/\($0)"), encoding: .utf8)
    }
    #expect(texts == ["let a = 1\n", "// ä\n", "# Hi\n"])
  }

  @Test func theSameFilesGiveTheSameArchive() {
    #expect(Self.packages.archives == Self.packages.archives)
    #expect(Archive.File(Array("123456789".utf8)).checksum == 0xcbf4_3926)
  }

  private func page(_ settings: String) throws -> String {
    try Fixture(
      ["01-hi.md": "# Hi\n\nA.\n"], settings: Fixture.settings + settings
    ).site().text("hi.html")
  }

  @Test func aLessonLinksToWhatCanBeTaken() throws {
    let fixture = try Fixture(["01-hi.md": "# Hi\n\nA.\n"])
    let site = try fixture.site(packages: Self.packages)
    #expect(
      site.text("hi.html").contains(
        "<a href=\"01-hi.md\" download>This lesson as Markdown</a>"
          + "<a href=\"hi.zip\" download>This lesson as a Swift package</a>"))
    #expect(site.files["hi.zip"] == Self.packages.archives["hi.zip"])
    #expect(try !page("").contains("hi.zip"))
  }

  @Test func mistakesAreReportedWhereTheSourcesAre() throws {
    let page = try page("repository: https://example.org/a/b\n")
    #expect(
      page.contains(
        "href=\"https://example.org/a/b/issues/new?title=01%2Dhi%2Emd%3A%20\">"
          + "Report a mistake on this page</a>"))
    #expect(page.contains("/01-hi.md\">Edit this page</a>"))
    #expect(!page.contains("id=\"place\""))
  }

  /// Without a host, the page says what a report begins with.
  @Test func aPageWithoutAHostSaysWhichPageItIs() throws {
    #expect(
      try page("").contains(
        "<code id=\"place\">01-hi.md, commit "))
  }

  @Test(arguments: [
    "repository: javascript:alert(1)\n", "repository: example\n",
    "hero: { lesson: no, figure: 1 }\n",
  ])
  func settingsThatLeadNowhereAreErrors(settings: String) throws {
    let error = #expect(throws: SiteError.self) { try page(settings) }
    #expect("\(try #require(error))".contains("unrolled.yml: error: "))
  }

  @Test func theSettingsChooseThePictureOfTheHomePage() throws {
    let fixture = try Fixture(
      [
        "05-backpropagation-through-time.md": Fixture.backpropagation,
        "06-hi.md": Fixture.rest,
      ],
      settings: Fixture.settings
        + "hero: { lesson: backpropagation-through-time, figure: 2, "
        + "caption: There & back. }\n", pictures: Fixture.pictures)
    let home = try fixture.site().text("index.html")
    #expect(home.contains("backpropagation-through-time.html#figure-2"))
    #expect(home.contains("<p class=\"seen\">There &amp; back.</p>"))
  }
}
