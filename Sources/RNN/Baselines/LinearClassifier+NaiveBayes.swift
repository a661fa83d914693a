// Weights by counting. Next: LinearClassifier+LogisticRegression.swift.

import Tensors

extension LinearClassifier {
  /// The weights of naive Bayes: how much more often a word stands in texts
  /// of one kind than of the other.
  ///
  ///     weight = ln (n₁ + 1) / (N₁ + V)  -  ln (n₀ + 1) / (N₀ + V)
  ///
  /// with nₖ texts of label k that have the word, Nₖ such pairs of text and
  /// word in all, and V words. The 1 stands for a text nobody has seen: no
  /// word is proof. Called naive because it takes words for independent.
  ///
  /// - Precondition: a label of 0 or 1 for each text.
  /// - Source: S. Wang and C. Manning, "Baselines and bigrams", 2012 (their
  ///   MNB on indicators); A. McCallum and K. Nigam, "A comparison of event
  ///   models for naive Bayes text classification", 1998.
  public static func naiveBayes(
    _ bags: BagOfWords, _ labels: [Int]
  ) -> LinearClassifier {
    requireLabels(labels, of: bags)
    var counts = [
      [Int](repeating: 1, count: bags.words),
      [Int](repeating: 1, count: bags.words),
    ]
    var texts = [1, 1]
    for (bag, label) in zip(bags.rows, labels) {
      texts[label] += 1
      for id in bag { counts[label][id] += 1 }
    }
    let totals = counts.map { $0.reduce(0, +) }
    let prior = ratio(texts[1], texts[0])
    let common = ratio(totals[1], totals[0])
    return LinearClassifier(
      weights: (0..<bags.words).map {
        ratio(counts[1][$0], counts[0][$0]) - common
      }, bias: prior)
  }
}

/// The logarithm of a quotient.
private func ratio(_ above: Int, _ below: Int) -> Scalar {
  log(Tensor([Scalar(above) / Scalar(below)]))[0]
}
