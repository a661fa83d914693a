import Foundation
import Testing

/// Whatever happens to the tool or the disk: nothing is lost, and the next
/// run is right. More than a hundred kills in a proof.
@Suite(.serialized) final class FaultTests {
  private let bench: Bench
  private var dice = SystemRandomNumberGenerator()

  init() throws {
    bench = try Bench()
    let first = try bench.run("test")
    try #require(first.status == 0, "\(first)")
  }

  // MARK: - Killed at any moment

  private static let kills = isProof ? 40 : 2

  @Test func killedWhileItTests() throws {
    for kill in 1...Self.kills {
      let moment = Double.random(in: 0...2, using: &dice)
      try bench.kill("test", ["--fresh"], after: moment)
      #expect(try bench.texts() == Bench.both(Bench.good), "kill \(kill)")
      let next = try bench.run("test")
      #expect(next.status == 0, "kill \(kill) after \(moment) s: \(next)")
    }
  }

  @Test func killedWhileItAccepts() throws {
    for kill in 1...Self.kills {
      try bench.restore(Bench.stale)
      let moment = Double.random(in: 0...2, using: &dice)
      let options = kill % 2 == 0 ? ["--yes", "--fresh"] : ["--yes"]
      try bench.kill("accept", options, after: moment)
      let (old, new) = (Bench.both(Bench.stale), Bench.both(Bench.good))
      for (name, text) in try bench.texts() {
        #expect(text == old[name] || text == new[name], "\(moment) s: \(name)")
      }
      let next = try bench.run("accept", "--yes")
      #expect(next.status == 0, "kill \(kill) after \(moment) s: \(next)")
      #expect(try bench.texts() == new, "kill \(kill) after \(moment) s")
    }
    try bench.restore(Bench.good)
  }

  @Test func killedWhileItBuilds() throws {
    #expect(try bench.run("build").status == 0)
    let pages = bench.pages()
    #expect(pages["sums.html"] != nil)
    for kill in 1...Self.kills {
      let moment = Double.random(in: 0...2, using: &dice)
      if kill % 2 == 0 { bench.forget() }
      try bench.kill("build", [], after: moment)
      // Between two renames, the old site stands aside for a moment.
      let now = bench.pages()
      #expect(now.isEmpty || Set(now.keys) == Set(pages.keys), "\(moment) s")
      let next = try bench.run("build")
      #expect(next.status == 0, "kill \(kill) after \(moment) s: \(next)")
      #expect(Set(bench.pages().keys) == Set(pages.keys))
      let rest = try FileManager.default.contentsOfDirectory(
        atPath: bench.folder.path
      ).filter { $0.hasPrefix(".site") }
      #expect(rest.isEmpty, "\(rest)")
    }
  }

  /// Who kills the tool without a word does not leave its lessons running.
  @Test func aKilledToolLeavesNoLessonRunning() throws {
    let mark = "unrolled\(UUID().uuidString.filter(\.isLetter))"
    try bench.write(
      bench.lessons.appending(path: "01-sums.md"),
      "# Sums\n\nB.\n\n```swift\nimport Foundation\n"
        + "try Data().write(to: URL(filePath: "
        + "\"\(bench.folder.path)/\(mark)\"))\nwhile true {}\n```\n")
    let run = try bench.start(Bench.tool.path, bench.words("test", ["1"]))
    let sign = bench.folder.appending(path: mark).path
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: sign) {
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(FileManager.default.fileExists(atPath: sign))
    kill(run.process.processIdentifier, SIGKILL)
    _ = try run.result()
    Thread.sleep(forTimeInterval: 0.5)
    let left = try bench.run(
      after:
        "ps -eo args | grep '[p]rograms/.*\(bench.folder.lastPathComponent)'"
        + "; ps -eo args | grep '\(bench.folder.lastPathComponent)"
        + "/package/.build/lessons/[p]rograms'; :", "doctor")
    #expect(!left.output.contains("/lesson"), "\(left.output)")
    try bench.restore(Bench.good)
  }

  // MARK: - Disks

  #if os(Linux)
    private static let isRoot = getuid() == 0

    /// A disk with no room, in a world only the tool sees.
    private func full(_ folder: URL) -> String {
      """
      exec unshare -m sh -s <<'END'
      set -e
      cp -a '\(folder.path)' '\(folder.path).kept'
      mount -t tmpfs -o size=64k none '\(folder.path)'
      cp -a '\(folder.path).kept/.' '\(folder.path)'
      dd if=/dev/zero of='\(folder.path)/.full' 2>/dev/null || :
      set +e
      """
    }

    @Test(.enabled(if: isRoot)) func aFullDiskUnderTheLessons() throws {
      try bench.restore(Bench.stale)
      let lesson = bench.lessons.appending(path: "01-sums.md").path
      let words = bench.words("accept", ["--yes"]).joined(separator: " ")
      let result = try bench.start(
        "/bin/sh",
        [
          "-c",
          full(bench.lessons)
            + "\n\(Bench.tool.path) \(words)\nstatus=$?\ncat '\(lesson)'\n"
            + "exit $status\nEND\n",
        ]
      ).result()
      #expect(result.status == 1, "\(result)")
      #expect(
        result.error.contains("cannot be written, and is as it was"),
        "\(result)")
      #expect(result.output.hasSuffix(Bench.stale))
      try bench.restore(Bench.good)
    }

    @Test(.enabled(if: isRoot)) func aReadOnlyFolderOfLessons() throws {
      try bench.restore(Bench.stale)
      let lessons = bench.lessons.path
      let words = bench.words("accept", ["--yes"]).joined(separator: " ")
      let result = try bench.start(
        "/bin/sh",
        [
          "-c",
          "exec unshare -m sh -c \"mount --bind '\(lessons)' '\(lessons)' && "
            + "mount -o remount,ro,bind '\(lessons)' && "
            + "exec '\(Bench.tool.path)' \(words)\"",
        ]
      ).result()
      #expect(result.status == 1, "\(result)")
      #expect(
        result.error.contains("cannot be written, and is as it was"),
        "\(result)")
      #expect(try bench.texts() == Bench.both(Bench.stale))
      try bench.restore(Bench.good)
    }
  #endif

  /// No file may grow beyond a block or two: where nobody may mount a disk.
  @Test func noRoomForAFile() throws {
    try bench.restore(Bench.stale)
    #expect(try bench.run("test").status == 1)  // and remembered
    let limit = "trap '' XFSZ\nulimit -f 2"
    let accepted = try bench.run(after: limit, "accept", "--yes")
    #expect(accepted.status == 2, "\(accepted)")
    #expect(accepted.error.contains("cannot be written"), "\(accepted)")
    #expect(try bench.texts() == Bench.both(Bench.stale))

    try bench.restore(Bench.good)
    #expect(try bench.run("build").status == 0)
    let pages = bench.pages()
    let built = try bench.run(after: limit, "build")
    #expect(built.status == 2, "\(built)")
    #expect(bench.pages() == pages)
    #expect(try bench.run("build").status == 0)
  }

  // MARK: - The cache

  @Test func aCorruptCacheIsNoCache() throws {
    let cache = bench.scratch.appending(path: "cache")
    let names = FileManager.default.enumerator(atPath: cache.path)
    let entries = (names?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".entry") }.map { cache.appending(path: $0) }
    try #require(!entries.isEmpty)
    let whole = try entries.map { try Data(contentsOf: $0) }
    for trial in 1...(isProof ? 100 : 5) {
      for (entry, data) in zip(entries, whole) {
        try? FileManager.default.removeItem(at: entry)
        switch trial % 5 {
        case 0: try data.prefix(.random(in: 0..<data.count)).write(to: entry)
        case 1: try Data("{}".utf8).write(to: entry)
        case 2:
          try FileManager.default.createDirectory(
            at: entry, withIntermediateDirectories: true)
        default:
          var data = data
          let at = Int.random(in: 0..<data.count, using: &dice)
          data[at] = data[at] ^ UInt8(1 << Int.random(in: 0..<7, using: &dice))
          try data.write(to: entry)
        }
      }
      let result = try bench.run("test")
      #expect(result.status == 0, "trial \(trial): \(result)")
    }
    for file in ["library.json", "unrolled.lock"] {
      try bench.write(bench.scratch.appending(path: file), "nonsense")
      #expect(try bench.run("test").status == 0)
    }
  }

  // MARK: - Two at once

  @Test func twoRunsAtOnce() throws {
    for round in 1...(isProof ? 10 : 1) {
      try bench.restore(Bench.stale)
      let tool = Bench.tool.path
      let accepts = try (1...2).map { _ in
        try bench.start(tool, bench.words("accept", ["--yes", "--fresh"]))
      }.map { try $0.result() }
      // Who comes second finds nothing to record, or a file that changed:
      // each may be second with one of the lessons.
      #expect(accepts.allSatisfy { $0.status < 2 }, "\(accepts)")
      #expect(try bench.texts() == Bench.both(Bench.good), "round \(round)")

      bench.forget()
      let builds = try (1...2).map { _ in
        try bench.start(tool, bench.words("build", []))
      }.map { try $0.result() }
      #expect(builds.allSatisfy { $0.status == 0 }, "\(builds)")
      #expect(bench.pages()["sums.html"] != nil)
    }
  }

  /// A lesson that is edited while it runs: here, by itself.
  @Test func aLessonEditedWhileItRuns() throws {
    let file = bench.lessons.appending(path: "01-sums.md")
    let code = """
      import Foundation
      let handle = try FileHandle(forWritingTo: URL(filePath: "\(file.path)"))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("Edited.\\n".utf8))
      """
    let lesson = Bench.stale.replacing(
      "let a = 20", with: code + "\nlet a = 20")
    try bench.write(file, lesson)
    let result = try bench.run("accept", "--yes", "1")
    #expect(result.status == 1, "\(result)")
    #expect(result.error.contains("the file has changed since it was run"))
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix(lesson + "Edited.\n"))
    try bench.restore(Bench.good)
  }
}
