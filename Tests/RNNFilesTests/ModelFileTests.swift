import Foundation
import RNN
import Tensors
import Testing

@testable import RNNFiles

@Suite struct ModelFileTests {
  private func model(
    _ units: Int = 3, seed: UInt64 = 1, _ activation: Activation = .softmax
  ) -> Sequential {
    Sequential(
      [
        Input([5]), Embedding(words: 9, size: 4), SimpleRNN(units),
        Dense(2, activation: activation),
      ], seed: seed)
  }

  let texts = ["the movie was great", "the movie was bad", "great fun"]

  @Test func aModelIsWhatItWasSaved() throws {
    try withFolder { folder in
      let path = folder + "/model.safetensors"
      let (saved, loaded) = (model(seed: 1), model(seed: 2))
      let x = IntTensor([[1, 2, 3, 8, 0], [0, 0, 4, 5, 6]])
      #expect(try saved.forward(x) != loaded.forward(x))
      try saved.saveWeights(to: path)
      try loaded.loadWeights(from: path)
      #expect(try saved.forward(x) == loaded.forward(x))
      #expect(
        try Safetensors(path: path).tensors.map(\.name) == [
          "embedding/embeddings", "simple_rnn/kernel",
          "simple_rnn/recurrent_kernel", "simple_rnn/bias", "dense/kernel",
          "dense/bias",
        ])
    }
  }

  @Test func aPreprocessorComesBackWithItsModel() throws {
    var tokenizer = Tokenizer(
      numWords: 6, filters: "!?\"\u{7}", lower: false, split: "-",
      oovToken: "<OOV>")
    try tokenizer.fit(on: ["The-movie-was-gréat", "the-movie-was-bad"])
    let all = try [
      Preprocessor(fittedOn: texts, length: 5),
      Preprocessor(
        fittedOn: texts, numWords: 4, oovToken: "the", length: 3,
        padding: .post, truncating: .post),
      Preprocessor(tokenizer, length: 2, truncating: .post),
      Preprocessor(
        vocabulary: Vocabulary(
          try WordIndex(["the", "great"]), limit: 9, skipTop: 2, marks: .imdb),
        length: 0, padding: .post),
    ]
    try withFolder { folder in
      let path = folder + "/model.safetensors"
      for preprocessor in all {
        try model().save(to: path, with: preprocessor)
        let loaded = try model().load(from: path)
        #expect(loaded == preprocessor)
        #expect(loaded(texts) == preprocessor(texts))
      }
    }
  }

  @Test func whatDoesNotFitIsNamedAndNothingChanges() throws {
    try withFolder { folder in
      let path = folder + "/model.safetensors"
      func refuses(_ words: String) throws {
        let mine = model(seed: 2)
        let before = mine.namedWeights
        #expect(throws: FileError(path, words)) {
          try mine.loadWeights(from: path)
        }
        #expect(mine.namedWeights == before)
      }
      try model(4).saveWeights(to: path)
      try refuses("expected simple_rnn/kernel as [4, 3]; got [4, 4]")
      var weights = model().namedWeights
      weights.removeLast()
      try Safetensors(weights).write(to: path)
      try refuses("expected a weight dense/bias; got none")
      weights = model().namedWeights + [NamedTensor("more", .zeros([2]))]
      try Safetensors(weights).write(to: path)
      try refuses("expected weights of this model's layers; got more")
      try Sequential([Input([5, 4]), Dense(2)]).saveWeights(to: path)
      try refuses(
        "expected weights of Embedding, SimpleRNN, Dense; they are of Dense")
    }
  }

  @Test(arguments: [
    (nil, "expected a preprocessor beside the weights"),
    ("{}", "expected a preprocessor of format 1"),
    ("no JSON", "expected a preprocessor of format 1"),
    (
      PreprocessorTexts.record.replacing("\"length\":5", with: "\"length\":-5"),
      "expected a preprocessor of format 1"
    ),
    (
      PreprocessorTexts.record.replacing("\"format\":1", with: "\"format\":2"),
      "expected a preprocessor of format 1"
    ),
    (
      PreprocessorTexts.record.replacing(
        "\"split\":\" \"", with: "\"split\":\"\""),
      "expected a preprocessor of format 1"
    ),
  ])
  func aBrokenPreprocessorIsNamed(_ text: String?, _ words: String) throws {
    try withFolder { folder in
      let path = folder + "/model.safetensors"
      try Safetensors(
        model().namedWeights,
        metadata: text.map { ["preprocessor": $0] } ?? [:]
      ).write(to: path)
      #expect(throws: FileError(path, words)) {
        try model().load(from: path)
      }
    }
  }
}

enum PreprocessorTexts {
  /// A record that can be read, to be broken.
  static let record = PreprocessorRecord(
    try! Preprocessor(fittedOn: ["a b"], length: 5)
  ).json
}
