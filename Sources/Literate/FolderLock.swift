// Two runs of the tool in one folder must not harm each other.

import Foundation

/// A lock on a file, held until it goes out of use: by one who writes, or by
/// all who read. The system lets go of it if its holder is killed.
final class FolderLock {
  private let descriptor: Int32

  /// Waits for the lock.
  init(_ file: URL, isShared: Bool = false) throws(ToolError) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(file.path, "\(error.localizedDescription)")
    }
    descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .cannotWrite(file.path, String(cString: strerror(errno)))
    }
    while flock(descriptor, isShared ? LOCK_SH : LOCK_EX) != 0 {
      guard errno == EINTR else {
        close(descriptor)
        throw .cannotWrite(file.path, String(cString: strerror(errno)))
      }
    }
  }

  deinit { close(descriptor) }
}
