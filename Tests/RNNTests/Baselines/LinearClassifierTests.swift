import RNN
import Tensors
import Testing

@Suite struct LinearClassifierTests {
  @Test func bagsHaveEachWordOnce() {
    let bags = BagOfWords([[3, 0, 1, 3, 9], [], [0, 0]])
    #expect(bags.rows == [[1, 3, 9], [], []])
    #expect(bags.words == 10)
    #expect(BagOfWords([[3, 0, 1, 3, 9]], words: 4).rows == [[1, 3]])
  }

  @Test func orderIsForgotten() {
    let bags = BagOfWords([[1, 2, 3, 4], [1, 4, 3, 2]])
    #expect(bags[0] == bags[1])
  }

  /// Word 1 stands in both good texts, word 2 in the bad one, 3 everywhere.
  private let bags = BagOfWords([[1, 3], [1, 3], [2, 3]])
  private let labels = [1, 1, 0]

  /// Counted by hand: ids 0 to 3, each pair counted once more than seen.
  @Test func naiveBayesCounts() {
    let model = LinearClassifier.naiveBayes(bags, labels)
    let good: [Scalar] = [1, 3, 1, 3]
    let bad: [Scalar] = [1, 1, 2, 2]
    for id in 0..<4 {
      let odds = (good[id] / 8) / (bad[id] / 6)
      #expect(abs(model.weights[id] - log(Tensor([odds]))[0]) < 1e-6)
    }
    #expect(abs(model.bias - log(Tensor([3.0 / 2]))[0]) < 1e-6)
    #expect(model.predict(bags) == labels)
  }

  @Test func logisticRegressionLearnsWhatCanBeAdded() {
    let model = LinearClassifier.logisticRegression(
      bags, labels, epochs: 200, rate: 1)
    #expect(model.weights[1] > 0)
    #expect(model.weights[2] < 0)
    #expect(model.weights[0] == 0)
    #expect(model.accuracy(on: bags, labels) == 1)
  }

  /// One of two, but not both: no weights can say it.
  @Test func neitherCanDoExclusiveOr() {
    let bags = BagOfWords([[], [1], [2], [1, 2]])
    let labels = [0, 1, 1, 0]
    for model in [
      LinearClassifier.naiveBayes(bags, labels),
      .logisticRegression(bags, labels, epochs: 100, rate: 0.5),
    ] {
      #expect(model.accuracy(on: bags, labels) < 1)
    }
  }

  @Test func oneStepIsTheGradientOfTheLoss() {
    let model = LinearClassifier.logisticRegression(
      BagOfWords([[1]]), [1], epochs: 1, rate: 0.2)
    #expect(abs(model.weights[1] - 0.1) < 1e-6)
    #expect(abs(model.bias - 0.1) < 1e-6)
  }

  @Test func unknownWordsSayNothing() {
    let model = LinearClassifier(weights: [0, 2], bias: -1)
    #expect(model.score([1, 7]) == 1)
    #expect(abs(model.probability([1, 7]) - 0.7310586) < 1e-6)
    #expect(model.predict(BagOfWords([[1], [7]])) == [1, 0])
  }
}
