// The programs that run at this moment, so that none outlives the tool.

import Foundation
import Synchronization

/// The process groups of running programs.
///
/// Each program has a group of its own, so that what it starts can be ended
/// with it. The price: a terminal's interrupt does not reach it.
public enum RunningPrograms {
  private static let groups = Mutex<Set<Int32>>([])

  static func add(_ group: Int32) {
    groups.withLock { _ = $0.insert(group) }
  }

  /// Ends a group: what the program started and left behind, and the program
  /// itself if it still runs.
  static func end(_ group: Int32) {
    kill(-group, SIGKILL)
    kill(group, SIGKILL)
    groups.withLock { _ = $0.remove(group) }
  }

  /// Ends all programs: the tool itself was told to stop.
  public static func endAll() {
    for group in groups.withLock({ $0 }) { end(group) }
  }
}
