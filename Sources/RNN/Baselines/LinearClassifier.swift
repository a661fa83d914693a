// A weight for every word. Next: LinearClassifier+NaiveBayes.swift,
// LinearClassifier+LogisticRegression.swift.

import Tensors

/// A weight for every word, and their sum for a text: what can be done
/// without order.
///
///     score = bias + Σ weight of each word that is there
///
/// Above 0 it says 1, else 0. Two ways lead to the weights, and they differ
/// in nothing else:
///
///     let bayes = LinearClassifier.naiveBayes(bags, labels)
///     let logistic = LinearClassifier.logisticRegression(bags, labels)
///     logistic.accuracy(on: testBags, testLabels)
public struct LinearClassifier: Equatable, Sendable {
  /// A weight for every id; above 0 it speaks for 1.
  public var weights: [Scalar]
  /// The score of a text without words.
  public var bias: Scalar

  /// These weights.
  public init(weights: [Scalar], bias: Scalar = 0) {
    self.weights = weights
    self.bias = bias
  }

  /// The score of a text's ids, each counted once; ids without a weight say
  /// nothing.
  public func score(_ bag: [Int]) -> Scalar {
    var sum = bias
    for id in bag where id < weights.count { sum += weights[id] }
    return sum
  }

  /// The probability of 1, where scores are log odds.
  public func probability(_ bag: [Int]) -> Scalar {
    sigmoid(Tensor([score(bag)]))[0]
  }

  /// What it says of each text: 0 or 1.
  public func predict(_ bags: BagOfWords) -> [Int] {
    bags.rows.map { score($0) > 0 ? 1 : 0 }
  }

  /// The share of texts it is right about.
  public func accuracy(on bags: BagOfWords, _ labels: [Int]) -> Scalar {
    requireLabels(labels, of: bags)
    var right = 0
    for (answer, label) in zip(predict(bags), labels) where answer == label {
      right += 1
    }
    return Scalar(right) / Scalar(max(bags.count, 1))
  }
}

func requireLabels(_ labels: [Int], of bags: BagOfWords) {
  require(
    labels.count == bags.count,
    "expected a label for each of \(bags.count) texts; got \(labels.count)")
  for label in labels {
    require(
      label == 0 || label == 1, "expected labels of 0 or 1; got \(label)")
  }
}
