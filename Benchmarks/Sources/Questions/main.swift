// The five questions, from the start of a process to an answer: the program
// of Lessons/12-a-model-whole.md without its pictures.

import Peak
import RNN
import Tensors

let questions = [
  "What is your name?",
  "How are you?",
  "What is your profession?",
  "Where do you live?",
  "What is your favorite color?",
]
let answers = IntTensor([0, 1, 0, 2, 3])

var tokenizer = Tokenizer()
try tokenizer.fit(on: questions)
let x = padSequences(tokenizer.sequences(of: questions))

let model = Sequential(
  [
    Input([5, 1]),
    SimpleRNN(50),
    Dense(4, activation: .softmax),
  ], seed: 1)
model.compile(
  optimizer: Adam(), loss: .sparseCategoricalCrossentropy,
  metrics: [.accuracy])
try model.fit(x, answers, epochs: 20, verbose: .silent)
let after = try model.evaluate(x, answers, verbose: .silent)
let p = try model.predict(
  padSequences(
    tokenizer.sequences(of: ["How are you?"]), maxLength: 5),
  verbose: .silent)
let (answer, memory) = (p.row(0).argmax(), peak_memory())
print(
  "{\"accuracy\": \(after.accuracy), \"answer\": \(answer), "
    + "\"memory\": \(Double(memory) / 1_048_576)}")
