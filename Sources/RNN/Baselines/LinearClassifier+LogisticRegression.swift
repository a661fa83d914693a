// Weights by learning. Next: Model/Sequential.swift.

import Tensors

extension LinearClassifier {
  /// The weights of logistic regression: those that make the binary
  /// cross-entropy small, found one text at a time.
  ///
  ///     g = σ(score) - label
  ///     weight of each word that is there -= rate · g
  ///
  /// It is the last layer of a network without the rest of it. The rate falls
  /// from epoch to epoch as 1 / (1 + epoch), so that the weights come to
  /// rest. Few epochs keep weights of rare words small.
  ///
  /// - Parameters:
  ///   - epochs: how often every text is seen.
  ///   - rate: how far a step goes in the first of them.
  ///   - seed: decides about the order of texts.
  /// - Precondition: a label of 0 or 1 for each text.
  public static func logisticRegression(
    _ bags: BagOfWords, _ labels: [Int], epochs: Int = 10,
    rate: Scalar = 0.01, seed: UInt64 = 0
  ) -> LinearClassifier {
    requireLabels(labels, of: bags)
    require(epochs >= 0, "expected epochs of at least 0; got \(epochs)")
    var model = LinearClassifier(
      weights: [Scalar](repeating: 0, count: bags.words))
    var generator = SeededGenerator(seed: seed)
    var order = Array(0..<bags.count)
    for epoch in 0..<epochs {
      generator.shuffle(&order)
      let step = rate / Scalar(1 + epoch)
      for index in order {
        let bag = bags.rows[index]
        let gradient = model.probability(bag) - Scalar(labels[index])
        model.bias -= step * gradient
        for id in bag { model.weights[id] -= step * gradient }
      }
    }
    return model
  }
}
