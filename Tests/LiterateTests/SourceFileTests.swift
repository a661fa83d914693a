// What a file of the library is found to declare.

import Foundation
import Testing

@testable import Literate

@Suite struct SourceFileTests {
  /// `path reach line-lastLine: summary` of each declaration.
  private func found(_ code: String) -> [String] {
    SourceFile(path: "RNN/A.swift", code: code).declarations.map {
      "\($0.spelling) \($0.reach) \($0.line)-\($0.lastLine): \($0.summary)"
    }
  }

  @Test(
    arguments: [
      (
        "/// A `box`. With more.\n///\n/// And more.\npublic struct Box {}\n",
        ["Box everyone 4-4: A box."]
      ),
      (
        "struct A {\n  /// One\n  /// thing.\n  public var x = 1, y = 2\n}\n",
        [
          "A module 1-5: ", "A.x everyone 4-4: One thing.",
          "A.y everyone 4-4: One thing.",
        ]
      ),
      (
        "public protocol P {\n  associatedtype S\n  func f(_ a: Int, b c: Int)"
          + "\n}\n",
        [
          "P everyone 1-4: ", "P.S everyone 2-2: ",
          "P.f(_:b:) everyone 3-3: ",
        ]
      ),
      (
        "extension A.B {\n  private init() {}\n  struct C { case d }\n}\n"
          + "public extension E {\n  func g() { let inside = 1 }\n}\n",
        [
          "A.B.init() file 2-2: ", "A.B.C module 3-3: ",
          "A.B.C.d module 3-3: ",
          "E.g() everyone 6-6: ",
        ]
      ),
      (
        "public enum Sort {\n  case up, down(Int)\n"
          + "  public private(set) var x: Int { 1 }\n}\n",
        [
          "Sort everyone 1-4: ", "Sort.up everyone 2-2: ",
          "Sort.down everyone 2-2: ", "Sort.x everyone 3-3: ",
        ]
      ),
      (
        "@inlinable\npublic func f(x: Int = 1) -> Int { 1 }\n"
          + "typealias T = Float\n",
        ["f(x:) everyone 1-2: ", "T module 3-3: "]
      ),
    ] as [(String, [String])])
  func declarations(code: String, expected: [String]) {
    #expect(found(code) == expected)
  }

  @Test func aLibraryIsReadRoomByRoom() throws {
    let sources = FileManager.default.temporaryDirectory
      .appending(path: "unrolled-tests-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: sources) }
    for path in ["A/Sub/C.swift", "A/B+More.swift", "A/B.swift", "A/x.txt"] {
      let file = sources.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try Data("// \(path)\r\n".utf8).write(to: file)
    }
    let settings = LibrarySettings(
      rooms: [.init(folder: "A", summary: "One.")],
      walk: [.init(name: "B", file: "A/B.swift")])
    let library = try Library(settings, sources: sources)
    #expect(
      library.files.map(\.path) == [
        "A/B.swift", "A/B+More.swift", "A/Sub/C.swift",
      ])
    #expect(library.files[0].code == "// A/B.swift\n")
    #expect(try Library(nil, sources: sources) == Library())
  }

  @Test func whatIsMissingIsNamed() throws {
    let settings = LibrarySettings(
      rooms: [.init(folder: "Nowhere", summary: "")],
      walk: [.init(name: "B", file: "A/B.swift")])
    let error = #expect(throws: LessonError.self) {
      try Library(settings, sources: URL(filePath: "/nowhere"))
    }
    #expect(
      try #require(error).problems.map(\.message) == [
        "library: there is no Swift in “Sources/Nowhere”",
        "library: no room has the file “A/B.swift” of its walk",
      ])
  }
}
