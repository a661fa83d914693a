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
        let loaded = try #require(Sequential.saved(at: path).preprocessor)
        #expect(loaded == preprocessor)
        #expect(loaded(texts) == preprocessor(texts))
      }
      try model().save(to: path)
      #expect(try Sequential.saved(at: path).preprocessor == nil)
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

  /// Models that hold every layer, with options that are not the usual ones.
  static func models() -> [(Sequential, Tensor)] {
    let ids = Tensor([[1, 2, 3, 8, 0], [0, 0, 4, 5, 6]])
    let numbers = fill([2, 5, 4])
    return [
      (
        Sequential(
          [
            Input([nil]), Embedding(words: 9, size: 4, maskZero: true),
            LSTM(3, activation: .relu, recurrentActivation: .tanh),
            Dense(2, activation: .softmax),
          ], seed: 1, name: "with \"quotes\""), ids
      ),
      (
        Sequential(
          [
            Input([5, 4]), Masking(value: 0.5),
            GRU(
              3, useBias: false, resetAfter: false, dropout: 0.2,
              returnsSequences: true, goBackwards: true),
            Dropout(0.25), SimpleRNN(2, activation: .linear),
          ], seed: 2), numbers
      ),
      (
        Sequential(
          [
            Input([5, 4]), Bidirectional(LSTM(3, returnsSequences: true)),
            Bidirectional(GRU(2), merge: .mul), Dense(1),
          ], seed: 3), numbers
      ),
      (
        Sequential(
          [
            Bidirectional(
              SimpleRNN(3, useBias: false, returnsSequences: true),
              merge: .ave), GlobalAveragePooling1D(), Dense(1),
          ], seed: 4), numbers
      ),
    ]
  }

  @Test(arguments: 0..<4)
  func aWholeModelComesBack(_ index: Int) throws {
    let (model, x) = Self.models()[index]
    let y = try model.forward(x)
    try withFolder { folder in
      let path = folder + "/model.safetensors"
      try model.save(to: path)
      let loaded = try Sequential.saved(at: path).model
      #expect(try loaded.forward(x) == y)
      #expect(loaded.name == model.name)
      #expect(loaded.layers.map(\.kind) == model.layers.map(\.kind))
      #expect(loaded.namedWeights == model.namedWeights)
      // All that was written down is written down again.
      let record = try ModelRecord(model, path)
      #expect(try ModelRecord(loaded, path) == record)
    }
  }

  @Test func whatCannotBeSavedIsNamed() throws {
    try withFolder { folder in
      let path = folder + "/model.safetensors"
      #expect(throws: FileError(path, "expected a built model to save")) {
        try Sequential([SimpleRNN(3)]).save(to: path)
      }
      #expect(
        throws: FileError(
          path,
          "expected layers of the library; layer is a Layer of another kind, "
            + "whose weights alone can be saved")
      ) { try Sequential([Input([5]), Layer()]).save(to: path) }
      try model().saveWeights(to: path)
      #expect(
        throws: FileError(path, "expected a model beside the weights")
      ) { try Sequential.saved(at: path) }
    }
  }

  private func broken(_ changes: [String: String]) throws -> String? {
    try withFolder { folder -> String? in
      let path = folder + "/model.safetensors"
      try model().save(
        to: path, with: Preprocessor(fittedOn: ["a b"], length: 5))
      let file = try Safetensors(path: path)
      var metadata = file.metadata
      for (old, new) in changes {
        for key in ["model", "preprocessor"] {
          metadata[key] = metadata[key]?.replacing(old, with: new)
        }
      }
      #expect(metadata != file.metadata)
      try Safetensors(file.tensors, metadata: metadata).write(to: path)
      let error = #expect(throws: FileError.self) {
        try Sequential.saved(at: path)
      }
      #expect(error?.path == path)
      return error?.reason
    }
  }

  @Test(arguments: [
    ("\"units\":3", "\"units\":4"), ("\"units\":3", "\"units\":-3"),
    ("\"units\":3", "\"units\":9223372036854775807"),
    ("\"words\":9", "\"words\":1000000000000"),
    ("\"dropout\":0", "\"dropout\":1"),
    ("\"dropout\":0", "\"dropout\":0.9999999999999999999"),
    ("\"activation\":\"tanh\"", "\"activation\":\"tan\""),
    ("\"cell\":\"simpleRNN\"", "\"cell\":\"lstm\""),
    ("\"input\":[5]", "\"input\":[]"),
    ("\"input\":[5]", "\"input\":[5,4]"),
    ("\"input\":[5]", "\"input\":[-5]"),
    ("\"name\":\"dense\"", "\"name\":\"simple_rnn\""),
    ("\"format\":1", "\"format\":2"), ("{", "["),
  ])
  func aLyingModelIsRefused(_ old: String, _ new: String) throws {
    #expect(
      try broken([old: new]) == "expected a model of format 1 for its weights")
  }

  @Test(arguments: [
    ("\"length\":5", "\"length\":-5"), ("\"split\":\" \"", "\"split\":\"\""),
    ("\"offset\":0", "\"offset\":9223372036854775807"),
    ("\"words\":[\"a\"", "\"words\":[1"), ("skipTop", "skip"),
  ])
  func aBrokenPreprocessorIsRefused(_ old: String, _ new: String) throws {
    #expect(
      try broken([old: new]) == "expected a preprocessor of format 1")
  }

  /// Records with some bytes changed are refused or make a model, and never
  /// stop the program.
  @Test func brokenRecordsAreErrors() throws {
    var generator = SeededGenerator(seed: 12)
    let path = "t"
    let file = Safetensors(model().namedWeights)
    let whole = Array(try ModelRecord(model(), path).json(path).utf8)
    var refused = 0
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<generator.below(3) + 1 {
        // Digits and letters among each other: most stay JSON.
        let place = generator.below(bytes.count)
        let isDigit = bytes[place] >= 48 && bytes[place] < 58
        bytes[place] = UInt8(
          isDigit ? 48 + generator.below(10) : 32 + generator.below(95))
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if ModelRecord(json: text)?.model(file) == nil { refused += 1 }
    }
    #expect(refused > 500 && refused < 2000)
  }
}
