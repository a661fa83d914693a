// Is everything here that lessons and their site need?

import Foundation

/// One thing that is needed, and whether it is here.
public struct Checkup: Equatable, Sendable {
  public let name: String
  public let isFine: Bool
  /// What was found, or what to do.
  public let words: String
}

/// Looks at the machine.
public struct Doctor: Sendable {
  public init() {}

  public var checkups: [Checkup] {
    [swift, tool("git", "git", why: "says which commit a lesson is from")]
      + [
        tool("node", "nodejs", why: "renders formulas and runs live lessons"),
        tool("xz", "xz-utils", why: "packs the programs of live pages"),
        katex,
        tool("wasm-ld", nil, why: "comes with Swift; links live lessons"),
        browser, disk,
      ]
  }

  /// Swift, and new enough.
  private var swift: Checkup {
    let need = "install Swift 6.2 or later from swift.org/install"
    guard let path = try? ToolError.find("swiftc"),
      let transcript = try? runProgram(
        path, ["--version"], in: FileManager.default.temporaryDirectory),
      let match = transcript.outputText.firstMatch(
        of: /Swift version (\d+)\.(\d+)/)
    else { return Checkup(name: "swift", isFine: false, words: need) }
    let version = (Int(match.1) ?? 0, Int(match.2) ?? 0)
    return Checkup(
      name: "swift", isFine: version >= (6, 2),
      words: version >= (6, 2)
        ? "\(version.0).\(version.1)"
        : "\(version.0).\(version.1) is too old; \(need)")
  }

  private func tool(_ name: String, _ package: String?, why: String) -> Checkup
  {
    if let path = try? ToolError.find(name) {
      return Checkup(name: name, isFine: true, words: path)
    }
    let remedy = package.map { "install \($0) (apt or brew)" } ?? "missing"
    return Checkup(name: name, isFine: false, words: "\(remedy): it \(why)")
  }

  /// Formulas are rendered by KaTeX when the site is built.
  private var katex: Checkup {
    let folders = ["/usr/share/nodejs", ".build/katex/node_modules"]
    let paths =
      folders
      + (ProcessInfo.processInfo.environment["NODE_PATH"] ?? "")
      .split(separator: ":").map(String.init)
    let found = paths.first {
      FileManager.default.fileExists(atPath: "\($0)/katex/package.json")
    }
    return Checkup(
      name: "katex", isFine: found != nil,
      words: found.map { "\($0)/katex" }
        ?? "install katex (apt), or npm install katex: it renders formulas")
  }

  /// Only the browser tests need one.
  private var browser: Checkup {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let found = names.compactMap { try? ToolError.find($0) }.first
    return Checkup(
      name: "chromium", isFine: found != nil,
      words: found ?? "install chromium: the browser tests open pages in it")
  }

  private var disk: Checkup {
    let here = URL(filePath: ".")
    let values = try? here.resourceValues(
      forKeys: [.volumeAvailableCapacityKey])
    let free = values?.volumeAvailableCapacity ?? 0
    let gigabytes = String(format: "%.1f GB free", Double(free) / 1e9)
    return Checkup(
      name: "disk", isFine: free > 2_000_000_000,
      words: free > 2_000_000_000
        ? gigabytes : "\(gigabytes); building takes about 2 GB")
  }
}
