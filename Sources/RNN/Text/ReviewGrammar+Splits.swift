// Reviews to learn from, to choose by and to be tested on.
// Next: Baselines/BagOfWords.swift.

import Tensors

extension ReviewGrammar {
  /// Three sets of reviews that have no review in common.
  public struct Splits: Equatable, Sendable {
    /// The reviews to learn from.
    public let train: Corpus
    /// The reviews to choose among models by.
    public let validation: Corpus
    /// The reviews to be tested on, once.
    public let test: Corpus
  }

  /// So many reviews, all different, every second of which likes its film.
  ///
  /// - Parameter seed: decides which; one seed, one set.
  /// - Precondition: the grammar makes at least so many: it draws until it has
  ///   them.
  public func splits(
    train: Int, validation: Int, test: Int, seed: UInt64
  ) -> Splits {
    require(
      min(train, validation, test) >= 0,
      "expected numbers of at least 0; got \(train), \(validation), \(test)")
    var generator = SeededGenerator(seed: seed)
    var known: Set<String> = []
    var (texts, labels): ([String], [Int]) = ([], [])
    while texts.count < train + validation + test {
      let label = texts.count % 2
      let text = review(isPositive: label == 1, using: &generator)
      guard known.insert(text).inserted else { continue }
      texts.append(text)
      labels.append(label)
    }
    let all = Corpus(texts: texts, labels: labels)
    return Splits(
      train: all[0..<train], validation: all[train..<train + validation],
      test: all[train + validation..<all.count])
  }
}
