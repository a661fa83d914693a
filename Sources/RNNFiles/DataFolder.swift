// Where data sets lie on this machine. Next: IMDB.swift.

import Foundation

/// Where data sets lie on this machine.
public enum DataFolder {
  /// What the variable `UNROLLED_DATA` says, or else `~/.unrolled/data`.
  public static var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["UNROLLED_DATA"], !path.isEmpty { return path }
    return NSHomeDirectory() + "/.unrolled/data"
  }
}
