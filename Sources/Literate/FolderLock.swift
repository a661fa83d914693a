// Two runs of the tool in one folder must not harm each other.

import Foundation

/// A lock on a file or a folder, held until it goes out of use: by one who
/// writes, or by all who read. The system lets go of it if its holder is
/// killed.
public final class FolderLock {
  private let descriptor: Int32

  /// Waits for the lock on a folder that is there. It leaves nothing behind.
  public init(folder: String) throws(ToolError) {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    try wait(for: LOCK_EX, folder)
  }

  /// Waits for the lock on a file, which is made if it must be.
  init(_ file: URL, isShared: Bool = false) throws(ToolError) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(file.path, "\(error.localizedDescription)")
    }
    descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try wait(for: isShared ? LOCK_SH : LOCK_EX, file.path)
  }

  private func wait(for kind: Int32, _ path: String) throws(ToolError) {
    while descriptor < 0 || flock(descriptor, kind) != 0 {
      guard descriptor >= 0, errno == EINTR else {
        throw .cannotWrite(path, String(cString: strerror(errno)))
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
