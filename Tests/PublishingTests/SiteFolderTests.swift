// A site on its way to the disk.

import Foundation
import Publishing
import Testing

@Suite struct SiteFolderTests {
  @Test func aSiteIsSwappedIn() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "public").path
    let (one, two) = (try site("One"), try site("Two"))
    try one.write(to: target)
    #expect(try filesOf(target) == one.files)
    try Data("old".utf8).write(to: URL(filePath: target + "/extra.html"))
    try two.write(to: target)
    #expect(try filesOf(target) == two.files)
    #expect(try namesIn(folder.path) == ["public"])
  }

  @Test func whatIsAsItWasStaysTheSameFile() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "public").path
    try site("One").write(to: target)
    let names = ["theme.css", "hi.html"]
    let before = try names.map { try inode("\(target)/\($0)") }
    try site("Two").write(to: target)
    let after = try names.map { try inode("\(target)/\($0)") }
    #expect(before[0] == after[0] && before[1] != after[1])
    #expect(try filesOf(target) == site("Two").files)
  }

  private func inode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
      as? Int
  }

  @Test func aFailureLeavesTheOldSite() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "public").path
    let one = try site("One")
    try one.write(to: target)
    // A file where a folder must be made: nothing can be written there.
    let broken = target + "/index.html/public"
    #expect(throws: SiteError.self) { try one.write(to: broken) }
    #expect(try filesOf(target) == one.files)
    #expect(try namesIn(folder.path) == ["public"])
  }

  @Test func sitesWrittenAtOnceDoNotHarmEachOther() async throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "public").path
    let sites = try ["One", "Two", "Three"].map(site)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for site in sites {
        group.addTask { for _ in 0..<5 { try site.write(to: target) } }
      }
      try await group.waitForAll()
    }
    let left = try filesOf(target)
    #expect(sites.map(\.files).contains(left))
    #expect(try namesIn(folder.path) == ["public"])
  }

  @Test func aSiteLeftAsideIsTakenBack() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "public").path
    let one = try site("One")
    try one.write(to: folder.appending(path: ".public.old").path)
    try one.write(to: folder.appending(path: ".public.new").path)
    try one.write(to: target)
    #expect(try filesOf(target) == one.files)
    #expect(try namesIn(folder.path) == ["public"])
  }

  @Test func onlyASiteIsReplaced() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "thesis").path
    try FileManager.default.createDirectory(
      atPath: target, withIntermediateDirectories: true)
    try site("One").write(to: target)  // empty: it may become a site
    try FileManager.default.removeItem(atPath: target)
    try FileManager.default.createDirectory(
      atPath: target, withIntermediateDirectories: true)
    try Data("years".utf8).write(to: URL(filePath: target + "/thesis.txt"))
    #expect(throws: SiteError.notASite(path: target)) {
      try site("One").write(to: target)
    }
    #expect(try namesIn(target) == ["thesis.txt"])
    let file = target + "/thesis.txt"
    #expect(throws: SiteError.notASite(path: file)) {
      try site("One").write(to: file)
    }
    #expect(try namesIn(target) == ["thesis.txt"])
  }

  private func site(_ title: String) throws -> Site {
    try Fixture(["01-hi.md": "# \(title)\n\nA.\n"]).site()
  }

  private func namesIn(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func filesOf(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try namesIn(folder) where !name.hasPrefix(".") {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
        .map(Array.init)
    }
    return files
  }
}
