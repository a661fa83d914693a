import RNN
import Tensors
import Testing

@Suite struct JacobianTests {
  /// A cell that only turns its state and makes it `size` times as long.
  private func linear(_ size: Scalar) -> SimpleRNNCell {
    var generator = SeededGenerator(seed: 5)
    return SimpleRNNCell(
      parameters: .init(
        kernel: fill([4, 3]),
        recurrentKernel: size * Initializer.orthogonal([3, 3], &generator),
        bias: .zeros([3])),
      activation: .linear)
  }

  @Test(arguments: [0.5, 0.9, 1, 1.1, 2] as [Scalar])
  func ofALinearCellTheyArePowers(_ size: Scalar) {
    let unroll = Unroll(linear(size))
    let pass = unroll.forward(
      fill([2, 6, 4]), from: unroll.cell.zeroState(batch: 2))
    let norms = unroll.jacobianNorms(pass)
    #expect(norms.shape == [2, 6])
    var power: Scalar = 1
    for time in (0..<6).reversed() {
      for sample in 0..<2 {
        #expect(abs(norms[sample, time] - power) <= 1e-5 * power)
      }
      power *= size
    }
    // The transpose of the kernel, as often as there are steps between.
    let kernel = unroll.cell.parameters.recurrentKernel.transposed()
    let jacobians = unroll.jacobians(pass)
    expectClose(jacobians[4].row(1), kernel)
    expectClose(jacobians[3].row(0), matmul(kernel, kernel))
  }

  @Test func theyAreSlopes() {
    // Batch 2, steps 4, inputs 5, units 3.
    var generator = SeededGenerator(seed: 6)
    let cell = SimpleRNNCell(inputSize: 5, units: 3, using: &generator)
    let unroll = Unroll(cell)
    let x = fill([2, 4, 5])
    let pass = unroll.forward(x, from: cell.zeroState(batch: 2))
    let jacobians = unroll.jacobians(pass)
    #expect(jacobians.map(\.shape) == Array(repeating: [2, 3, 3], count: 4))
    for unit in 0..<3 {
      let slopes = centralDifferences(at: pass.traces[1].h) {
        var h = $0
        for time in 2..<4 { h = cell.step(x.step(time), from: h).h }
        return h[1, unit]
      }
      expectClose(
        jacobians[1].row(1).row(unit), slopes.row(1),
        GradientCheck.tolerance)
    }
  }

  @Test func theOtherPartsOfAStateStandStill() {
    let cell = GatedCell(
      parameters: .init(
        kernel: fill([4, 3]), recurrentKernel: fill([3, 3], 0.5, 7),
        gateKernel: fill([4, 3], 0.5, 2),
        gateRecurrentKernel: fill([3, 3], 0.5, 5)),
      fault: .none)
    let x = fill([1, 3, 4])
    let pass = Unroll(cell).forward(x, from: cell.zeroState(batch: 1))
    let jacobians = Unroll(cell).jacobians(pass)
    let state = pass.traces[1].state
    let slopes = centralDifferences(at: state.h) {
      cell.step(x.step(2), from: .init(h: $0, sum: state.sum)).h[0, 2]
    }
    expectClose(
      jacobians[1].row(0).row(2), slopes.row(0), GradientCheck.tolerance)
  }

  @Test func aMaskedStepIsAsIfItWereNotThere() {
    var generator = SeededGenerator(seed: 6)
    let cell = LSTMCell(inputSize: 4, units: 3, using: &generator)
    let unroll = Unroll(cell)
    let x = fill([1, 5, 4])
    let start = cell.zeroState(batch: 1)
    let masked = unroll.forward(
      x, from: start, mask: Tensor([[1, 0, 1, 1, 0]]))
    let shorter = unroll.forward(
      Tensor(stacking: [0, 2, 3].map { x.step($0) }, axis: 1), from: start)
    let (long, short) = (unroll.jacobians(masked), unroll.jacobians(shorter))
    expectClose(long[0], short[0])
    expectClose(long[1], short[0])
    expectClose(long[2], short[1])
    expectClose(long[4], short[2])
  }

  @Test func theNormIsTheLongestStretch() {
    #expect(abs(spectralNorm(Tensor([[3, 0], [0, -2]])) - 3) < 1e-5)
    // σ² of [[1, 1], [0, 1]] is (3 + √5) / 2.
    let golden = ((3 + Scalar(5).squareRoot()) / 2).squareRoot()
    #expect(abs(spectralNorm(Tensor([[1, 1], [0, 1]])) - golden) < 1e-5)
    // One row: its length. One direction: the product of both lengths.
    #expect(abs(spectralNorm(Tensor([[2, 3, 6]])) - 7) < 1e-5)
    let column = Tensor([[1], [2], [2]])
    #expect(
      abs(spectralNorm(matmul(column, Tensor([[3, 4]]))) - 15) < 1e-4)
    #expect(spectralNorm(.zeros([2, 3])) == 0)
    // Squares of these would not be numbers any more.
    let tiny = spectralNorm(1e-30 * Tensor([[3, 0], [4, 0]]))
    #expect(abs(tiny / 1e-30 - 5) < 1e-4)
    let matrix = fill([6, 4])
    #expect(
      abs(spectralNorm(matrix) - spectralNorm(matrix.transposed())) < 1e-4)
  }
}
