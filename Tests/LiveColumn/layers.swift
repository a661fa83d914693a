// Gates, both directions, masks and dropout, as a lesson would use them.

import LessonRuntime
import RNN
import Tensors

_begin(1)
var generator = SeededGenerator(seed: 2)
let word = Tensor.normal([1, 4, 3], using: &generator)
let cell = LSTMCell(inputSize: 3, units: 2, using: &generator)
let unroll = Unroll(cell)
let pass = unroll.forward(
  word, from: cell.zeroState(batch: 1), mask: Tensor([[1, 1, 0, 1]]))
let back = unroll.backward(
  pass, dLast: Tensor([[1, 0]]), keepsSteps: true)
print(pass.traces[1])
print(back.steps[1])
print(pass.state)
show(back.initial.c)
_end(1)

_begin(2)
let model = Sequential(
  [
    Input([5]), Embedding(words: 9, size: 4, maskZero: true),
    Bidirectional(GRU(3, dropout: 0.2, returnsSequences: true)), Dropout(0.1),
    LSTM(4, recurrentDropout: 0.2), Dense(1, activation: .sigmoid),
  ], seed: 3)
print(model.summary())
model.compile(optimizer: Adam(), loss: .binaryCrossentropy)
let x = Tensor([[0, 0, 1, 2, 3], [0, 4, 5, 6, 7], [8, 1, 3, 5, 7]])
let history = try! model.fit(
  x, Tensor([[0], [1], [1]]), epochs: 5, verbose: .silent)
print(history)
print(try! model.forward(x))
_end(2)

_begin(3)
let encoder = GRU(3, resetAfter: false, stateful: true)
encoder.build([4, 3], using: &generator)
let (output, state) = try! encoder.returningState(word)
print(output, state)
encoder.resetState()
let mean = GlobalAveragePooling1D()
mean.build([4, 3], using: &generator)
print(try! mean(word, mask: Tensor([[1, 0, 0, 1]])))
_end(3)
