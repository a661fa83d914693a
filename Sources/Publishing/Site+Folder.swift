// The last line: a site goes to disk.

import Foundation
import Literate

extension Site {
  /// Writes the site beside `folder` and swaps it in by renames: a failure at
  /// any point leaves the old site. A file that is as it was stays the same
  /// file, so that whoever copies the site elsewhere copies only what changed.
  public func write(to folder: String) throws(SiteError) {
    try Site.check(folder: folder)
    let target = URL(filePath: folder, directoryHint: .isDirectory)
    let fresh = target.beside("new")
    let old = target.beside("old")
    do {
      let parent = target.deletingLastPathComponent()
      try FileManager.default.createDirectory(
        at: parent, withIntermediateDirectories: true)
      // Two builds at once come one after the other here.
      let lock = try FolderLock(folder: parent.path)
      defer { withExtendedLifetime(lock) {} }
      try Site.recover(target, from: old)
      try Site.remove(fresh)
      try write(into: fresh, keeping: target)
      try Site.swap(fresh, into: target, old: old)
      try Site.remove(old)
    } catch {
      try? Site.remove(fresh)
      throw .unwritable(path: folder, reason: error.localizedDescription)
    }
  }

  /// Refuses a folder that holds something else than a site: writing would
  /// put a site in its place.
  public static func check(folder: String) throws(SiteError) {
    let manager = FileManager.default
    let names = try? manager.contentsOfDirectory(atPath: folder)
    let isSite =
      names.map { $0.isEmpty || $0.contains(Site.marker) }
      ?? !manager.fileExists(atPath: folder)
    if !isSite { throw .notASite(path: folder) }
  }

  /// The file by which a folder is known to hold a site.
  private static let marker = ".unrolled-site"

  private func write(into folder: URL, keeping old: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: Site.marker))
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let (file, before) = (
        folder.appending(path: path), old.appending(path: path)
      )
      // A second name of the old file, where the disk can do that.
      if manager.contents(atPath: before.path) == Data(bytes),
        (try? manager.linkItem(at: before, to: file)) != nil
      {
        continue
      }
      try Data(bytes).write(to: file)
    }
  }

  /// A process that died between the two renames left the old site aside.
  private static func recover(_ target: URL, from old: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: old.path) else { return }
    if manager.fileExists(atPath: target.path) {
      try remove(old)
    } else {
      try manager.moveItem(at: old, to: target)
    }
  }

  private static func swap(_ fresh: URL, into target: URL, old: URL) throws {
    let manager = FileManager.default
    let isFirst = !manager.fileExists(atPath: target.path)
    if !isFirst { try manager.moveItem(at: target, to: old) }
    do {
      try manager.moveItem(at: fresh, to: target)
    } catch {
      if !isFirst { try? manager.moveItem(at: old, to: target) }
      throw error
    }
  }

  private static func remove(_ folder: URL) throws {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    try FileManager.default.removeItem(at: folder)
  }
}

extension URL {
  /// `Site/.public.new` for `Site/public`: on the same disk, so that a rename
  /// is enough.
  fileprivate func beside(_ word: String) -> URL {
    deletingLastPathComponent()
      .appending(path: ".\(lastPathComponent).\(word)")
  }
}
