// A lesson's program as the engine writes it, about gradients: a cell's are
// checked, a mistake is found, how far a step is felt is measured; and text
// goes its fixed way.

import LessonRuntime
import RNN
import Tensors

_begin(1)
var generator = SeededGenerator(seed: 5)
let cell = SimpleRNNCell(inputSize: 4, units: 3, using: &generator)
let check = GradientCheck(cell, steps: 4)
print(check.agrees, check.comparisons.count)
_end(1)

_begin(2)
let x = Tensor.uniform([2, 5, 4], in: -1...1, using: &generator)
let dOutputs = Tensor.uniform([2, 5, 3], in: -1...1, using: &generator)
let start = cell.zeroState(batch: 2)
let unroll = Unroll(cell)
let wrong = GradientCheck(cell, x, from: start, dOutputs: dOutputs) { pass in
  let back = unroll.backward(pass, dOutputs: dOutputs, truncatedAfter: 2)
  return BackwardClaims(dx: back.x)
}
if let first = wrong.firstWrong { print(first.name, first.step ?? -1) }
let square = GradientCheck(
  of: ["x": Tensor([3, 5])], loss: { ($0[0] * $0[0]).sum() },
  backward: { [3 * $0[0]] })
print(square)
_end(2)

_begin(3)
let pass = unroll.forward(x, from: start)
let chunks = unroll.backward(pass, dOutputs: dOutputs, inChunksOf: 5)
print(chunks.x == unroll.backward(pass, dOutputs: dOutputs).x)
print(unroll.jacobianNorms(pass).shape, unroll.jacobianNorms(pass)[1, 4])
_end(3)

_begin(4)
let preprocessor = try! Preprocessor(
  fittedOn: ["The movie was great!", "the movie was bad"], numWords: 5,
  oovToken: "<OOV>", length: 5)
print(preprocessor(["Was the film bad?"]))
print(preprocessor.vocabulary.text(of: [0, 2, 1, 3]))
_end(4)
