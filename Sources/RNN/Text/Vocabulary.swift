// Words, and the ids that stand for them in sequences.
// Next: Preprocessor.swift.

import Tensors

/// Words, and the ids that stand for them in sequences.
///
/// A `WordIndex` numbers words from 1. Ids may lie higher, to leave room for
/// marks, and may be limited to the most frequent words:
///
///     let words = Vocabulary(index, limit: 10_000, marks: .imdb)
///     words.id(of: "the")         // 4: word 1, and three ids before it
///     words.id(of: "gobbledegook")  // 2: unknown
///     words.word(of: 4)           // "the"
///
/// Id 0 is padding and stands for no word.
public struct Vocabulary: Equatable, Sendable {
  /// Every word, the most frequent first.
  public let index: WordIndex
  /// Ids from this on are unknown; nil knows all.
  public let limit: Int?
  /// Ids below this are unknown: the most frequent words say little.
  public let skipTop: Int
  /// The ids that stand for no word.
  public let marks: Marks

  /// The ids that stand for no word of the index.
  public struct Marks: Equatable, Sendable {
    /// Comes before every text; nil puts nothing there.
    public let start: Int?
    /// Stands for unknown words; nil leaves them out.
    public let unknown: Int?
    /// How much higher than its number the id of a word is.
    public let offset: Int

    /// These marks.
    public init(start: Int? = nil, unknown: Int? = nil, offset: Int = 0) {
      require(offset >= 0, "expected an offset of at least 0; got \(offset)")
      self.start = start
      self.unknown = unknown
      self.offset = offset
    }

    /// None: ids are the numbers of words, as a tokenizer has them.
    public static var none: Marks { Marks() }

    /// Those of Keras' IMDB: 1 starts a review, 2 is an unknown word, and 3
    /// is never used, so that the most frequent word is 4.
    ///
    /// - Source: Keras 3.15.1, `keras/src/datasets/imdb.py`.
    public static var imdb: Marks { Marks(start: 1, unknown: 2, offset: 3) }
  }

  /// The ids of these words.
  public init(
    _ index: WordIndex, limit: Int? = nil, skipTop: Int = 0,
    marks: Marks = .none
  ) {
    self.index = index
    self.limit = limit
    self.skipTop = skipTop
    self.marks = marks
  }

  /// How many rows an `Embedding` of these ids needs: one more than the
  /// highest id.
  public var size: Int {
    let words = min(limit ?? Int.max, index.count + marks.offset + 1)
    let highest = max(marks.start ?? 0, marks.unknown ?? 0)
    return max(words, highest + 1)
  }

  /// The id of a word; of an unknown one the mark for that, or nil.
  public func id(of word: String) -> Int? {
    index[word].flatMap { known($0 + marks.offset) } ?? marks.unknown
  }

  /// The ids of a text's words, after the mark that starts it.
  ///
  /// The limits hold for that mark too, as in Keras: with `skipTop` above it,
  /// every text starts with the unknown word.
  public func ids(of words: [String]) -> [Int] {
    var ids: [Int] = []
    if let start = marks.start { ids += limited([start]) }
    for word in words {
      if let id = id(of: word) { ids.append(id) }
    }
    return ids
  }

  /// Ids of a vocabulary without limits, under those of this one.
  public func limited(_ ids: [Int]) -> [Int] {
    ids.compactMap { known($0) ?? marks.unknown }
  }

  /// The word of an id; nil for padding, marks and what is no id.
  public func word(of id: Int) -> String? {
    id > marks.offset ? index.word(id - marks.offset) : nil
  }

  /// The text of ids, to be read: without padding, `[START]` and `[OOV]` for
  /// the marks, and also `[OOV]` for what stands for no word.
  public func text(of ids: [Int]) -> String {
    var text = ""
    for id in ids where id != 0 {
      let word =
        id == marks.start
        ? "[START]"
        : id == marks.unknown ? "[OOV]" : self.word(of: id) ?? "[OOV]"
      text += text.isEmpty ? word : " " + word
    }
    return text
  }

  private func known(_ id: Int) -> Int? {
    id >= skipTop && id < limit ?? Int.max ? id : nil
  }
}
