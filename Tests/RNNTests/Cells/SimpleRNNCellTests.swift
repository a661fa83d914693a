import RNN
import Tensors
import Testing

@Suite struct SimpleRNNCellTests {
  /// Batch 2, inputs 4, units 3: no two sizes agree.
  let cell = SimpleRNNCell(
    parameters: .init(
      kernel: fill([4, 3]), recurrentKernel: fill([3, 3], 0.5, 7),
      bias: fill([3], 0.5, 9)))
  let x = fill([2, 4], 1, 3)
  let previous = fill([2, 3], 1, 5)

  @Test func aStepIsItsFormula() {
    let trace = cell.step(x, from: previous)
    for sample in 0..<2 {
      for unit in 0..<3 {
        var a = cell.parameters.bias[unit]
        for input in 0..<4 {
          a += x[sample, input] * cell.parameters.kernel[input, unit]
        }
        for other in 0..<3 {
          a +=
            previous[sample, other]
            * cell.parameters.recurrentKernel[other, unit]
        }
        #expect(abs(trace.a[sample, unit] - a) < 1e-6)
      }
    }
    #expect(trace.h == tanh(trace.a))
    #expect(trace.x == x && trace.previous == previous)
    #expect(trace.named.map(\.name) == ["x", "previous", "a", "h"])
    #expect(cell.zeroState(batch: 2) == Tensor.zeros([2, 3]))
  }

  @Test func aNewCellStartsAsKerasDoes() {
    var generator = SeededGenerator(seed: 1)
    let cell = SimpleRNNCell(inputSize: 20, units: 30, using: &generator)
    let limit = (6 / Scalar(50)).squareRoot()
    #expect(abs(cell.parameters.kernel).max() <= limit)
    #expect(abs(cell.parameters.kernel).max() > 0.95 * limit)
    let u = cell.parameters.recurrentKernel
    var identity = Tensor.zeros([30, 30])
    for index in 0..<30 { identity[index, index] = 1 }
    expectClose(matmul(u, transposed: u), identity, 1e-5)
    #expect(cell.parameters.bias == .zeros([30]))
    #expect(cell.parameters.count == 30 * (20 + 30 + 1))
  }

  @Test func orthogonalRowsWhereThereAreFewerOfThem() {
    var generator = SeededGenerator(seed: 2)
    let wide = Initializer.orthogonal([3, 5], &generator)
    var identity = Tensor.zeros([3, 3])
    for index in 0..<3 { identity[index, index] = 1 }
    expectClose(matmul(wide, transposed: wide), identity, 1e-5)
    let tall = Initializer.orthogonal([5, 3], &generator)
    expectClose(matmul(transposed: tall, tall), identity, 1e-5)
  }

  @Test func gradientsHaveTheParametersType() {
    let trace = cell.step(x, from: previous)
    let gradient = cell.backward(trace, dh: Tensor.ones([2, 3])).share
    var parameters = cell.parameters
    parameters -= 0.5 * gradient
    expectClose(
      parameters.kernel, cell.parameters.kernel - 0.5 * gradient.kernel)
    parameters += 0.5 * gradient
    expectClose(parameters.bias, cell.parameters.bias)
    #expect(gradient.zeros.bias == .zeros([3]))
    #expect(
      gradient.named.map(\.name) == ["kernel", "recurrent_kernel", "bias"])
  }

  @Test(
    .enabled(if: Scalar.isDouble, "slopes are measured in Double"),
    arguments: [
      Activation.tanh, .sigmoid, .linear, .softmax, .relu,
    ])
  func gradientsAreSlopes(_ activation: Activation) {
    let cell = SimpleRNNCell(
      parameters: self.cell.parameters, activation: activation)
    let dh = coefficients([2, 3])
    func loss(_ cell: SimpleRNNCell, _ x: Tensor, _ h: Tensor) -> Scalar {
      (cell.step(x, from: h).h * dh).sum()
    }
    let back = cell.backward(cell.step(x, from: previous), dh: dh)
    expectClose(
      back.dx, numericGradient(at: x) { loss(cell, $0, previous) }, slopes)
    expectClose(
      back.dPrevious, numericGradient(at: previous) { loss(cell, x, $0) },
      slopes)
    func changed(
      _ part: WritableKeyPath<SimpleRNNCell.Parameters, Tensor>,
      _ value: Tensor
    ) -> SimpleRNNCell {
      var copy = cell
      copy.parameters[keyPath: part] = value
      return copy
    }
    for part in [
      \SimpleRNNCell.Parameters.kernel, \.recurrentKernel, \.bias,
    ] {
      expectClose(
        back.share[keyPath: part],
        numericGradient(at: cell.parameters[keyPath: part]) {
          loss(changed(part, $0), x, previous)
        }, slopes)
    }
  }
}
