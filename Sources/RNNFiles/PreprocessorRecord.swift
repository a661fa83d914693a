// A preprocessor as text, to lie beside the weights.
// It serves Sequential+Files.swift.

import Foundation
import RNN

/// Everything a preprocessor was made with.
struct PreprocessorRecord: Codable {
  var format = 1
  var filters: String
  var split: String
  var lower: Bool
  var words: [String]
  var limit: Int?
  var skipTop: Int
  var start: Int?
  var unknown: Int?
  var offset: Int
  var length: Int
  var padsBefore: Bool
  var cutsBefore: Bool

  init(_ preprocessor: Preprocessor) {
    let vocabulary = preprocessor.vocabulary
    filters = preprocessor.splitter.filters
    split = String(preprocessor.splitter.split)
    lower = preprocessor.splitter.lower
    words = vocabulary.index.words
    limit = vocabulary.limit
    skipTop = vocabulary.skipTop
    start = vocabulary.marks.start
    unknown = vocabulary.marks.unknown
    offset = vocabulary.marks.offset
    length = preprocessor.length
    padsBefore = preprocessor.padding == .pre
    cutsBefore = preprocessor.truncating == .pre
  }

  /// The record in JSON, the same for equal preprocessors.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A record of texts and whole numbers can always be encoded.
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }

  /// The record of a text; nil if it is none.
  init?(json: String) {
    guard
      let record = try? JSONDecoder().decode(
        PreprocessorRecord.self, from: Data(json.utf8)), record.format == 1
    else { return nil }
    self = record
  }

  /// The preprocessor; nil if there can be none of these numbers.
  var preprocessor: Preprocessor? {
    let scalars = split.unicodeScalars
    let numbers = [length, offset, start ?? 0, unknown ?? 0]
    guard
      scalars.count == 1,
      numbers.allSatisfy({ $0 >= 0 && $0 <= Int(Int32.max) })
    else { return nil }
    return Preprocessor(
      splitter: WordSplitter(
        filters: filters, split: scalars[scalars.startIndex], lower: lower),
      vocabulary: Vocabulary(
        WordIndex(allowingRepeats: words), limit: limit, skipTop: skipTop,
        marks: .init(start: start, unknown: unknown, offset: offset)),
      length: length, padding: padsBefore ? .pre : .post,
      truncating: cutsBefore ? .pre : .post)
  }
}
