import Foundation
import Testing

@testable import Literate

/// What a fresh machine is told when Swift is not there, or too old.
@Suite struct PrepareTests {
  @Test func aMissingSwiftIsOneSentence() throws {
    let result = try prepare(swift: nil)
    #expect(result.ending.cause == .exited(2))
    #expect(
      result.errorText == """
        error: there is no swift on PATH; Unrolled needs Swift 6.2 or later: \
        install it from swift.org/install

        """)
  }

  @Test func anOldSwiftIsOneSentence() throws {
    let result = try prepare(swift: "Swift version 5.9.2 (swift-5.9.2-RELEASE)")
    #expect(result.ending.cause == .exited(2))
    #expect(
      result.errorText == """
        error: this is Swift 5.9; Unrolled needs Swift 6.2 or later: install \
        it from swift.org/install

        """)
  }

  /// Runs the script where `swift` says this, or is not there.
  private func prepare(swift version: String?) throws -> Transcript {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "prepare-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if let version {
      let swift = folder.appending(path: "swift")
      try Data("#!/bin/sh\necho '\(version)'\n".utf8).write(to: swift)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: swift.path)
    }
    return try runProgram(
      "/bin/sh",
      [House.root.appending(path: "Scripts/prepare").path, "site"],
      environment: ["PATH": "\(folder.path):\(toolsWithoutSwift(folder))"],
      in: folder)
  }

  /// The few tools the script calls, without what else stands beside them.
  private func toolsWithoutSwift(_ folder: URL) throws -> String {
    let tools = folder.appending(path: "tools")
    try FileManager.default.createDirectory(
      at: tools, withIntermediateDirectories: true)
    for name in ["sh", "dirname", "sed", "head"] {
      try FileManager.default.createSymbolicLink(
        at: tools.appending(path: name),
        withDestinationURL: URL(filePath: try ToolError.find(name)))
    }
    return tools.path
  }
}
