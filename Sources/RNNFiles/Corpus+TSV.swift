// Texts and labels from the columns of a table. Next: IMDB+Encoding.swift.

import RNN
import Tensors

extension Corpus {
  /// Reads texts and labels from two columns of a table.
  ///
  /// IMDB's reviews come as label, rating, number and text:
  ///
  ///     let train = try Corpus(
  ///       path: folder + "/imdb/train.tsv", columns: 4, label: 0, text: 3)
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - columns: how many columns it has.
  ///   - label: the column of the labels, counted from 0.
  ///   - text: the column of the texts.
  ///   - limit: how many rows are read at most.
  /// - Throws: `FileError` if the file is not like that.
  public init(
    path: String, columns: Int, label: Int, text: Int, limit: Int? = nil
  ) throws(FileError) {
    require(
      (0..<columns).contains(label) && (0..<columns).contains(text),
      "expected columns in 0..<\(columns); got \(label) and \(text)")
    let table = try TSV(path: path, columns: columns, limit: limit)
    var texts: [String] = []
    var labels: [Int] = []
    for (index, row) in table.rows.enumerated() {
      guard let number = Int(row[label]), number >= 0 else {
        throw FileError(
          path, line: index + 1,
          "expected a label in column \(label); got '\(row[label])'")
      }
      labels.append(number)
      texts.append(row[text])
    }
    self.init(texts: texts, labels: labels)
  }
}
