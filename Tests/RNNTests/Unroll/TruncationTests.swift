import RNN
import Tensors
import Testing

@Suite struct TruncationTests {
  /// Batch 2, steps 5, inputs 4, units 3: no two sizes agree.
  let unroll = Unroll(
    SimpleRNNCell(
      parameters: .init(
        kernel: fill([4, 3]), recurrentKernel: fill([3, 3], 0.5, 7),
        bias: fill([3], 0.5, 9))))
  let x = fill([2, 5, 4], 1, 3)
  let start = fill([2, 3], 0.5, 4)
  let dOutputs = coefficients([2, 5, 3])

  private func expectSame(
    _ a: Unroll<SimpleRNNCell>.Backward, _ b: Unroll<SimpleRNNCell>.Backward
  ) {
    expectClose(a.x, b.x)
    expectClose(a.initial, b.initial)
    for (mine, theirs) in zip(a.parameters.named, b.parameters.named) {
      expectClose(mine.tensor, theirs.tensor)
    }
  }

  @Test(arguments: [5, 6, 100])
  func aLongReachCutsNothing(_ reach: Int) {
    let pass = unroll.forward(x, from: start)
    let whole = unroll.backward(pass, dOutputs: dOutputs)
    expectSame(
      unroll.backward(pass, dOutputs: dOutputs, truncatedAfter: reach), whole)
    expectSame(
      unroll.backward(pass, dOutputs: dOutputs, inChunksOf: reach), whole)
  }

  @Test func masksAreCutToo() {
    let mask = Tensor([[1, 0, 1, 1, 0], [0, 1, 1, 0, 1]])
    let pass = unroll.forward(x, from: start, mask: mask)
    let whole = unroll.backward(pass, dOutputs: dOutputs)
    expectSame(
      unroll.backward(pass, dOutputs: dOutputs, truncatedAfter: 5), whole)
    expectSame(unroll.backward(pass, dOutputs: dOutputs, inChunksOf: 5), whole)
    let cut = unroll.backward(pass, dOutputs: dOutputs, inChunksOf: 2)
    #expect(cut.x.step(0) != whole.x.step(0))
  }

  @Test(arguments: 1...4)
  func chunksAreWalkedEachByItself(_ length: Int) {
    let pass = unroll.forward(x, from: start)
    let cut = unroll.backward(
      pass, dOutputs: dOutputs, inChunksOf: length, keepsSteps: true)
    #expect(cut.steps.count == 5)
    // The same by hand: read a chunk, go back through it, carry the state on.
    var state = start
    var sums = unroll.cell.parameters.zeros
    for first in stride(from: 0, to: 5, by: length) {
      let range = first..<min(first + length, 5)
      func part(_ whole: Tensor) -> Tensor {
        Tensor(stacking: range.map { whole.step($0) }, axis: 1)
      }
      let chunk = unroll.forward(part(x), from: state)
      let back = unroll.backward(chunk, dOutputs: part(dOutputs))
      expectClose(part(cut.x), back.x)
      if first == 0 { expectClose(cut.initial, back.initial) }
      sums += back.parameters
      state = chunk.state
    }
    expectClose(cut.parameters.kernel, sums.kernel)
    expectClose(cut.parameters.recurrentKernel, sums.recurrentKernel)
    expectClose(cut.parameters.bias, sums.bias)
  }

  @Test(arguments: 1...4)
  func aGradientStopsWhereItsReachEnds(_ reach: Int) {
    let pass = unroll.forward(x, from: start)
    let whole = unroll.backward(pass, dLast: dOutputs.step(4))
    var last = [Tensor](repeating: .zeros([2, 3]), count: 5)
    last[4] = dOutputs.step(4)
    let cut = unroll.backward(
      pass, dOutputs: Tensor(stacking: last, axis: 1), truncatedAfter: reach)
    for time in 0..<5 {
      if time > 4 - reach {
        expectClose(cut.x.step(time), whole.x.step(time))
      } else {
        #expect(cut.x.step(time) == .zeros([2, 4]))
      }
    }
    #expect(cut.initial == .zeros([2, 3]))
  }

  @Test func everyOutputReachesEquallyFar() {
    let pass = unroll.forward(x, from: start)
    let cut = unroll.backward(pass, dOutputs: dOutputs, truncatedAfter: 2)
    // Step 3 hears of outputs 3 and 4, and of no more.
    var two = [Tensor?](repeating: nil, count: 5)
    two[3] = dOutputs.step(3)
    two[4] = dOutputs.step(4)
    expectClose(
      cut.x.step(3), unroll.backward(pass, dOutputs: two).x.step(3))
    // The state before the first step hears of outputs 0 and 1.
    var first = [Tensor?](repeating: nil, count: 5)
    first[0] = dOutputs.step(0)
    first[1] = dOutputs.step(1)
    expectClose(
      cut.initial, unroll.backward(pass, dOutputs: first).initial)
    #expect(cut.steps.isEmpty)
  }

  @Test func aReachOfNoStepsIsRefused() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let suite = TruncationTests()
      let pass = suite.unroll.forward(suite.x, from: suite.start)
      _ = suite.unroll.backward(
        pass, dOutputs: suite.dOutputs, truncatedAfter: 0)
    }
    let said = String(
      decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("expected at least one step; got 0"))
  }
}
