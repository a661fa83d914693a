// Outcomes that need not be found out again. Next: ScriptTester.swift.

import Foundation

/// What was found out about programs, kept in files: one for each program as
/// it was. An entry that cannot be read is no entry.
struct RunCache: Sendable {
  let folder: URL

  /// Some older versions of a lesson are kept: who takes an edit back need
  /// not wait.
  private static let limit = 64

  struct Entry: Codable {
    let key: CacheKey
    /// The program's name in its lesson.
    let script: String
    let places: [BlockPlace]
    let evidence: Evidence
  }

  init(toolchain: Toolchain) {
    folder = toolchain.scratch.appending(path: "cache")
  }

  /// What was found out about a program, if nothing it depends on changed.
  func evidence(_ key: CacheKey, _ script: Script, of lesson: Lesson)
    -> Evidence?
  {
    let file = file(key, of: lesson)
    guard let entry = entry(file), entry.key == key else { return nil }
    var evidence = entry.evidence.moved(
      from: entry.places, to: script.blocks.map(BlockPlace.init))
    evidence.isRemembered = true
    return evidence
  }

  /// Keeps what was found out: beside the entry first, then in its place. A
  /// cache that cannot be written costs time and nothing else.
  func keep(
    _ evidence: Evidence, _ key: CacheKey, _ script: Script, of lesson: Lesson
  ) {
    let entry = Entry(
      key: key, script: script.name,
      places: script.blocks.map(BlockPlace.init), evidence: evidence)
    let file = file(key, of: lesson)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if let data = try? JSONEncoder().encode(entry) {
      try? (Data("\(Digest(data))\n".utf8) + data)
        .write(to: file, options: .atomic)
    }
    removeOldest(in: file.deletingLastPathComponent())
  }

  /// The entries of one of a lesson's programs, the newest first.
  func entries(_ script: Script, of lesson: Lesson) -> [Entry] {
    files(in: folder.appending(path: lesson.slug)).reversed()
      .compactMap { self.entry($0) }
      .filter { $0.script == script.name }
  }

  private func file(_ key: CacheKey, of lesson: Lesson) -> URL {
    folder.appending(path: lesson.slug).appending(path: "\(key.digest).entry")
  }

  /// An entry begins with a digest of the rest: a disk may turn one digit
  /// into another.
  private func entry(_ file: URL) -> Entry? {
    guard let bytes = try? Data(contentsOf: file),
      let end = bytes.firstIndex(of: 10)
    else { return nil }
    let data = Data(bytes[(end + 1)...])
    guard bytes[..<end] == Data("\(Digest(data))".utf8) else { return nil }
    return try? JSONDecoder().decode(Entry.self, from: data)
  }

  /// The files of a folder, the oldest first.
  private func files(in folder: URL) -> [URL] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.map { folder.appending(path: $0) }
      .compactMap { file in FileStamp(file.path).map { (file, $0.time) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  private func removeOldest(in folder: URL) {
    for file in files(in: folder).dropLast(RunCache.limit) {
      try? FileManager.default.removeItem(at: file)
    }
  }
}
