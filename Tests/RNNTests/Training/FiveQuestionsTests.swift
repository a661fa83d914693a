import RNN
import Tensors
import Testing

/// The chapter's model, from the five questions to their answers.
@Suite struct FiveQuestionsTests {
  let questions = [
    "What is your name?", "How are you?", "What is your profession?",
    "Where do you live?", "What is your favorite color?",
  ]
  let answers = IntTensor([0, 1, 0, 2, 3])

  @Test func wordsBecomeTheNumbersOfTheNotebook() throws {
    var tokenizer = Tokenizer()
    try tokenizer.fit(on: questions)
    #expect(
      tokenizer.wordIndex.description == """
        {'what': 1, 'is': 2, 'your': 3, 'you': 4, 'name': 5, 'how': 6,
         'are': 7, 'profession': 8, 'where': 9, 'do': 10, 'live': 11,
         'favorite': 12, 'color': 13}
        """)
    let x = padSequences(tokenizer.sequences(of: questions))
    #expect(
      x.description == """
        [[ 0  1  2  3  5]
         [ 0  0  6  7  4]
         [ 0  1  2  3  8]
         [ 0  9 10  4 11]
         [ 1  2  3 12 13]]
        """)
    #expect(answers.description == "[0 1 0 2 3]")
  }

  @Test func theModelLearnsItsFiveAnswers() throws {
    var tokenizer = Tokenizer()
    try tokenizer.fit(on: questions)
    let x = padSequences(tokenizer.sequences(of: questions))
    let model = Sequential(
      [Input([5, 1]), SimpleRNN(50), Dense(4, activation: .softmax)], seed: 1)
    model.compile(
      optimizer: Adam(), loss: .sparseCategoricalCrossentropy,
      metrics: [.accuracy])
    let history = try model.fit(x, answers, epochs: 200, verbose: .silent)
    #expect(history.loss.count == 200)
    let scores = try model.evaluate(x, answers, verbose: .silent)
    #expect(scores.accuracy == 1)
    #expect(scores.loss < history.loss[0] / 2)
    let chosen = try model.predict(x, verbose: .silent).argmax(axis: -1)
    #expect(chosen == answers)
  }
}
