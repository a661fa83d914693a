// A lesson's program as the engine writes it, with a model: words become
// numbers, a recurrent layer learns to tell two sentences from two others,
// and the reader sees its loss and its states.

import Figures
import LessonRuntime
import RNN
import Tensors

_begin(1)
let texts = [
  "the movie was great", "great fun", "the movie was bad", "bad bad film",
]
let labels = Tensor([[1], [1], [0], [0]])
var tokenizer = Tokenizer()
try! tokenizer.fit(on: texts)
let sequences = tokenizer.sequences(of: texts)
print(sequences)
print(tokenizer.wordIndex)
let x = try! oneHot(
  padSequences(sequences), classes: tokenizer.wordIndex.count + 1)
print(x.shape)
_end(1)

_begin(2)
let model = Sequential(
  [SimpleRNN(5), Dense(1, activation: .sigmoid)], seed: 3)
model.compile(
  optimizer: Adam(learningRate: 0.05), loss: .binaryCrossentropy,
  metrics: [.accuracy])
let history = try! model.fit(x, labels, epochs: 30, verbose: .silent)
print(history.epochs.count, "epochs")
print(try! model.forward(x))
_end(2)

_begin(3)
show(
  LineChart(
    "loss", over: "epochs", history.loss,
    references: [Reference("a blind guess, ln 2", at: 0.6931)]))
note("finalLoss", history.loss[29])
_end(3)

_begin(4)
let layer = model.layers[0]
for parameter in layer.parameters {
  print(parameter.name, parameter.tensor.shape)
}
show(layer.parameters[1].tensor)
_end(4)

_begin(5)
// Halves of halves, so that every number is exact on every machine.
let line = Sequential([Input([1]), Dense(1)])
try! line.setWeights([
  NamedTensor("dense/kernel", Tensor([[0]])),
  NamedTensor("dense/bias", Tensor([0])),
])
line.compile(
  optimizer: SGD(
    learningRate: PiecewiseConstantDecay(
      boundaries: [1], rates: [0.25, 0.125]),
    clipping: .globalNorm(100)),
  loss: .meanSquaredError, metrics: [.meanAbsoluteError])
try! line.fit(
  Tensor([[1], [2]]), Tensor([1, 3]), epochs: 3,
  callbacks: [
    CSVLogger { print($0) },
    LambdaCallback(onEpochEnd: { epoch, logs in print(epoch, logs.loss) }),
    EarlyStopping(monitor: "loss", patience: 1, restoreBestWeights: true),
  ], verbose: .terminal)
print(line.namedWeights[0].tensor)
_end(5)
