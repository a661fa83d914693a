// Reviews as ids, by the conventions of Keras.

import RNN
import Tensors

extension IMDB {
  /// Reviews as ids, and a label for each.
  public struct Reviews: Equatable, Sendable {
    /// The ids of each review's words.
    public let sequences: [[Int]]
    /// 1 where a review likes its film, else 0.
    public let labels: IntTensor
  }

  /// Both halves, and the words their ids stand for.
  public struct Encoded: Equatable, Sendable {
    /// The reviews to learn from, shuffled.
    public let train: Reviews
    /// The reviews to be tested on, shuffled.
    public let test: Reviews
    /// What the ids stand for.
    public let vocabulary: Vocabulary

    /// The same way for texts of one's own.
    ///
    /// - Parameter length: how long every row is.
    public func preprocessor(
      length: Int, padding: SequenceEnd = .pre,
      truncating: SequenceEnd = .pre
    ) -> Preprocessor {
      Preprocessor(
        vocabulary: vocabulary, length: length, padding: padding,
        truncating: truncating)
    }
  }

  /// Reviews as ids: the more frequent a word, the lower its id.
  ///
  /// 1 starts a review, 2 is an unknown word, 3 is not used, and the most
  /// frequent word is 4.
  ///
  /// Two things surprise, and are as in Keras. `maxLength` does not cut long
  /// reviews but leaves them out, and also those of exactly that length. And
  /// `numWords: nil` still makes the one word with the highest id unknown.
  ///
  /// Two differ. Words are counted in the reviews to learn from alone, where
  /// Keras' index knows words of both halves. And reviews are shuffled by our
  /// generator: the same seed gives another order.
  ///
  /// - Parameters:
  ///   - numWords: ids from this on become 2.
  ///   - skipTop: ids below this become 2, the start among them.
  ///   - maxLength: reviews of so many ids or more are left out.
  ///   - seed: decides about the order.
  ///   - marks: the ids that stand for no word.
  /// - Throws: `DataError` if no review is left.
  /// - Source: Keras 3.15.1, `keras/src/datasets/imdb.py`,
  ///   `remove_long_seq` in `keras/src/utils/python_utils.py`.
  public func encoded(
    numWords: Int? = nil, skipTop: Int = 0, maxLength: Int? = nil,
    seed: UInt64 = 113, marks: Vocabulary.Marks = .imdb
  ) throws(DataError) -> Encoded {
    var tokenizer = Tokenizer()
    try tokenizer.fit(on: train.texts)
    let all = Vocabulary(tokenizer.wordIndex, marks: marks)
    var generator = SeededGenerator(seed: seed)
    let parts = [train, test].map { corpus in
      var order = Array(0..<corpus.count)
      generator.shuffle(&order)
      return order.map { index in
        (
          ids: all.ids(of: tokenizer.words(of: corpus.texts[index])),
          label: corpus.labels[index]
        )
      }.filter { $0.ids.count < maxLength ?? Int.max }
    }
    for part in parts where part.isEmpty { throw DataError(.noSamples) }
    let highest = parts.joined().compactMap { $0.ids.max() }.max()
    let vocabulary = Vocabulary(
      tokenizer.wordIndex, limit: numWords ?? highest, skipTop: skipTop,
      marks: marks)
    let reviews = parts.map { part in
      Reviews(
        sequences: part.map { vocabulary.limited($0.ids) },
        labels: IntTensor(part.map(\.label)))
    }
    return Encoded(
      train: reviews[0], test: reviews[1], vocabulary: vocabulary)
  }
}
