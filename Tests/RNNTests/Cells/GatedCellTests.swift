import RNN
import Tensors
import Testing

/// The LSTM's and the GRU's steps, number by number.
@Suite struct GatedCellTests {
  /// Batch 2, inputs 4, units 3: no two sizes agree.
  let x = fill([2, 4], 1, 3)
  let h = fill([2, 3], 1, 5)
  let c = fill([2, 3], 1, 8)
  let lstm = LSTMCell(
    parameters: .init(
      kernel: fill([4, 12]), recurrentKernel: fill([3, 12], 0.5, 7),
      bias: fill([12], 0.5, 9)))

  private func gru(resetAfter: Bool) -> GRUCell {
    GRUCell(
      parameters: .init(
        kernel: fill([4, 9]), recurrentKernel: fill([3, 9], 0.5, 7),
        bias: fill(resetAfter ? [2, 9] : [9], 0.5, 9)),
      resetAfter: resetAfter)
  }

  /// One element of `x · W`, summed in a plain loop.
  private func dot(
    _ x: Tensor, _ row: Int, _ kernel: Tensor, _ column: Int
  ) -> Scalar {
    var sum: Scalar = 0
    for index in 0..<x.shape[1] { sum += x[row, index] * kernel[index, column] }
    return sum
  }

  private func sigmoid(_ a: Scalar) -> Scalar {
    Tensors.sigmoid(Tensor([a]))[0]
  }
  private func tanh(_ a: Scalar) -> Scalar { Tensors.tanh(Tensor([a]))[0] }

  @Test func anLSTMStepIsItsFormula() {
    let trace = lstm.step(x, from: LSTMState(h: h, c: c))
    let p = lstm.parameters
    for row in 0..<2 {
      for unit in 0..<3 {
        func a(_ part: Int) -> Scalar {
          let column = 3 * part + unit
          return dot(x, row, p.kernel, column) + p.bias[column]
            + dot(h, row, p.recurrentKernel, column)
        }
        let (i, f, o) = (sigmoid(a(0)), sigmoid(a(1)), sigmoid(a(3)))
        let memory = f * c[row, unit] + i * tanh(a(2))
        #expect(abs(trace.inputGate[row, unit] - i) < 1e-6)
        #expect(abs(trace.forgetGate[row, unit] - f) < 1e-6)
        #expect(abs(trace.candidate[row, unit] - tanh(a(2))) < 1e-6)
        #expect(abs(trace.outputGate[row, unit] - o) < 1e-6)
        #expect(abs(trace.c[row, unit] - memory) < 1e-6)
        #expect(abs(trace.h[row, unit] - o * tanh(memory)) < 1e-6)
      }
    }
    #expect(trace.state == LSTMState(h: trace.h, c: trace.c))
    #expect(
      trace.named.map(\.name) == [
        "x", "previous h", "previous c", "a_i", "a_f", "a_c", "a_o", "i", "f",
        "candidate", "o", "c", "h",
      ])
    #expect(trace["a_f"]?.shape == [2, 3])
    #expect(
      lstm.zeroState(batch: 2)
        == LSTMState(h: .zeros([2, 3]), c: .zeros([2, 3])))
  }

  @Test(arguments: [true, false])
  func aGRUStepIsItsFormula(_ resetAfter: Bool) {
    let cell = gru(resetAfter: resetAfter)
    let trace = cell.step(x, from: h)
    let p = cell.parameters
    let own = resetAfter ? p.bias.row(0) : p.bias
    let other = resetAfter ? p.bias.row(1) : .zeros([9])
    var reset = h
    func fromX(_ row: Int, _ column: Int) -> Scalar {
      dot(x, row, p.kernel, column) + own[column]
    }
    func fromState(_ h: Tensor, _ row: Int, _ column: Int) -> Scalar {
      dot(h, row, p.recurrentKernel, column) + other[column]
    }
    func gate(_ part: Int, _ row: Int, _ unit: Int) -> Scalar {
      let column = 3 * part + unit
      return sigmoid(fromX(row, column) + fromState(h, row, column))
    }
    for row in 0..<2 {
      for unit in 0..<3 { reset[row, unit] *= gate(1, row, unit) }
    }
    for row in 0..<2 {
      for unit in 0..<3 {
        let (z, r) = (gate(0, row, unit), gate(1, row, unit))
        let heard =
          resetAfter
          ? r * fromState(h, row, 6 + unit) : fromState(reset, row, 6 + unit)
        let candidate = tanh(fromX(row, 6 + unit) + heard)
        #expect(abs(trace.updateGate[row, unit] - z) < 1e-6)
        #expect(abs(trace.resetGate[row, unit] - r) < 1e-6)
        #expect(abs(trace.candidate[row, unit] - candidate) < 1e-6)
        let mixed = z * h[row, unit] + (1 - z) * candidate
        #expect(abs(trace.h[row, unit] - mixed) < 1e-6)
      }
    }
    #expect(
      trace.named.map(\.name) == [
        "x", "previous", "a_z", "a_r", "a_h", "z", "r", "heard", "candidate",
        "h",
      ])
    #expect(trace["a_h"]?.shape == [2, 3])
    #expect(cell.zeroState(batch: 2) == .zeros([2, 3]))
  }

  @Test func newCellsStartAsKerasDoes() {
    var generator = SeededGenerator(seed: 1)
    let lstm = LSTMCell(inputSize: 20, units: 6, using: &generator)
    #expect(lstm.parameters.count == 4 * (6 * (20 + 6) + 6))
    #expect(lstm.parameters.bias.part(1, of: 4) == .ones([6]))
    #expect(lstm.parameters.bias.sum() == 6)
    let limit = (6 / Scalar(20 + 24)).squareRoot()
    #expect(abs(lstm.parameters.kernel).max() <= limit)
    #expect(abs(lstm.parameters.kernel).max() > 0.9 * limit)
    let u = lstm.parameters.recurrentKernel
    expectClose(matmul(u, transposed: u), identity(6), 1e-5)
    let plain = LSTMCell(
      inputSize: 20, units: 6, unitForgetBias: false, using: &generator)
    #expect(plain.parameters.bias == .zeros([24]))
    let after = GRUCell(inputSize: 20, units: 6, using: &generator)
    #expect(after.parameters.count == 3 * (6 * (20 + 6) + 2 * 6))
    let before = GRUCell(
      inputSize: 20, units: 6, resetAfter: false, using: &generator)
    #expect(before.parameters.count == 3 * (6 * (20 + 6) + 6))
    let none = GRUCell(
      inputSize: 20, units: 6, useBias: false, using: &generator)
    #expect(none.parameters.count == 3 * 6 * (20 + 6))
    #expect(
      none.parameters.named.map(\.name) == ["kernel", "recurrent_kernel"])
  }

  @Test func initializersAreThoseGiven() {
    var generator = SeededGenerator(seed: 1)
    let cell = SimpleRNNCell(
      inputSize: 5, units: 3,
      initializers: .init(
        kernel: .normal(deviation: 0.001), recurrent: .identity(gain: 0.5),
        bias: .constant(2)), using: &generator)
    #expect(abs(cell.parameters.kernel).max() < 0.01)
    #expect(cell.parameters.recurrentKernel == 0.5 * identity(3))
    #expect(cell.parameters.bias == 2 * .ones([3]))
  }

  private func identity(_ size: Int) -> Tensor {
    var generator = SeededGenerator(seed: 0)
    return Initializer.identity()([size, size], &generator)
  }

  @Test func openGatesLetGradientsPass() {
    // Where all is kept and nothing let in, the memory's gradient is handed
    // on as it is.
    var bias = Tensor.zeros([12])
    for unit in 0..<3 {
      bias[unit] = -100
      bias[3 + unit] = 100
    }
    let cell = LSTMCell(
      parameters: .init(
        kernel: .zeros([4, 12]), recurrentKernel: .zeros([3, 12]),
        bias: bias))
    let trace = cell.step(x, from: LSTMState(h: h, c: c))
    #expect(trace.c == c)
    let dc = coefficients([2, 3])
    let back = cell.backward(
      trace, dState: LSTMState(h: .zeros([2, 3]), c: dc))
    #expect(back.dPrevious.c == dc)
  }

  @Test func stepsOfGradientsHaveNames() {
    let back = lstm.backward(
      lstm.step(x, from: LSTMState(h: h, c: c)),
      dState: LSTMState(h: .ones([2, 3]), c: .zeros([2, 3])))
    #expect(
      back.named.map(\.name) == [
        "dL/dh", "dL/dc", "dL/da_i", "dL/da_f", "dL/da_c", "dL/da_o",
        "dL/dx", "dL/dprevious h", "dL/dprevious c",
      ])
    #expect(back["dL/da_o"]?.shape == [2, 3])
    #expect(back.share.kernel == matmul(transposed: x, back.da))
    let gru = gru(resetAfter: true)
    let backGRU = gru.backward(gru.step(x, from: h), dh: .ones([2, 3]))
    #expect(
      backGRU.named.map(\.name) == [
        "dL/dh", "dL/da_z", "dL/da_r", "dL/da_h", "dL/dheard", "dL/dx",
        "dL/dprevious",
      ])
    #expect(backGRU.share.bias.row(0) == backGRU.da.sum(axis: 0))
  }
}
