// Are the files of the data sets here, and are they the official ones?

import Foundation

/// One file of a data set, looked at.
public struct DataCheck: Equatable, Sendable {
  public enum State: Equatable, Sendable {
    /// The official file.
    case fine
    /// Another file of this name, with this sum.
    case other(sha256: String)
    /// Not here.
    case missing
  }

  /// The set's name, and the file's in it.
  public let set: String
  public let file: String
  public let path: String
  /// Where it is officially found.
  public let url: String?
  let sha256: String
  public let state: State
}

extension CourseSettings {
  /// The files of data sets, each looked at; of all sets, for no names.
  ///
  /// - Parameter unknown: called with a name that is declared nowhere.
  public func dataChecks(_ names: [String] = []) throws -> [DataCheck] {
    let sets = data ?? [:]
    for name in names where sets[name] == nil {
      let known = sets.keys.sorted()
      throw Problem(
        path: CourseSettings.fileName,
        message: "no data set is called “\(name)”; "
          + (known.isEmpty
            ? "none is declared"
            : "there are " + known.joined(separator: ", ")))
    }
    let chosen = names.isEmpty ? sets.keys.sorted() : names
    return try chosen.flatMap { name in
      let paths = sets[name]?.paths(of: name) ?? [:]
      return try (sets[name]?.files ?? [:]).sorted { $0.key < $1.key }.map {
        let path = paths[$0.key] ?? ""
        return DataCheck(
          set: name, file: $0.key, path: path, url: $0.value.url,
          sha256: $0.value.sha256,
          state: try DataCheck.state(of: path, sha256: $0.value.sha256))
      }
    }
  }
}

extension DataCheck {
  static func state(of path: String, sha256: String) throws(ToolError) -> State
  {
    guard FileManager.default.fileExists(atPath: path) else { return .missing }
    let sum = try SHA256Tool().sum(of: path)
    return sum == sha256.lowercased() ? .fine : .other(sha256: sum)
  }

  /// Fetches the official file: beside its place first, and into it only if
  /// it is the one that is declared.
  public func download() throws {
    guard let url else {
      throw Problem(path: path, message: "no address is declared for this file")
    }
    let part = URL(filePath: path + ".part")
    defer { try? FileManager.default.removeItem(at: part) }
    try DataSet.fetch(url, to: part)
    try keep(part, from: url)
  }

  /// Puts a finished file into its place, if it is the one that is declared.
  func keep(_ part: URL, from origin: String) throws {
    guard try DataCheck.state(of: part.path, sha256: sha256) == .fine else {
      throw Problem(
        path: path,
        message: "what \(origin) gives now is not the file that is declared; "
          + "nothing was kept")
    }
    let place = URL(filePath: path)
    try? FileManager.default.removeItem(at: place)
    do {
      try FileManager.default.moveItem(at: part, to: place)
    } catch {
      throw ToolError.cannotWrite(place.path, error.localizedDescription)
    }
  }
}

extension DataSet {
  /// Fetches what an https address gives into a file, and makes its folder.
  static func fetch(_ url: String, to file: URL) throws {
    guard url.hasPrefix("https://") else {
      throw Problem(
        path: file.path,
        message: "is fetched from https addresses only; got \(url)")
    }
    try makeFolder(file.deletingLastPathComponent())
    let transcript = try runProgram(
      try ToolError.find("curl"),
      [
        "--fail", "--silent", "--show-error", "--location", "--proto",
        "=https", "--output", file.path, "--", url,
      ], in: FileManager.default.temporaryDirectory, timeLimit: 3600)
    guard transcript.succeeded else {
      throw Problem(
        path: file.path,
        message: "cannot be fetched from \(url): "
          + transcript.errorText.trimmingCharacters(
            in: .whitespacesAndNewlines))
    }
  }

  static func makeFolder(_ folder: URL) throws(ToolError) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(folder.path, error.localizedDescription)
    }
  }
}

/// SHA-256 by the system's own tool: Debian has `sha256sum`, macOS `shasum`.
///
/// They are well kept and always there; a package for this alone would cost
/// every fresh machine a minute of building.
struct SHA256Tool {
  private let path: String
  private let arguments: [String]

  init() throws(ToolError) {
    if let path = try? ToolError.find("sha256sum") {
      (self.path, arguments) = (path, ["--"])
    } else {
      path = try ToolError.find("shasum")
      arguments = ["-a", "256", "--"]
    }
  }

  /// The sum of a file, in hexadecimal digits.
  func sum(of file: String) throws(ToolError) -> String {
    let transcript: Transcript
    do {
      transcript = try runProgram(
        path, arguments + [file], in: FileManager.default.temporaryDirectory)
    } catch {
      throw .cannotRun(path, error.localizedDescription)
    }
    // A name with odd letters is escaped, and marked by a backslash in front.
    let sum = transcript.outputText.drop { $0 == "\\" }.prefix(64)
    guard transcript.succeeded, sum.count == 64 else {
      throw .cannotRun(path, transcript.errorText)
    }
    return String(sum)
  }
}
