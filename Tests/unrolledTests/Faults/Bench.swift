// A small package with a course of its own, for things to go wrong in.

import Foundation
import Testing

/// Whether everything is tried (`make proof`) or a sample (`make test`).
let isProof = ProcessInfo.processInfo.environment["UNROLLED_PROOF"] != nil

/// A package, its lessons and its site in a folder that is thrown away.
final class Bench: Sendable {
  let folder: URL
  var package: URL { folder.appending(path: "package") }
  var lessons: URL { folder.appending(path: "lessons") }
  var site: URL { folder.appending(path: "site") }
  var scratch: URL { package.appending(path: ".build/lessons") }

  /// A lesson that holds.
  static let good = lesson(recorded: "22")
  /// The same, with a digit that is no longer true.
  static let stale = lesson(recorded: "23")

  private static func lesson(recorded: String) -> String {
    let filler = String(repeating: "Nothing but words. ", count: 200)
    return """
      # Sums

      \(filler)

      ```swift
      let a = 20
      a + 2
      ```

      ```output
      \(recorded)
      ```

      ```swift
      note("b", a * 2)
      ```

      Twice that is [\(recorded == "22" ? "40" : "41")](value:b).

      """
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "unrolled-\(UUID().uuidString)")
    for room in ["CShims", "Frames", "LessonRuntime"] {
      let copy = package.appending(path: "Sources/\(room)")
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Bench.root.appending(path: "Sources/\(room)"), to: copy)
    }
    try FileManager.default.createDirectory(
      at: lessons, withIntermediateDirectories: true)
    try write(
      package.appending(path: "Package.swift"),
      """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "Small",
        products: [
          .library(name: "Small", type: .static, targets: ["LessonRuntime"])
        ],
        targets: [
          .target(name: "CShims"), .target(name: "Frames"),
          .target(name: "LessonRuntime", dependencies: ["Frames", "CShims"]),
        ])
      """)
    try write(
      lessons.appending(path: "unrolled.yml"),
      """
      title: Sums
      summary: A course for tests.
      product: Small
      imports: [LessonRuntime]
      parts:
        - { title: One, summary: The only one., lessons: [sums, more] }
      """)
    try restore(Bench.good)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Both lessons, as they were.
  func restore(_ text: String) throws {
    try write(lessons.appending(path: "01-sums.md"), text)
    try write(
      lessons.appending(path: "02-more.md"),
      text.replacing("# Sums", with: "# More"))
  }

  /// Empties the cache.
  func forget() {
    let cache = scratch.appending(path: "cache")
    try? FileManager.default.removeItem(at: cache)
  }

  func write(_ file: URL, _ text: String) throws {
    try Data(text.utf8).write(to: file)
  }

  /// Each lesson's text, by name.
  func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    let names = try FileManager.default.contentsOfDirectory(
      atPath: lessons.path)
    for name in names where name.hasSuffix(".md") {
      texts[name] = try String(
        contentsOf: lessons.appending(path: name), encoding: .utf8)
    }
    return texts
  }

  /// What lessons of one text read.
  static func both(_ text: String) -> [String: String] {
    [
      "01-sums.md": text,
      "02-more.md": text.replacing("# Sums", with: "# More"),
    ]
  }

  /// The pages of the site, by name.
  func pages() -> [String: Data] {
    let files = FileManager.default.enumerator(atPath: site.path)
    var pages: [String: Data] = [:]
    while let name = files?.nextObject() as? String {
      pages[name] = FileManager.default.contents(
        atPath: site.appending(path: name).path)
    }
    return pages
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
