// Files as they were: what tells whether anything changed. Next:
// LibraryBuild.swift.

import Foundation

/// A file's size and time, in nanoseconds.
struct FileStamp: Codable, Equatable, Sendable {
  let size: Int
  let time: Int
  let isFolder: Bool

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    size = Int(status.st_size)
    time = modified.tv_sec * 1_000_000_000 + modified.tv_nsec
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}

/// Some files and folders as they were. A file counts as unchanged if it has
/// its size and time, or if its bytes are the same after all; a folder, if it
/// holds the same names.
struct Fingerprint: Codable, Equatable, Sendable {
  private var files: [String: Entry] = [:]

  private struct Entry: Codable, Equatable {
    var stamp: FileStamp
    let digest: Digest
  }

  init(of paths: some Sequence<String>) {
    for path in paths {
      guard let stamp = FileStamp(path) else { continue }
      files[path] = Entry(
        stamp: stamp, digest: Fingerprint.digest(path, stamp))
    }
  }

  /// The first file that is not as it was.
  func change() -> String? {
    files.sorted { $0.key < $1.key }.first { path, entry in
      guard let stamp = FileStamp(path) else { return true }
      return stamp != entry.stamp
        && Fingerprint.digest(path, stamp) != entry.digest
    }?.key
  }

  /// The time of the file that changed last.
  var latest: Int { files.values.map(\.stamp.time).max() ?? 0 }

  private static func digest(_ path: String, _ stamp: FileStamp) -> Digest {
    let manager = FileManager.default
    guard stamp.isFolder else {
      return Digest(manager.contents(atPath: path) ?? Data())
    }
    let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
    let seen = names.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") }
    return Digest(Data(seen.sorted().joined(separator: "/").utf8))
  }
}
