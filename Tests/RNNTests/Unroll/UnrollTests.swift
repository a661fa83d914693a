import RNN
import Tensors
import Testing

@Suite struct UnrollTests {
  /// Batch 2, steps 5, inputs 4, units 3: no two sizes agree.
  let unroll = Unroll(
    SimpleRNNCell(
      parameters: .init(
        kernel: fill([4, 3]), recurrentKernel: fill([3, 3], 0.5, 7),
        bias: fill([3], 0.5, 9))))
  let x = fill([2, 5, 4], 1, 3)
  let start = fill([2, 3], 0.5, 4)

  @Test func theLoopIsItsStepsByHand() {
    let pass = unroll.forward(x, from: start)
    var h = start
    for time in 0..<5 {
      let trace = unroll.cell.step(x.step(time), from: h)
      #expect(pass.traces[time] == trace)
      h = trace.h
    }
    #expect(pass.last == h && pass.state == h)
    #expect(pass.outputs.shape == [2, 5, 3])
    #expect(pass.outputs.step(4) == h)
  }

  @Test func aSequenceMayBeReadInTwoParts() {
    let all = unroll.forward(x, from: start)
    let early = Tensor(stacking: (0..<2).map { x.step($0) }, axis: 1)
    let late = Tensor(stacking: (2..<5).map { x.step($0) }, axis: 1)
    let first = unroll.forward(early, from: start)
    #expect(unroll.forward(late, from: first.state).last == all.last)
  }

  @Test func sumsAreTheSumsOfAllShares() {
    let pass = unroll.forward(x, from: start)
    let dLast = coefficients([2, 3])
    let sums = unroll.backward(pass, dLast: dLast)
    #expect(sums.steps.isEmpty)
    let kept = unroll.backward(pass, dLast: dLast, keepsSteps: true)
    #expect(kept.steps.count == 5)
    #expect(kept.steps[4].dh == dLast)
    #expect(kept.steps[1].dPrevious == kept.steps[0].dh)
    #expect(kept.initial == kept.steps[0].dPrevious)
    var total = unroll.cell.parameters.zeros
    for step in kept.steps { total += step.share }
    expectClose(total.kernel, sums.parameters.kernel)
    expectClose(total.recurrentKernel, sums.parameters.recurrentKernel)
    expectClose(total.bias, sums.parameters.bias)
  }

  @Test func aLastGradientIsOneOfAllGradients() {
    let pass = unroll.forward(x, from: start)
    let dLast = coefficients([2, 3])
    var parts = [Tensor](repeating: .zeros([2, 3]), count: 5)
    parts[4] = dLast
    let one = unroll.backward(pass, dLast: dLast)
    let all = unroll.backward(pass, dOutputs: Tensor(stacking: parts, axis: 1))
    expectClose(one.x, all.x)
    expectClose(one.parameters.kernel, all.parameters.kernel)
  }

  @Test(.enabled(if: Scalar.isDouble, "slopes are measured in Double"))
  func gradientsAreSlopes() {
    let dOutputs = coefficients([2, 5, 3])
    func loss(
      _ unroll: Unroll<SimpleRNNCell>, _ x: Tensor, _ start: Tensor
    ) -> Scalar {
      (unroll.forward(x, from: start).outputs * dOutputs).sum()
    }
    let back = unroll.backward(
      unroll.forward(x, from: start), dOutputs: dOutputs)
    expectClose(
      back.x, numericGradient(at: x) { loss(unroll, $0, start) }, slopes)
    expectClose(
      back.initial, numericGradient(at: start) { loss(unroll, x, $0) },
      slopes)
    for part in [
      \SimpleRNNCell.Parameters.kernel, \.recurrentKernel, \.bias,
    ] {
      expectClose(
        back.parameters[keyPath: part],
        numericGradient(at: unroll.cell.parameters[keyPath: part]) {
          var copy = unroll
          copy.cell.parameters[keyPath: part] = $0
          return loss(copy, x, start)
        }, slopes)
    }
  }
}
