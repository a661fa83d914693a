// The programs that run at this moment, so that none outlives the tool.

import Foundation
import Synchronization

/// The process groups of running programs.
///
/// Each program has a group of its own, so that what it starts can be ended
/// with it. The price: a terminal's interrupt does not reach it.
public enum RunningPrograms {
  private static let groups = Mutex<Set<Int32>>([])

  /// Starts a program; an interrupt finds it from its first moment on.
  static func start(_ process: Process) throws -> Int32 {
    try groups.withLock {
      try process.run()
      $0.insert(process.processIdentifier)
      return process.processIdentifier
    }
  }

  /// Forgets a program that has ended, and ends what it left behind.
  static func ended(_ group: Int32, mark: String?) {
    kill(-group, SIGKILL)
    if let mark { endProcesses(withMark: mark) }
    groups.withLock { _ = $0.remove(group) }
  }

  /// Ends a program and its group.
  static func end(_ group: Int32) {
    kill(-group, SIGKILL)
    kill(group, SIGKILL)
  }

  /// Ends all programs: the tool itself was told to stop.
  public static func endAll() {
    for group in groups.withLock({ $0 }) { end(group) }
  }

  /// Ends the processes that inherited a variable of this value.
  ///
  /// A lesson's child may be in a group of its own; the lesson's environment
  /// it still has.
  private static func endProcesses(withMark mark: String) {
    #if os(Linux)
      let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
      for process in (names ?? []).compactMap({ Int32($0) }) {
        let path = "/proc/\(process)/environ"
        if let environment = FileManager.default.contents(atPath: path),
          environment.firstRange(of: Data(mark.utf8)) != nil
        {
          kill(process, SIGKILL)
        }
      }
    #endif
  }
}
