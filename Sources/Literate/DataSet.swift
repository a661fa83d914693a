// Data sets that lessons need. Next: DataArchive.swift, which makes one.

import Foundation

/// A data set as `unrolled.yml` declares it.
///
///     data:
///       imdb:
///         title: 50,000 film reviews
///         files:
///           train.tsv: { sha256: 5f3c…, url: https://… }
///
/// A set that is published as an archive names it, and says of each file
/// which of the archive's files are its rows: see `DataRow`.
public struct DataSet: Codable, Equatable, Sendable {
  public var title: String?
  /// The address of the archive its files are made from.
  public var archive: String?
  /// Its files, by their names in the set's own folder.
  public var files: [String: File]

  public struct File: Codable, Equatable, Sendable {
    /// Of the official file, in hexadecimal digits.
    public var sha256: String
    /// Where it is officially found.
    public var url: String?
    /// What it is made of, if it comes from the set's archive.
    public var rows: [DataRow]?
  }

  /// Where data sets lie on this machine: what the variable `UNROLLED_DATA`
  /// says, or else `~/.unrolled/data`.
  public static var folder: String {
    let path = ProcessInfo.processInfo.environment["UNROLLED_DATA"] ?? ""
    return path.isEmpty
      ? NSHomeDirectory() + "/.unrolled/data"
      : URL(filePath: path).standardizedFileURL.path
  }

  /// Where the files of a set lie, by name.
  public func paths(of name: String) -> [String: String] {
    var paths: [String: String] = [:]
    for file in files.keys { paths[file] = "\(DataSet.folder)/\(name)/\(file)" }
    return paths
  }

  /// Sizes and times of its files that are here.
  func stamps(of name: String) -> [String: FileStamp] {
    paths(of: name).compactMapValues { FileStamp($0) }
  }

  /// Whether all of its files are here.
  public func isHere(as name: String) -> Bool {
    stamps(of: name).count == files.count
  }
}

extension CourseSettings {
  /// Why blocks that need these data sets cannot run here.
  func lack(of names: [String]) -> String? {
    let missing = names.filter { !(data?[$0]?.isHere(as: $0) ?? false) }
    return missing.isEmpty
      ? nil : "needs \(missing.joined(separator: ", ")), which is not here"
  }
}
