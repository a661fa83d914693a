import RNN
import Tensors
import Testing

@Suite struct GradientCheckTests {
  /// Batch 2, steps 5, inputs 4, units 3: no two sizes agree.
  let cell = SimpleRNNCell(
    parameters: .init(
      kernel: fill([4, 3]), recurrentKernel: fill([3, 3], 0.5, 7),
      bias: fill([3], 0.5, 9)))
  let x = fill([2, 5, 4], 1, 3)
  let start = fill([2, 3], 0.5, 4)
  let dOutputs = coefficients([2, 5, 3])

  private func gated(_ fault: GatedCell.Fault) -> GatedCell {
    GatedCell(
      parameters: .init(
        kernel: fill([4, 3]), recurrentKernel: fill([3, 3], 0.5, 7),
        gateKernel: fill([4, 3], 0.5, 2),
        gateRecurrentKernel: fill([3, 3], 0.5, 5)),
      fault: fault)
  }

  private func check(_ fault: FaultyLoop.Fault) -> GradientCheck {
    GradientCheck(
      cell, x, from: start, dOutputs: dOutputs,
      backward: FaultyLoop(cell: cell, dOutputs: dOutputs, fault: fault)
        .callAsFunction)
  }

  @Test func whatIsRightAgrees() throws {
    let check = GradientCheck(cell, x, from: start, dOutputs: dOutputs)
    #expect(check.agrees, "\(check)")
    // dx, three parameters and the state at 5 steps, and three sums.
    #expect(check.comparisons.count == 28)
    #expect(check.comparisons[0].step == 4)
    #expect(check.comparisons[27].step == nil)
    #expect(GradientCheck(cell).agrees)
    #expect(GradientCheck(gated(.none)).agrees)
    #expect(self.check(.none).agrees)
    let worst = try #require(check.worst)
    #expect(worst.error > 0 && worst.error <= GradientCheck.tolerance)
  }

  @Test(arguments: [
    (FaultyCell.Fault.transposedKernel, "dL/dprevious"),
    (.missingBias, "bias"), (.slopeOfInput, "dL/dx"),
  ])
  func aCellsMistakeIsNamed(_ fault: FaultyCell.Fault, _ name: String) {
    let faulty = FaultyCell(right: cell, fault: fault)
    let check = GradientCheck(faulty, x, from: start, dOutputs: dOutputs)
    #expect(check.firstWrong?.name == name)
    // Every step has it, and the last is the first to be walked.
    #expect(check.firstWrong?.step == 4)
    #expect(check.description.hasPrefix("step 4: \(name) is wrong: ["))
    #expect(check.description.contains("; it is the last step"))
    #expect(GradientCheck(FaultyCell(right: cell, fault: .none)).agrees)
  }

  @Test(arguments: [
    (GatedCell.Fault.forgottenGate, "recurrent_kernel"),
    (.forgottenGatePath, "dL/dprevious h"), (.lostSum, "dL/dprevious sum"),
  ])
  func aGateThatWasForgottenIsNamed(
    _ fault: GatedCell.Fault, _ name: String
  ) {
    let check = GradientCheck(gated(fault), steps: 4)
    #expect(check.firstWrong?.name == name)
    #expect(check.firstWrong?.step == 3)
  }

  @Test(arguments: [
    // The last step has nothing to carry, so the one before is the first.
    (FaultyLoop.Fault.noCarry, "dL/dx", 3),
    (.lateOutput, "dL/dx", 4),
    (.latePrevious, "recurrent_kernel", 4),
  ])
  func aLoopsMistakeIsNamed(
    _ fault: FaultyLoop.Fault, _ name: String, _ step: Int
  ) {
    let check = check(fault)
    #expect(check.firstWrong?.name == name)
    #expect(check.firstWrong?.step == step)
    #expect(!check.agrees)
  }

  /// A well-known library for teaching, ML-From-Scratch, leaves the path
  /// through time out of the input's gradient, and only there.
  @Test func anInputGradientWithoutThePathThroughTime() throws {
    let check = check(.directInput)
    let wrong = try #require(check.firstWrong)
    #expect(wrong.name == "dL/dx" && wrong.step == 3)
    #expect(check.description.contains("; everything after it agrees"))
    let others = check.comparisons.filter { $0.name != "dL/dx" }
    #expect(others.allSatisfy { $0.error <= GradientCheck.tolerance })
    let worst = try #require(check.worst)
    #expect(worst.error > 0.1 && worst.error < 1)
  }

  @Test func sumsAreCheckedToo() {
    let pass = Unroll(cell).forward(x, from: start)
    let back = Unroll(cell).backward(pass, dOutputs: dOutputs)
    var sums = back.parameters
    #expect(claim(back.x, sums).agrees)
    sums.bias = sums.bias * 2
    #expect(
      claim(back.x, sums).description.hasPrefix(
        "summed over all steps: bias is wrong: ["))
  }

  private func claim(
    _ dx: Tensor, _ sums: SimpleRNNCell.Parameters
  ) -> GradientCheck {
    GradientCheck(cell, x, from: start, dOutputs: dOutputs) { _ in
      BackwardClaims(dx: dx, sums: sums.named)
    }
  }

  @Test func anyFunctionCanBeChecked() {
    let (a, b) = (fill([2, 4], 1, 3), fill([4, 3]))
    let right = GradientCheck(
      of: ["a": a, "b": b], loss: { matmul($0[0], $0[1]).sum() },
      backward: {
        let d = Tensor.ones([2, 3])
        return [matmul(d, transposed: $0[1]), matmul(transposed: $0[0], d)]
      })
    #expect(right.agrees && right.comparisons.count == 2)
    let wrong = GradientCheck(
      of: ["a": a, "b": b], loss: { matmul($0[0], $0[1]).sum() },
      backward: { [$0[0], $0[1].transposed()] })
    #expect(wrong.firstWrong?.name == "a")
    #expect(
      wrong.comparisons[1].error == .infinity,
      "expected a shape that does not fit to be wrong")
    let none = GradientCheck(
      of: ["a": a], loss: { $0[0].sum() }, backward: { [$0[0] * .nan] })
    #expect(none.firstWrong?.error == .infinity)
  }

  @Test func itSaysWhatItFound() throws {
    let square = GradientCheck(
      of: ["x": Tensor([3, 5])], loss: { ($0[0] * $0[0]).sum() },
      backward: { [3 * $0[0]] })
    let precision =
      Scalar.isDouble ? "" : " (in Float, where 0.01 counts as agreement)"
    #expect(
      square.description == "x is wrong: [1] is 10.0000 by differences, "
        + "15.0000 by backward (relative error 0.50)" + precision)
    let right = GradientCheck(
      of: ["x": Tensor([3, 5])], loss: { $0[0].sum() },
      backward: { [Tensor.ones($0[0].shape)] })
    #expect(
      right.description
        == "1 tensor agrees; the worst is x[0], relative error 0.0e+00"
        + precision)
    let shape = GradientCheck(
      of: ["x": Tensor([3, 5])], loss: { $0[0].sum() },
      backward: { _ in [Tensor([1])] })
    #expect(
      shape.description
        == "x is wrong: expected a gradient [2]; got [1]" + precision)
  }

  @Test func claimsHaveNamesTheCheckKnows() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let suite = GradientCheckTests()
      _ = GradientCheck(
        suite.cell, suite.x, from: suite.start, dOutputs: suite.dOutputs
      ) { _ in
        BackwardClaims(steps: [], sums: [NamedTensor("U", .zeros([3, 3]))])
      }
    }
    let said = String(
      decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      said.contains(
        "expected the gradient of dL/dx, dL/dprevious, kernel, "
          + "recurrent_kernel, bias; got U"))
  }

  @Test func aSmallGradientIsNotLostInNoise() {
    // Slopes of 1e-9 beside a loss near 1: rounding is all there is to see.
    let check = GradientCheck(
      of: ["x": Tensor([3, 5])], loss: { 1 + 1e-9 * $0[0].sum() },
      backward: { [Tensor(repeating: 1e-9, shape: $0[0].shape)] })
    #expect(check.agrees, "\(check)")
  }

  @Test func gatedCellsAgreeToo() {
    var generator = SeededGenerator(seed: 4)
    let lstm = GradientCheck(
      LSTMCell(inputSize: 4, units: 3, using: &generator), steps: 5)
    #expect(lstm.agrees, "\(lstm)")
    // dx, three parameters, h and c at 5 steps, and three sums.
    #expect(lstm.comparisons.count == 33)
    for resetAfter in [true, false] {
      let gru = GradientCheck(
        GRUCell(
          inputSize: 4, units: 3, resetAfter: resetAfter, using: &generator),
        steps: 5)
      #expect(gru.agrees, "\(gru)")
    }
  }

  @Test func masksAreWalkedToo() throws {
    let mask = Tensor([[1, 0, 1, 1, 0], [0, 0, 1, 0, 1]])
    let layers: [Layer] = [
      SimpleRNN(3, returnsSequences: true), LSTM(3),
      Bidirectional(GRU(3, returnsSequences: true)),
    ]
    for layer in layers {
      var generator = SeededGenerator(seed: 3)
      layer.build([5, 4], using: &generator)
      let check = try GradientCheck(layer, x, mask: mask)
      #expect(check.agrees, "\(layer.kind): \(check)")
    }
  }

  @Test func layersAreCheckedWhole() throws {
    for (layer, x, shape) in LayerTests.layers() {
      var generator = SeededGenerator(seed: 3)
      layer.build(shape, using: &generator)
      let before = layer.parameters.map(\.tensor)
      let check = try GradientCheck(layer, x)
      #expect(check.agrees, "\(layer.kind): \(check)")
      #expect(layer.parameters.map(\.tensor) == before)
      let steps = x.rank == 3 ? x.shape[1] : 1
      #expect(check.comparisons.count == steps + before.count)
    }
  }

  @Test func aLayersMistakeIsNamed() throws {
    let check = try GradientCheck(HalfLayer(), fill([2, 5, 4]))
    #expect(check.firstWrong?.name == "dL/dx")
    #expect(check.firstWrong?.step == 1)
    let ids = Embedding(words: 7, size: 3)
    var generator = SeededGenerator(seed: 3)
    ids.build([4], using: &generator)
    let inputs = Tensor([[1, 2, 1, 0], [6, 0, 0, 3]])
    #expect(try GradientCheck(ids, inputs, checksInput: false).agrees)
  }
}

/// Doubles its input, but forgets so on the way back through steps 0 and 1.
private final class HalfLayer: Layer {
  override init() {
    super.init()
    var generator = SeededGenerator(seed: 0)
    build([5, 4], using: &generator)
  }
  override func forward(_ x: Tensor) throws(DataError) -> Tensor { 2 * x }
  override func backward(_ gradient: Tensor, at place: Place) -> Tensor {
    Tensor(
      stacking: (0..<5).map { ($0 < 2 ? 1 : 2) * gradient.step($0) }, axis: 1)
  }
}
