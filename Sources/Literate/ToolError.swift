// What is wrong with the machine rather than with a lesson.

import Foundation

/// Something a lesson needs is missing or broken.
public enum ToolError: Error, Equatable, Sendable {
  case notFound(String)
  case cannotRun(String, String)
  case cannotWrite(String, String)
  case libraryDoesNotBuild(String)
  case packageUnreadable(String, String)

  /// The path of a program on `PATH`.
  static func find(_ name: String) throws(ToolError) -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let candidate = "\(folder)/\(name)"
      if FileManager.default.isExecutableFile(atPath: candidate) {
        return candidate
      }
    }
    throw .notFound(name)
  }
}

extension ToolError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound(let name) where name.hasPrefix("swift"):
      "error: there is no \(name) on PATH; install Swift 6.2 or later from "
        + "swift.org/install and try again"
    case .notFound(let name):
      "error: there is no \(name) on PATH; `unrolled doctor` says how to "
        + "install it"
    case .cannotRun(let program, let why):
      "error: \(program) cannot be run: \(why)"
    case .cannotWrite(let path, let why):
      "error: \(path) cannot be written: \(why)"
    case .libraryDoesNotBuild(let output):
      "error: the library that lessons link against does not build:\n"
        + output
    case .packageUnreadable(let path, let output):
      "error: the package manager cannot read the package in \(path):\n"
        + output
    }
  }
}
