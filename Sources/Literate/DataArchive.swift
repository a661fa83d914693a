// A data set's files, made from the archive it is published as. Next:
// DataCheck.swift.

import Foundation

extension CourseSettings {
  /// Makes the missing files of a set from its archive: from `file`, or else
  /// from what the declared address gives.
  ///
  /// - Throws: a problem if what comes out is not what is declared; then
  ///   nothing is kept.
  public func unpack(_ name: String, archive file: String? = nil) throws {
    let missing = try dataChecks([name]).filter { $0.state != .fine }
    guard let set = data?[name], !missing.isEmpty else { return }
    guard let address = file ?? set.archive else {
      throw Problem(
        path: CourseSettings.fileName,
        message: "no archive is declared for \(name)")
    }
    let scratch = URL(filePath: DataSet.folder).appending(
      path: ".\(name).\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: scratch) }
    try DataSet.makeFolder(scratch)
    let archive = file.map { URL(filePath: $0) } ?? scratch.appending(path: "a")
    if file == nil { try DataSet.fetch(address, to: archive) }
    try DataArchive(archive).unpack(into: scratch)
    for check in missing {
      try DataSet.makeFolder(
        URL(filePath: check.path).deletingLastPathComponent())
      let part = scratch.appending(path: "part")
      try DataArchive.table(
        of: set.files[check.file]?.rows ?? [], in: scratch, named: check.file
      ).write(to: part)
      try check.keep(part, from: address)
    }
  }
}

/// A compressed tar file.
struct DataArchive {
  private let file: URL

  init(_ file: URL) { self.file = file }

  func unpack(into folder: URL) throws {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw Problem(path: file.path, message: "there is no such archive")
    }
    let transcript = try runProgram(
      try ToolError.find("tar"), ["-xzf", file.path, "-C", folder.path],
      in: FileManager.default.temporaryDirectory)
    guard transcript.succeeded else {
      throw Problem(
        path: file.path,
        message: "cannot be unpacked: "
          + transcript.errorText.trimmingCharacters(
            in: .whitespacesAndNewlines))
    }
  }

  /// The rows of a table, from unpacked files.
  static func table(
    of rows: [DataRow], in folder: URL, named file: String
  ) throws -> Data {
    guard !rows.isEmpty else {
      throw Problem(
        path: CourseSettings.fileName,
        message: "it is not declared which files of the archive are the rows "
          + "of \(file)")
    }
    var table = Data()
    for kind in rows {
      let place = folder.appending(path: kind.folder)
      let names = try FileManager.default
        .contentsOfDirectory(atPath: place.path)
        .compactMap { name in kind.parts(of: name).map { (name, $0) } }
        .sorted { kind.order(of: $0.0) < kind.order(of: $1.0) }
      for (name, parts) in names {
        let text = try Data(contentsOf: place.appending(path: name))
        table += kind.bytes(parts, text: text)
      }
    }
    return table
  }
}
