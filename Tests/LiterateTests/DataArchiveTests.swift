import Foundation
import Testing

@testable import Literate

@Suite struct DataArchiveTests {
  private let row = DataRow(
    files: "set/good/{id}_{stars}.txt", row: "1\t{stars}\t{id}\t{text}")

  @Test(
    arguments: [
      ("17_8.txt", ["id": "17", "stars": "8"]),
      ("a_b.txt", ["id": "a", "stars": "b"]),
      ("17_8.txt~", nil), ("17.txt", nil), ("_8.txt", nil), ("17_8_9.txt", nil),
      ("", nil), ("../17_8.txt", nil),
    ] as [(String, [String: String]?)])
  func namesFitOrNot(name: String, parts: [String: String]?) {
    #expect(row.parts(of: name) == parts)
  }

  @Test func aRowHoldsTheTextAsItIs() {
    let text = Data([0x61, 0xFF, 0x09, 0x7B])  // no UTF-8, a tab, a brace
    #expect(
      row.bytes(["id": "17", "stars": "8"], text: text)
        == Data("1\t8\t17\t".utf8) + text + Data("\n".utf8))
  }

  /// Files packed by `tar`, as the official archive is.
  private func packed(_ files: [String: Data]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "archive-\(UUID().uuidString)")
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try text.write(to: file)
    }
    let archive = folder.appending(path: "all.tar.gz")
    let transcript = try runProgram(
      try ToolError.find("tar"),
      ["-czf", archive.path, "-C", folder.path, "set"],
      in: FileManager.default.temporaryDirectory)
    try #require(transcript.succeeded, "\(transcript.errorText)")
    return archive
  }

  @Test func rowsAreInTheOrderOfTheirNumbers() throws {
    let archive = try packed([
      "set/good/10_9.txt": Data("ten".utf8),
      "set/good/2_7.txt": Data("two".utf8),
      "set/good/notes": Data(), "set/bad/1_3.txt": Data("one".utf8),
    ])
    let folder = archive.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "out")
    try DataSet.makeFolder(place)
    try DataArchive(archive).unpack(into: place)
    let bad = DataRow(files: "set/bad/{id}_{stars}.txt", row: "0 {text}")
    let table = try DataArchive.table(of: [row, bad], in: place, named: "t")
    #expect(
      String(decoding: table, as: UTF8.self)
        == "1\t7\t2\ttwo\n1\t9\t10\tten\n0 one\n")
  }

  @Test func whatIsNoArchiveIsNamed() throws {
    let none = DataArchive(URL(filePath: "/nowhere/a.tar.gz"))
    let problem = #expect(throws: Problem.self) {
      try none.unpack(into: FileManager.default.temporaryDirectory)
    }
    #expect("\(try #require(problem))".contains("no such archive"))
  }

  /// The course's own declaration, on the real tables: taken apart into files
  /// and packed as the official archive is, they come out as declared.
  @Test(.enabled(if: Reviews.areHere && isProof, "the real IMDB, in a proof"))
  func theRealTablesComeOutOfTheirArchive() throws {
    let lessons = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lessons").standardized
    let settings = try CourseSettings(folder: lessons.path, names: [])
    let files = try #require(settings.data?["imdb"]?.files)
    for (name, file) in files {
      let rows = try #require(file.rows)
      let archive = try packed(try Reviews.apart(name, rows))
      let folder = archive.deletingLastPathComponent()
      defer { try? FileManager.default.removeItem(at: folder) }
      let table = try DataArchive.table(
        of: rows.map { DataRow(files: "set/" + $0.files, row: $0.row) },
        in: folder, named: name)
      let out = folder.appending(path: name)
      try table.write(to: out)
      #expect(try SHA256Tool().sum(of: out.path) == file.sha256, "\(name)")
    }
  }
}

/// The real reviews, where they are.
private enum Reviews {
  static let folder = "\(DataSet.folder)/imdb"
  static let areHere = FileManager.default.fileExists(
    atPath: folder + "/train.tsv")

  /// The files a table is made of.
  static func apart(_ table: String, _ rows: [DataRow]) throws -> [String: Data]
  {
    let text = try String(contentsOfFile: "\(folder)/\(table)", encoding: .utf8)
    var files: [String: Data] = [:]
    for line in text.components(separatedBy: "\n") where !line.isEmpty {
      let parts = line.components(separatedBy: "\t")
      let kind = try #require(rows.first { $0.row.hasPrefix(parts[0]) })
      files["set/\(kind.folder)/\(parts[2])_\(parts[1]).txt"] = Data(
        parts.dropFirst(3).joined(separator: "\t").utf8)
    }
    return files
  }
}
