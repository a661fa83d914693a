import Foundation
import Testing

/// No test fails for being slow: a busy machine is no mistake in the code.
@Suite struct TimeTests {
  @Test func noTestHasATimeLimit() throws {
    let folder = House.root.appending(path: "Tests")
    let files = FileManager.default.enumerator(atPath: folder.path)
    let names = (files?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") }
    #expect(!names.isEmpty)
    let trait = "." + "timeLimit("
    for name in names {
      let text = try String(
        contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(!text.contains(trait), "\(name) limits the time of a test")
    }
  }
}
