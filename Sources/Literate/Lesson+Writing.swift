// A lesson's file, written anew.

import Foundation

extension Lesson {
  /// Writes the lesson's file anew: beside it first, then in its place.
  ///
  /// - Parameters:
  ///   - changedSince: what happened to the lesson, after which its file must
  ///     not have changed: `was run`.
  ///   - advice: what to do if it has.
  /// - Throws: a problem if the file is no longer what was read.
  func rewrite(
    as text: String, changedSince: String, advice: String
  ) throws(Problem) {
    let file = URL(filePath: path).resolvingSymlinksInPath()
    let manager = FileManager.default
    let permissions = try? manager.attributesOfItem(
      atPath: file.path)[.posixPermissions]
    guard let now = try? Data(contentsOf: file), now == Data(source.utf8)
    else {
      throw Problem(
        path: path,
        message: "the file has changed since it \(changedSince); nothing was "
          + "written, \(advice)")
    }
    do {
      // Atomic: a temporary file beside it, and a rename.
      try Data(text.utf8).write(to: file, options: .atomic)
      if let permissions {
        try? manager.setAttributes(
          [.posixPermissions: permissions], ofItemAtPath: file.path)
      }
    } catch {
      throw Problem(
        path: path,
        message: "cannot be written, and is as it was: "
          + error.localizedDescription)
    }
  }
}
