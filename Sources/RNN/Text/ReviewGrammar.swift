// Film reviews made by rule. Next: ReviewGrammar+Splits.swift.

import Tensors

/// A grammar of short film reviews in which the order of words decides.
///
///     let reviews = ReviewGrammar().splits(
///       train: 2000, validation: 500, test: 1000, seed: 1)
///     reviews.train.texts[1]   // "The plot is not bad."
///     reviews.train.labels[1]  // 1: it likes the film
///
/// Every second review says one thing, the others two that clash. A third of
/// what is said is said by its contrary ("not bad"), and of two things one
/// counts: what follows `but`, and what `although` does not belong to.
/// Sentences that say nothing of the film stand around. So who blames uses
/// nearly as many good words as who praises: a reader that only adds up words,
/// whatever weight they are given, learns little.
///
/// Change a list and you have another grammar; words may stand in several.
public struct ReviewGrammar: Equatable, Sendable {
  /// What a film is made of.
  public var aspects = [
    "movie", "film", "plot", "acting", "music", "ending", "dialogue",
    "story", "humour", "cast",
  ]
  /// What a film is called by those who like it.
  public var praise = [
    "good", "great", "wonderful", "moving", "clever", "charming", "funny",
    "brilliant", "warm", "gripping",
  ]
  /// What it is called by those who do not.
  public var blame = [
    "bad", "awful", "boring", "clumsy", "silly", "dull", "terrible",
    "tedious", "cold", "weak",
  ]
  /// What leaves an adjective as it is.
  public var affirmations = ["is", "was", "is really", "was so"]
  /// What turns it into its contrary.
  public var negations = ["is not", "was not", "is never", "was hardly"]
  /// What says nothing of the film.
  public var asides = [
    "I saw it with my sister.", "We went on a rainy Sunday.",
    "It runs for two hours.", "My neighbour had told us about it.",
    "It is set in a small town by the sea.", "They showed it twice.",
    "We sat in the third row.", "It was made in the same year as the other.",
    "A friend had lent me the book.", "I had some time after work.",
  ]

  /// The grammar of the course.
  public init() {}

  /// One review.
  ///
  /// - Parameter isPositive: whether it likes the film.
  public func review(
    isPositive: Bool, using generator: inout SeededGenerator
  ) -> String {
    var sentences: [String] = []
    for _ in 0..<generator.below(3) {
      sentences.append(pick(asides, &generator))
    }
    sentences.append(verdict(isPositive, &generator))
    for _ in 0..<generator.below(2) {
      sentences.append(pick(asides, &generator))
    }
    return joined(sentences)
  }

  // MARK: - Rules

  /// One thing, or two that clash.
  private func verdict(
    _ isPositive: Bool, _ generator: inout SeededGenerator
  ) -> String {
    let form = generator.below(6)
    let point = clause(isPositive, &generator)
    let contrary = clause(!isPositive, &generator)
    switch form {
    case 0, 1, 2: return sentence(point)
    case 3: return sentence(contrary + ", but " + point)
    case 4: return sentence("although " + contrary + ", " + point)
    default: return sentence(point + ", although " + contrary)
    }
  }

  /// `the plot is good`, or in every third case `the plot is not bad`.
  private func clause(
    _ isPositive: Bool, _ generator: inout SeededGenerator
  ) -> String {
    let isNegated = generator.below(3) == 0
    let subject = "the " + pick(aspects, &generator) + " "
    let verb = pick(isNegated ? negations : affirmations, &generator)
    let adjectives = isPositive != isNegated ? praise : blame
    return subject + verb + " " + pick(adjectives, &generator)
  }

  private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  private func joined(_ sentences: [String]) -> String {
    var text = ""
    for sentence in sentences {
      text += text.isEmpty ? sentence : " " + sentence
    }
    return text
  }

  private func pick(
    _ words: [String], _ generator: inout SeededGenerator
  ) -> String {
    words[generator.below(words.count)]
  }
}
