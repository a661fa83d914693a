import Foundation
import RNN
import Tensors
import Testing

@testable import RNNFiles

@Suite struct IMDBTests {
  /// One case of the golden script: what Keras was told, and what it made of
  /// the reviews.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Half: Decodable, Sendable {
      let numbers: [Int]
      let sequences: [[Int]]
    }
    let options: [String: Int?]
    let train: Half
    let test: Half
    var testDescription: String { "\(options)" }
  }

  private struct Golden: Decodable {
    let train: [String]
    let test: [String]
    let index: [String: Int]
    let cases: [Case]
  }

  private static let golden = try! JSONDecoder().decode(
    Golden.self,
    from: Data(
      contentsOf: Bundle.module.url(
        forResource: "imdb_keras_3.15.1", withExtension: "json",
        subdirectory: "Golden")!))

  static let cases = golden.cases

  /// The golden reviews, labelled by their numbers.
  private let imdb = IMDB(
    train: Corpus(
      texts: golden.train, labels: Array(golden.train.indices)),
    test: Corpus(texts: golden.test, labels: Array(golden.test.indices)))

  @Test(arguments: cases)
  func isKeras(_ golden: Case) throws {
    let options = golden.options
    func option(_ name: String, _ standard: Int?) -> Int? {
      options[name] ?? standard
    }
    let encoded = try imdb.encoded(
      numWords: option("num_words", nil), skipTop: option("skip_top", 0)!,
      maxLength: option("maxlen", nil),
      marks: .init(
        start: option("start_char", 1), unknown: option("oov_char", 2),
        offset: option("index_from", 3)!))
    for (mine, theirs) in [
      (encoded.train, golden.train), (encoded.test, golden.test),
    ] {
      let order = mine.labels.integers.indices.sorted {
        mine.labels.integers[$0] < mine.labels.integers[$1]
      }
      #expect(order.map { mine.labels.integers[$0] } == theirs.numbers)
      #expect(order.map { mine.sequences[$0] } == theirs.sequences)
    }
  }

  @Test func wordsAreNumberedByFrequency() throws {
    let index = try imdb.encoded().vocabulary.index
    #expect(index.count == Self.golden.index.count)
    for (word, number) in Self.golden.index {
      #expect(index[word] == number)
    }
  }

  @Test func aSeedDecidesAboutTheOrder() throws {
    let orders = try [1, 1, 2].map {
      try imdb.encoded(seed: $0).train.labels
    }
    #expect(orders[0] == orders[1])
    #expect(orders[0] != orders[2])
  }

  @Test func idsBecomeWordsAgain() throws {
    let encoded = try imdb.encoded(numWords: 9)
    let place = try #require(encoded.test.labels.integers.firstIndex(of: 0))
    let words = encoded.vocabulary
    #expect(
      words.text(of: encoded.test.sequences[place])
        == "[START] the film [OOV] bad")
    // The way for new texts is the one the reviews have gone.
    let preprocessor = encoded.preprocessor(length: 6)
    #expect(
      preprocessor([Self.golden.test[0]]).row(0)
        == preprocessor.rows(of: [encoded.test.sequences[place]]).row(0))
  }

  @Test func wordsOfTheTestAloneAreUnknown() throws {
    let small = IMDB(
      train: Corpus(texts: ["a a b", "a b c"], labels: [0, 1]),
      test: Corpus(texts: ["d a"], labels: [1]))
    let encoded = try small.encoded(numWords: 7)
    #expect(encoded.test.sequences == [[1, 2, 4]])
    #expect(encoded.vocabulary.index["d"] == nil)
    #expect(throws: DataError(.noSamples)) { try small.encoded(maxLength: 3) }
  }

  @Test func filesAreReadAndWhatIsWrongIsNamed() throws {
    try withFolder { folder in
      func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
      }
      try write(
        "train.tsv", "1\t9\t0_9\tGood\tfun.\u{85}Yes\n0\t1\t0_1\tBad.\n")
      #expect(throws: FileError(folder + "/test.tsv", "cannot be read")) {
        try IMDB(folder: folder)
      }
      try write("test.tsv", "1\t9\t0_9\tGood.\n2\t1\t0_1\tBad.\n")
      #expect(
        throws: FileError(
          folder + "/test.tsv", line: 2, "expected a label of 0 or 1; got 2")
      ) { try IMDB(folder: folder) }
      try write("test.tsv", "1\t9\t0_9\tGood.\n")
      let imdb = try IMDB(folder: folder)
      #expect(imdb.train.texts == ["Good\tfun.\u{85}Yes", "Bad."])
      #expect(imdb.train.labels == [1, 0])
      #expect(imdb.test == Corpus(texts: ["Good."], labels: [1]))
    }
  }
}

/// The real reviews, where they are at hand. Nothing of them is printed.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(
      atPath: DataFolder.path + "/imdb/train.tsv"),
    "no IMDB in UNROLLED_DATA or ~/.unrolled/data"))
struct RealIMDBTests {
  @Test func bothHalvesAreThere() throws {
    let imdb = try IMDB()
    for corpus in [imdb.train, imdb.test] {
      #expect(corpus.count == 25_000)
      #expect(corpus.labels.reduce(0, +) == 12_500)
    }
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["UNROLLED_PROOF"] != nil,
      "all words of all reviews: make proof"))
  func theCommonestWordsAreMostOfThem() throws {
    let encoded = try IMDB().encoded(numWords: 10_000)
    #expect(encoded.vocabulary.word(of: 4) == "the")
    #expect(encoded.vocabulary.size == 10_000)
    let ids = encoded.train.sequences.joined()
    let known = ids.count { $0 != 2 }
    let share = Double(known) / Double(ids.count)
    #expect(share > 0.93 && share < 0.97)
  }
}
