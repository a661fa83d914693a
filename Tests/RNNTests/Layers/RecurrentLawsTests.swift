import RNN
import Tensors
import Testing

/// What holds for any sequence, any cell and any numbers.
@Suite struct RecurrentLawsTests {
  /// Random sizes, sequences and lengths.
  struct Sample {
    let x: Tensor
    let lengths: [Int]
    let units: Int
    var generator: SeededGenerator

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let batch = 1 + generator.below(4)
      let steps = 2 + generator.below(6)
      units = 1 + generator.below(5)
      x = .normal([batch, steps, 1 + generator.below(5)], using: &generator)
      lengths = (0..<batch).map { _ in 1 + generator.below(steps) }
      self.generator = generator
    }

    /// 1 for the first steps of each sequence; 0 for padding, at either end.
    func mask(padsFirst: Bool) -> Tensor {
      let steps = x.shape[1]
      var mask = Tensor.zeros([x.shape[0], steps])
      for (row, length) in lengths.enumerated() {
        for step in 0..<length {
          mask[row, padsFirst ? steps - length + step : step] = 1
        }
      }
      return mask
    }
  }

  @Test(arguments: 0..<(isProof ? 100 : 6) as Range<UInt64>)
  func hold(_ seed: UInt64) {
    let sample = Sample(seed: seed)
    var generator = sample.generator
    let (inputs, units) = (sample.x.shape[2], sample.units)
    expectLaws(
      SimpleRNNCell(inputSize: inputs, units: units, using: &generator),
      sample)
    expectLaws(
      LSTMCell(inputSize: inputs, units: units, using: &generator), sample)
    for resetAfter in [true, false] {
      expectLaws(
        GRUCell(
          inputSize: inputs, units: units, resetAfter: resetAfter,
          using: &generator), sample)
    }
  }

  private func expectLaws<C: Cell>(_ cell: C, _ sample: Sample)
  where C.State: ListedState, C.Trace: Equatable {
    expectStepsByHand(cell, sample)
    expectPartsMakeTheWhole(cell, sample)
    expectMaskedIsAlone(cell, sample, padsFirst: false)
    expectMaskedIsAlone(cell, sample, padsFirst: true)
  }

  private func expectStepsByHand<C: Cell>(_ cell: C, _ sample: Sample)
  where C.State: ListedState, C.Trace: Equatable {
    let x = sample.x
    var state = cell.zeroState(batch: x.shape[0])
    let pass = Unroll(cell).forward(x, from: state)
    for time in 0..<x.shape[1] {
      let trace = cell.step(x.step(time), from: state)
      #expect(pass.traces[time] == trace)
      #expect(pass.outputs.step(time) == trace.h)
      state = trace.state
    }
    #expect(pass.state.listed == state.listed)
  }

  private func expectPartsMakeTheWhole<C: Cell>(_ cell: C, _ sample: Sample)
  where C.State: ListedState {
    let x = sample.x
    let start = cell.zeroState(batch: x.shape[0])
    let unroll = Unroll(cell)
    let whole = unroll.forward(x, from: start)
    func part(_ steps: Range<Int>) -> Tensor {
      Tensor(stacking: steps.map { x.step($0) }, axis: 1)
    }
    for split in 1..<x.shape[1] {
      let first = unroll.forward(part(0..<split), from: start)
      let second = unroll.forward(part(split..<x.shape[1]), from: first.state)
      #expect(second.state.listed == whole.state.listed)
      // Backward too: the second part's first state hands its gradient on.
      let dLast = coefficients(whole.last.shape)
      let back = unroll.backward(whole, dLast: dLast)
      let late = unroll.backward(second, dLast: dLast)
      let early = unroll.backward(
        first, dOutputs: [Tensor?](repeating: nil, count: split),
        dState: late.initial)
      var sum = early.parameters
      sum += late.parameters
      for (mine, theirs) in zip(sum.named, back.parameters.named) {
        expectClose(mine.tensor, theirs.tensor)
      }
      #expect(early.initial.listed == back.initial.listed)
    }
  }

  private func expectMaskedIsAlone<C: Cell>(
    _ cell: C, _ sample: Sample, padsFirst: Bool
  ) where C.State: ListedState {
    let (x, steps) = (sample.x, sample.x.shape[1])
    let unroll = Unroll(cell)
    let mask = sample.mask(padsFirst: padsFirst)
    let pass = unroll.forward(
      x, from: cell.zeroState(batch: x.shape[0]), mask: mask)
    let back = unroll.backward(pass, dLast: .ones(pass.last.shape))
    var sum = cell.parameters.zeros
    for (row, length) in sample.lengths.enumerated() {
      let start = padsFirst ? steps - length : 0
      let alone = x.row(row).rows(start..<start + length)
      let one = unroll.forward(
        alone.reshaped([1, length, -1]), from: cell.zeroState(batch: 1))
      expectClose(pass.last.row(row), one.last.row(0), rounding)
      let backOne = unroll.backward(one, dLast: .ones(one.last.shape))
      expectClose(
        back.x.row(row).rows(start..<start + length), backOne.x.row(0),
        rounding)
      sum += backOne.parameters
    }
    for (mine, theirs) in zip(back.parameters.named, sum.named) {
      expectClose(mine.tensor, theirs.tensor)
    }
  }

  /// Rows are computed alike, alone or in a batch; sums may round otherwise.
  private let rounding = Scalar.isDouble ? 1e-14 : 1e-6

  @Test func backwardIsForwardOfTheReversed() throws {
    var generator = SeededGenerator(seed: 4)
    let x = Tensor.normal([2, 6, 3], using: &generator)
    let mask = Sample(seed: 4).mask(padsFirst: true)
    let layers = [true, false].map {
      GRU(4, returnsSequences: true, goBackwards: $0)
    }
    for layer in layers {
      layer.build([6, 3], using: &generator)
      fillParameters([layer])
    }
    #expect(try layers[0](x) == layers[1](x.reversedSteps()))
    #expect(mask.reversedSteps().reversedSteps() == mask)
  }
}
