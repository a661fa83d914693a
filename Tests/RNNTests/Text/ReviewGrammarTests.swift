import RNN
import Tensors
import Testing

@Suite struct ReviewGrammarTests {
  private let grammar = ReviewGrammar()

  @Test func oneSeedOneSet() {
    let some = grammar.splits(train: 40, validation: 10, test: 10, seed: 3)
    #expect(
      some == grammar.splits(train: 40, validation: 10, test: 10, seed: 3))
    #expect(
      some.train
        != grammar.splits(train: 40, validation: 10, test: 10, seed: 4).train)
  }

  @Test func splitsShareNoReview() {
    let splits = grammar.splits(
      train: 2000, validation: 500, test: 1000, seed: 1)
    let parts = [splits.train, splits.validation, splits.test]
    #expect(parts.map(\.count) == [2000, 500, 1000])
    #expect(Set(parts.flatMap(\.texts)).count == 3500)
    for part in parts {
      #expect(part.labels.reduce(0, +) == part.count / 2)
    }
  }

  @Test func lengthsVary() {
    let splits = grammar.splits(
      train: 2000, validation: 0, test: 0, seed: 1)
    let lengths = splits.train.texts.map {
      WordSplitter().words(of: $0).count
    }
    #expect(lengths.min()! <= 5)
    #expect(lengths.max()! >= 35)
    #expect(Set(lengths).count > 25)
  }

  /// Says again what the grammar says, the other way: from words to a label.
  @Test func labelsAreWhatReviewsSay() {
    let splits = grammar.splits(
      train: 2000, validation: 0, test: 0, seed: 2)
    for (text, label) in zip(splits.train.texts, splits.train.labels) {
      #expect(verdict(of: text) == label, "\(text)")
    }
  }

  /// The last adjective counts, but for `…, although …`: there the first.
  private func verdict(of text: String) -> Int {
    var claims: [Int] = []
    var isNegated = false
    var isFirst = false
    for word in WordSplitter().words(of: text) {
      if ["not", "never", "hardly"].contains(word) { isNegated = true }
      if word == "although" && !claims.isEmpty { isFirst = true }
      let isPraise = grammar.praise.contains(word)
      guard isPraise || grammar.blame.contains(word) else { continue }
      claims.append(isPraise != isNegated ? 1 : 0)
      isNegated = false
    }
    return isFirst ? claims.first! : claims.last!
  }

  private let splits = ReviewGrammar().splits(
    train: 2000, validation: 0, test: 1000, seed: 1)

  @Test func bagsOfWordsLearnLittle() throws {
    let preprocessor = try Preprocessor(fittedOn: splits.train.texts)
    func bags(_ corpus: Corpus) -> BagOfWords {
      BagOfWords(
        corpus.texts.map { preprocessor.ids(of: $0) },
        words: preprocessor.vocabulary.size)
    }
    for model in [
      LinearClassifier.naiveBayes(bags(splits.train), splits.train.labels),
      .logisticRegression(bags(splits.train), splits.train.labels),
    ] {
      let accuracy = model.accuracy(on: bags(splits.test), splits.test.labels)
      #expect(accuracy > 0.45 && accuracy < 0.7)
    }
  }

  @Test(.enabled(if: isProof, "minutes without optimisation"))
  func gatedCellsLearnAll() throws {
    let preprocessor = try Preprocessor(fittedOn: splits.train.texts)
    let network = Sequential(
      [
        Embedding(words: preprocessor.vocabulary.size, size: 16),
        GRU(32), Dense(1, activation: .sigmoid),
      ], seed: 1)
    network.compile(
      optimizer: Adam(learningRate: 0.01), loss: .binaryCrossentropy,
      metrics: [.accuracy])
    try network.fit(
      preprocessor(splits.train.texts), IntTensor(splits.train.labels),
      epochs: 6, verbose: .silent)
    let accuracy = try network.evaluate(
      preprocessor(splits.test.texts), IntTensor(splits.test.labels),
      verbose: .silent
    ).accuracy
    #expect(accuracy >= 0.98)
  }
}
