import RNN
import Tensors
import Testing

@Suite struct TokenizerTests {
  @Test(arguments: Golden.text["tokenizer"].list.indices)
  func isKerasToTheLetter(_ index: Int) throws {
    let golden = Golden.text["tokenizer"].list[index]
    let options = golden["options"]
    func text(_ key: String) -> String? {
      options[key].isNull ? nil : options[key].text
    }
    var tokenizer = Tokenizer(
      numWords: options["num_words"].isNull
        ? nil : options["num_words"].integer,
      filters: text("filters") ?? Tokenizer.punctuation,
      lower: options["lower"].isNull || options["lower"].integer == 1,
      split: text("split")?.unicodeScalars.first ?? " ",
      oovToken: text("oov_token"))
    let texts = golden["texts"].list.map(\.text)
    let asked = golden["asked"].list.map(\.text)
    try tokenizer.fit(on: texts)
    #expect(
      tokenizer.wordCounts.map { [$0.word, "\($0.count)"] }
        == golden["counts"].list.map {
          [$0.list[0].text, "\($0.list[1].integer)"]
        })
    for item in golden["index"].list {
      #expect(
        tokenizer.wordIndex[item.list[0].text] == item.list[1].integer)
    }
    #expect(
      tokenizer.sequences(of: texts + asked)
        == golden["sequences"].list.map(\.integers))
  }

  @Test func fittingAgainAccumulates() throws {
    var tokenizer = Tokenizer()
    try tokenizer.fit(on: ["a b"])
    try tokenizer.fit(on: ["b c"])
    #expect(tokenizer.wordIndex.words == ["b", "a", "c"])
    #expect(tokenizer.texts(of: [[1, 3, 9, 0]]) == ["b c"])
  }

  @Test func noTextsAreAnError() {
    var tokenizer = Tokenizer()
    #expect(throws: DataError(.noTexts)) { try tokenizer.fit(on: []) }
  }

  @Test func theIndexPrintsAsPythonDoes() throws {
    #expect(
      try WordIndex(["it's", "a"]).description == #"{"it's": 1, 'a': 2}"#)
    #expect(WordIndex().description == "{}")
    #expect(throws: DataError(.repeatedWord("a"))) {
      try WordIndex(["a", "b", "a"])
    }
    let many = try WordIndex((1...1500).map { "w\($0)" })
    #expect(many.description.hasSuffix(" 'w100': 100,\n … 1,400 more}"))
    #expect(many.word(1500) == "w1500")
    #expect(many.word(0) == nil && many.word(1501) == nil)
  }
}
