import RNN
import Tensors
import Testing

@Suite struct PreprocessorTests {
  let texts = ["The movie was GREAT!", "the movie was bad", "great fun"]

  @Test func itIsTheTokenizerAndPadding() throws {
    for oov in [nil, "<OOV>"] {
      for limit in [nil, 4] {
        var tokenizer = Tokenizer(numWords: limit, oovToken: oov)
        try tokenizer.fit(on: texts)
        let asked = texts + ["a bad, BAD film", ""]
        let sequences = tokenizer.sequences(of: asked)
        for padding in [SequenceEnd.pre, .post] {
          for truncating in [SequenceEnd.pre, .post] {
            let preprocessor = try Preprocessor(
              fittedOn: texts, numWords: limit, oovToken: oov, length: 3,
              padding: padding, truncating: truncating)
            #expect(
              preprocessor(asked)
                == padSequences(
                  sequences, maxLength: 3, padding: padding,
                  truncating: truncating))
            #expect(
              preprocessor
                == Preprocessor(
                  tokenizer, length: 3, padding: padding,
                  truncating: truncating))
          }
        }
      }
    }
  }

  @Test func itIsAsLongAsTheLongestText() throws {
    let preprocessor = try Preprocessor(fittedOn: texts)
    #expect(preprocessor.length == 4)
    #expect(preprocessor(texts).shape == [3, 4])
    #expect(throws: DataError(.noTexts)) { try Preprocessor(fittedOn: []) }
  }

  @Test func itSaysWhichWordsItKnows() throws {
    let preprocessor = try Preprocessor(
      fittedOn: texts, numWords: 4, oovToken: "<OOV>", length: 4)
    #expect(
      preprocessor.knownWords(in: "a great movie, the best") == [
        "movie", "the",
      ])
    #expect(preprocessor.knownWords(in: "quite unheard of") == [])
    #expect(preprocessor(["quite unheard of"]) == IntTensor([[0, 1, 1, 1]]))
  }

  @Test func imdbsMarks() throws {
    let words = Vocabulary(
      try WordIndex(["the", "and", "a"]), limit: 6, marks: .imdb)
    #expect(words.id(of: "the") == 4)
    #expect(words.id(of: "a") == 2)
    #expect(words.ids(of: ["and", "the", "film"]) == [1, 5, 4, 2])
    #expect(words.word(of: 5) == "and")
    for id in [-1, 0, 1, 2, 3, 7, Int.min, Int.max] {
      #expect(words.word(of: id) == nil)
    }
    #expect(words.text(of: [0, 0, 1, 4, 2, 5]) == "[START] the [OOV] and")
    #expect(words.size == 6)
    #expect(Vocabulary(words.index, marks: .imdb).size == 7)
    #expect(Vocabulary(words.index).size == 4)
    #expect(Vocabulary(WordIndex(), marks: .imdb).size == 4)
    // Keras lets the limits hold for the start too.
    let skipping = Vocabulary(words.index, skipTop: 5, marks: .imdb)
    #expect(skipping.ids(of: ["the", "and"]) == [2, 2, 5])
  }

  @Test func anEmbeddingHasARowForEveryId() throws {
    for marks in [Vocabulary.Marks.none, .imdb] {
      for limit in [nil, 1, 3, 6, 100] {
        let words = Vocabulary(
          try WordIndex(["the", "and", "a"]), limit: limit, marks: marks)
        let ids = words.ids(of: ["the", "and", "a", "film"])
        #expect(ids.allSatisfy { $0 < words.size })
      }
    }
  }
}
