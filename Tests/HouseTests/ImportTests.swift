import Foundation
import Testing

/// Who may import whom: the table of the README, held against every `import`
/// line of Sources.
@Suite struct ImportTests {
  static let rooms: [String: Set<String>] = [
    "Tensors": ["CShims"],
    "RNN": ["Tensors"],
    "RNNFiles": ["RNN", "Tensors"],
    "Frames": [],
    "LessonRuntime": ["Frames", "CShims"],
    "Figures": ["Tensors", "LessonRuntime"],
    "CommonMark": ["CCMarkGFM"],
    "Literate": ["CommonMark", "Frames"],
    "Publishing": ["Literate", "CommonMark", "Frames"],
    "unrolled": ["Literate", "Publishing"],
  ]

  /// Packages and platform libraries, by the room that may use them.
  private static let guests: [String: Set<String>] = [
    "RNNFiles": ["Foundation"],
    "Literate": [
      "Foundation", "SwiftSyntax", "SwiftParser", "SwiftIDEUtils", "Yams",
      "SwiftDiagnostics", "SwiftParserDiagnostics",
    ],
    "Publishing": ["Foundation", "Mustache"],
    "unrolled": ["Foundation", "ArgumentParser"],
  ]

  /// What also compiles as Embedded Swift for a page.
  private static let liveColumn = [
    "Tensors", "RNN", "Figures", "Frames", "LessonRuntime",
  ]

  @Test(arguments: rooms.keys.sorted())
  func aRoomImportsOnlyItsNeighbours(room: String) throws {
    let allowed = Self.rooms[room]!.union(Self.guests[room] ?? [])
      .union(["Glibc", "Darwin", "Musl", "Dispatch", "Synchronization"])
    let files = try swiftFiles(in: room)
    #expect(!files.isEmpty)
    for (name, text) in files {
      for module in imports(of: text) {
        #expect(allowed.contains(module), "\(room)/\(name) imports \(module)")
      }
    }
  }

  @Test func everyRoomIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: House.root.appending(path: "Sources").path)
    #expect(
      Set(folders.filter { !$0.hasPrefix(".") })
        == Set(Self.rooms.keys).union(["CShims", "CCMarkGFM", "WebAssembly"]))
  }

  @Test(arguments: liveColumn)
  func theLiveColumnKeepsItsRules(room: String) throws {
    for (name, text) in try swiftFiles(in: room) {
      for line in text.split(separator: "\n") {
        let code =
          line.firstRange(of: "//").map {
            line[..<$0.lowerBound]
          } ?? line[...]
        for word in [
          ": any ", "(any ", "[any ", "<any ", "-> any ", "Mirror(", "Codable",
        ] {
          #expect(!code.contains(word), "\(room)/\(name): \(line)")
        }
      }
    }
  }

  @Test func linesOfSourcesFitEightyColumns() throws {
    for room in Self.rooms.keys {
      for (name, text) in try swiftFiles(in: room) {
        for line in text.split(separator: "\n") where line.count > 80 {
          Issue.record("\(room)/\(name) has a line of \(line.count): \(line)")
        }
      }
    }
  }

  // MARK: - Helpers

  private func swiftFiles(in room: String) throws -> [(String, String)] {
    let folder = House.root.appending(path: "Sources/\(room)")
    let files = FileManager.default.enumerator(atPath: folder.path)
    return try (files?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") }
      .map {
        (
          $0,
          try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        )
      }
  }

  /// `import A`, `@testable import A`, `import struct A.B`
  private func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstMatch(
        of:
          /^\s*(?:@?\w+ )*import (?:struct |class |enum |func |protocol )?(\w+)/
      ).map { String($0.1) }
    }
  }
}

/// The package this test belongs to.
enum House {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
