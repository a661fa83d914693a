import Foundation
import Testing

@testable import Literate

@Suite struct SubprocessTests {
  /// A course runs thousands of programs: what is left open adds up, until no
  /// program can be started any more.
  @Test func leavesNoFileOpen() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "open-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 1...3 {
      let transcript = try runProgram("/bin/echo", ["a"], in: folder)
      #expect(transcript.outputText == "a\n")
    }
    #if os(Linux)
      let open = try FileManager.default
        .contentsOfDirectory(atPath: "/proc/self/fd")
        .compactMap {
          try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/self/fd/\($0)")
        }
      #expect(open.filter { $0.contains(folder.lastPathComponent) } == [])
    #endif
  }
}
