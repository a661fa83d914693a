// Texts and what they are labelled with. Next: ReviewGrammar.swift.

import Tensors

/// Texts, and a class for each: film reviews and whether they like the film.
public struct Corpus: Equatable, Sendable {
  /// The texts.
  public let texts: [String]
  /// A class for each, counted from 0.
  public let labels: [Int]

  /// Texts and a class for each.
  ///
  /// - Precondition: as many of the one as of the other.
  public init(texts: [String], labels: [Int]) {
    require(
      texts.count == labels.count,
      "expected a label for each of \(texts.count) texts; got "
        + "\(labels.count)")
    self.texts = texts
    self.labels = labels
  }

  /// How many texts there are.
  public var count: Int { texts.count }

  /// A part of the texts, with their labels.
  public subscript(range: Range<Int>) -> Corpus {
    Corpus(texts: Array(texts[range]), labels: Array(labels[range]))
  }
}
