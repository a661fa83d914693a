import Foundation
import Testing

@testable import Literate

/// The built site as readers see it. It takes minutes, and a browser: plain
/// `swift test` says that it leaves it out.
@Suite struct SiteCheckTests {
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["UNROLLED_CHECK"] != nil,
      """
      `make test` looks at a page of each kind in Chromium, `make proof` at \
      every page; here, set UNROLLED_CHECK=1
      """))
  func theSiteHasNoFaults() throws {
    let result = try runProgram(
      "/bin/sh", [House.root.appending(path: "Scripts/check").path],
      in: FileManager.default.temporaryDirectory)
    #expect(
      result.succeeded, "\n\(result.outputText)\(result.errorText)")
  }
}
