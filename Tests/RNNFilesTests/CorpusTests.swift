import Foundation
import RNN
import Testing

@testable import RNNFiles

@Suite struct CorpusTests {
  private func withFile<Result>(
    _ text: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString + ".tsv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  @Test func readsTextsAndLabels() throws {
    let text = "1\t9\t0\tA \"fine\" film.\r\n0\t2\t1\tNot  so.\n"
    let corpus = try withFile(text) {
      try Corpus(path: $0, columns: 4, label: 0, text: 3)
    }
    #expect(corpus.texts == ["A \"fine\" film.", "Not  so."])
    #expect(corpus.labels == [1, 0])
  }

  @Test func stopsAtTheLimit() throws {
    let corpus = try withFile("1\ta\n0\tb\nbroken") {
      try Corpus(path: $0, columns: 2, label: 0, text: 1, limit: 2)
    }
    #expect(corpus.count == 2)
  }

  @Test func theLastCellKeepsItsTabs() throws {
    let table = try TSV(bytes: Array("1\ta\tb\n".utf8), path: "t", columns: 2)
    #expect(table.rows == [["1", "a\tb"]])
  }

  @Test func keepsEmptyCells() throws {
    let table = try TSV(bytes: Array("a\t\t\n".utf8), path: "t", columns: 3)
    #expect(table.rows == [["a", "", ""]])
  }

  @Test(arguments: [
    ("1\ta\nb\n", "reviews.tsv:2: expected 2 columns; got 1"),
    ("1\ta\nx\tb", "reviews.tsv:2: expected a label in column 0; got 'x'"),
    ("-1\ta", "reviews.tsv:1: expected a label in column 0; got '-1'"),
  ])
  func saysWhatIsWrongAndWhere(text: String, expected: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("reviews.tsv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: FileError.self) {
      try Corpus(path: path, columns: 2, label: 0, text: 1)
    }
    #expect(error?.description.hasSuffix(expected) == true)
  }

  @Test func refusesBytesThatAreNoText() {
    #expect(throws: FileError("t", line: 1, "expected text in UTF-8")) {
      try TSV(bytes: [0x31, 9, 0xff], path: "t", columns: 2)
    }
  }

  @Test func namesAFileThatIsMissing() {
    #expect(throws: FileError("/no/such", "cannot be read")) {
      try TSV(path: "/no/such", columns: 2)
    }
  }
}
