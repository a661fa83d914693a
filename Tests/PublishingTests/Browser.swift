// Pages in a real browser, opened from disk. Next: BrowserTests.swift.

import Foundation
import Testing

/// Chromium, without a window.
struct Browser {
  let program: String

  struct NotFound: Error, CustomStringConvertible {
    let description =
      "these tests open the pages in Chromium, and it is not installed; "
      + "install it (apt install chromium, brew install --cask chromium)"
  }

  /// The Chromium or Chrome of this machine.
  init() throws {
    let folders =
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let applications = ["Chromium", "Google Chrome"].map {
      "/Applications/\($0).app/Contents/MacOS/\($0)"
    }
    let candidates =
      folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
      + applications
    guard
      let found = candidates.first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { throw NotFound() }
    program = found
  }

  /// What a page looks like from inside, after its scripts have run.
  struct Visit {
    /// The page's HTML.
    let dom: String
    /// What the console said.
    let console: [String]
  }

  /// Opens a file.
  func visit(_ page: URL) throws -> Visit {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["dom", "error"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        "--disable-default-apps", "--disable-extensions",
        "--allow-file-access-from-files", "--window-size=1400,1000",
        "--user-data-dir=\(folder.appending(path: "user").path)",
        "--enable-logging=stderr",
        "--virtual-time-budget=60000", "--dump-dom",
      ] + [page.absoluteString]
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    // A browser that hangs ends here. It is no limit for one that is slow.
    let guardian = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .seconds(1200), execute: guardian)
    process.waitUntilExit()
    guardian.cancel()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Visit(
      dom: texts[0],
      console: texts[1].split(separator: "\n").map(String.init)
        .filter { $0.contains("CONSOLE") })
  }
}
