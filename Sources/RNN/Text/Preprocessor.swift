// From text to rows of ids, once and for all. Next: Padding.swift.

import Tensors

/// The way from texts to a model's input, fitted once and fixed.
///
/// A model knows ids, not words: asked with other ids than those it learnt
/// from, or other padding, it answers something else. So the whole way is one
/// value. Train with it, save it with the weights, ask with it:
///
///     let preprocessor = try Preprocessor(
///       fittedOn: reviews, numWords: 10_000, oovToken: "<OOV>", length: 200)
///     try model.fit(preprocessor(reviews), labels)
///     try model.predict(preprocessor(["the movie was bad!"]))
///
/// It cannot be fitted again. A text of which no word is known gives a row of
/// padding; `knownWords(in:)` says so beforehand.
public struct Preprocessor: Equatable, Sendable {
  /// How texts fall into words.
  public let splitter: WordSplitter
  /// The words and their ids.
  public let vocabulary: Vocabulary
  /// How long every row is.
  public let length: Int
  /// Where short texts are filled with 0.
  public let padding: SequenceEnd
  /// Where long texts are cut.
  public let truncating: SequenceEnd

  /// These steps, one after the other.
  public init(
    splitter: WordSplitter = WordSplitter(), vocabulary: Vocabulary,
    length: Int, padding: SequenceEnd = .pre, truncating: SequenceEnd = .pre
  ) {
    require(length >= 0, "expected a length of at least 0; got \(length)")
    self.splitter = splitter
    self.vocabulary = vocabulary
    self.length = length
    self.padding = padding
    self.truncating = truncating
  }

  /// What a fitted tokenizer does, and padding.
  ///
  /// - Parameters:
  ///   - tokenizer: it is copied as it is now.
  ///   - length: how long every row is.
  ///   - padding: where short texts are filled.
  ///   - truncating: where long texts are cut.
  public init(
    _ tokenizer: Tokenizer, length: Int, padding: SequenceEnd = .pre,
    truncating: SequenceEnd = .pre
  ) {
    let unknown = tokenizer.oovToken.flatMap { tokenizer.wordIndex[$0] }
    self.init(
      splitter: tokenizer.splitter,
      vocabulary: Vocabulary(
        tokenizer.wordIndex, limit: tokenizer.numWords,
        marks: .init(unknown: unknown)),
      length: length, padding: padding, truncating: truncating)
  }

  /// Learns the words of these texts.
  ///
  /// - Parameters:
  ///   - texts: those to be trained on, and no others.
  ///   - numWords: ids from this on are unknown.
  ///   - oovToken: stands for unknown words; nil leaves them out.
  ///   - length: how long every row is; as the longest of the texts, if nil.
  /// - Throws: `DataError` if there are no texts.
  public init(
    fittedOn texts: [String], numWords: Int? = nil, oovToken: String? = nil,
    length: Int? = nil, padding: SequenceEnd = .pre,
    truncating: SequenceEnd = .pre
  ) throws(DataError) {
    var tokenizer = Tokenizer(numWords: numWords, oovToken: oovToken)
    try tokenizer.fit(on: texts)
    var longest = 0
    for ids in tokenizer.sequences(of: texts) {
      longest = max(longest, ids.count)
    }
    self.init(
      tokenizer, length: length ?? longest, padding: padding,
      truncating: truncating)
  }

  /// The rows of ids of texts, `[texts, length]`.
  public func callAsFunction(_ texts: [String]) -> IntTensor {
    rows(of: texts.map { ids(of: $0) })
  }

  /// The ids of a text, neither filled nor cut.
  public func ids(of text: String) -> [Int] {
    vocabulary.ids(of: splitter.words(of: text))
  }

  /// Sequences of ids as rows, `[sequences, length]`.
  public func rows(of sequences: [[Int]]) -> IntTensor {
    padSequences(
      sequences, maxLength: length, padding: padding, truncating: truncating)
  }

  /// The words of a text that have an id of their own: without any, a model
  /// is asked about nothing.
  public func knownWords(in text: String) -> [String] {
    splitter.words(of: text).filter { word in
      vocabulary.id(of: word).flatMap { vocabulary.word(of: $0) } == word
    }
  }
}
