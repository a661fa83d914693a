import Tensors
import Testing

@testable import RNN

/// What masks do to a pass, step by step.
@Suite struct MaskedUnrollTests {
  /// Batch 2, steps 5, inputs 4, units 3: no two sizes agree.
  let unroll = Unroll(
    LSTMCell(
      parameters: .init(
        kernel: fill([4, 12]), recurrentKernel: fill([3, 12], 0.5, 7),
        bias: fill([12], 0.5, 9))))
  let x = fill([2, 5, 4], 1, 3)
  let start = LSTMState(h: fill([2, 3], 0.5, 4), c: fill([2, 3], 0.5, 6))
  let mask = Tensor([[0, 1, 0, 1, 1], [1, 1, 0, 0, 1]])

  @Test func maskedStepsKeepTheState() {
    let pass = unroll.forward(x, from: start, mask: mask)
    #expect(pass.states[0].c.row(0) == start.c.row(0))
    #expect(pass.stepOutputs[0].row(0) == start.h.row(0))
    #expect(pass.states[0].c.row(1) == pass.traces[0].c.row(1))
    #expect(pass.states[3].c.row(1) == pass.states[1].c.row(1))
    #expect(pass.state == pass.states[4])
  }

  @Test func maskedStepsPutOutZerosIfAsked() {
    let pass = unroll.forward(
      x, from: start, mask: mask, zeroOutputForMask: true)
    #expect(pass.outputs.row(0).row(2) == .zeros([3]))
    #expect(pass.outputs.row(0).row(3) == pass.states[3].h.row(0))
    let kept = unroll.forward(x, from: start, mask: mask)
    #expect(pass.states == kept.states)
  }

  @Test func partsOfAPassAddUp() {
    let pass = unroll.forward(x, from: start, mask: mask)
    let dOutputs = coefficients([2, 5, 3])
    let whole = unroll.backward(pass, dOutputs: dOutputs)
    func parts(_ range: Range<Int>) -> [Tensor?] {
      range.map { dOutputs.step($0) }
    }
    let (first, second) = (pass.part(0..<2), pass.part(2..<5))
    #expect(second.start == first.state)
    #expect(second.mask?.shape == [2, 3])
    let late = unroll.backward(second, dOutputs: parts(2..<5))
    let early = unroll.backward(
      first, dOutputs: parts(0..<2), dState: late.initial)
    #expect(early.initial == whole.initial)
    #expect(early.x.step(1) == whole.x.step(1))
    #expect(late.x.step(0) == whole.x.step(2))
  }

  @Test func nothingMaskedIsAsWithoutAMask() {
    let masked = unroll.forward(x, from: start, mask: .ones([2, 5]))
    let plain = unroll.forward(x, from: start)
    #expect(masked.states == plain.states)
    #expect(masked.traces == plain.traces)
    let dLast = coefficients([2, 3])
    #expect(
      unroll.backward(masked, dLast: dLast, keepsSteps: true).steps
        == unroll.backward(plain, dLast: dLast, keepsSteps: true).steps)
  }
}
