// Tables in text files. Next: Corpus+TSV.swift.

import Foundation
import Tensors

/// A table whose columns are separated by tabs, one row to a line.
///
///     let table = try TSV(path: "train.tsv", columns: 4)
///     table.rows[0][3]  // the first row's text
///
/// There is no header and no quoting; a last line break may be missing. The
/// last cell is the rest of its line, tabs included: texts have some.
public struct TSV: Equatable, Sendable {
  /// The cells of each row.
  public let rows: [[String]]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file, in UTF-8.
  ///   - columns: how many cells every row has.
  ///   - limit: how many rows are read at most.
  /// - Throws: `FileError` if it cannot be read, or a row has another number
  ///   of cells.
  public init(
    path: String, columns: Int, limit: Int? = nil
  ) throws(FileError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw FileError(path, "cannot be read")
    }
    try self.init(
      bytes: Array(data), path: path, columns: columns, limit: limit)
  }

  /// Reads bytes; `path` is what errors call them.
  init(
    bytes: [UInt8], path: String, columns: Int, limit: Int? = nil
  ) throws(FileError) {
    require(columns > 0, "expected a positive number of columns")
    let (tab, newline, carriageReturn): (UInt8, UInt8, UInt8) = (9, 10, 13)
    var rows: [[String]] = []
    var start = 0
    while start < bytes.count && rows.count < limit ?? Int.max {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      var line = bytes[start..<end]
      start = end + 1
      if line.last == carriageReturn { line.removeLast() }
      let number = rows.count + 1
      var cells: [String] = []
      for cell in line.split(
        separator: tab, maxSplits: columns - 1,
        omittingEmptySubsequences: false)
      {
        guard let text = String(validating: cell, as: UTF8.self) else {
          throw FileError(path, line: number, "expected text in UTF-8")
        }
        cells.append(text)
      }
      guard cells.count == columns else {
        throw FileError(
          path, line: number,
          "expected \(columns) columns; got \(cells.count)")
      }
      rows.append(cells)
    }
    self.rows = rows
  }
}
