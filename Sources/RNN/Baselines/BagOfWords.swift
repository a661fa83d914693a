// Which words a text has, and no order. Next: LinearClassifier.swift.

import Tensors

/// Texts as sets of words: which are there, not where nor how often.
///
///     let bags = BagOfWords(tokenizer.sequences(of: texts))
///     bags[0]  // [3, 7, 12]: each id once, in ascending order
///
/// "Not good, but funny" and "not funny, but good" are one bag. Id 0 is
/// padding and in no bag.
public struct BagOfWords: Equatable, Sendable {
  /// The ids of each text, each once, in ascending order.
  public let rows: [[Int]]
  /// One more than the highest id.
  public let words: Int

  /// The bags of sequences of ids.
  ///
  /// - Parameter words: ids from this on are left out; nil keeps all.
  public init(_ sequences: [[Int]], words: Int? = nil) {
    let limit = words ?? Int.max
    rows = sequences.map { ids in
      var bag: [Int] = []
      for id in ids.sorted() where id > 0 && id < limit && id != bag.last {
        bag.append(id)
      }
      return bag
    }
    self.words = words ?? (rows.reduce(0) { max($0, $1.last ?? 0) } + 1)
  }

  /// How many texts there are.
  public var count: Int { rows.count }

  /// The ids of one text.
  public subscript(index: Int) -> [Int] { rows[index] }
}
