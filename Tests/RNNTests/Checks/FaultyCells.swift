// Cells and loops with a mistake in them, for the check to find.

import RNN
import Tensors

/// A simple cell whose way back may have a mistake.
struct FaultyCell: Cell {
  enum Fault { case none, transposedKernel, missingBias, slopeOfInput }

  typealias Parameters = SimpleRNNCell.Parameters
  typealias Trace = SimpleRNNCell.Trace

  struct StepGradient: CellStepGradient {
    let dx: Tensor
    let dPrevious: Tensor
    let share: Parameters
    var named: [NamedTensor] { [NamedTensor("dL/dx", dx)] }
  }

  var right: SimpleRNNCell
  let fault: Fault

  var parameters: Parameters {
    get { right.parameters }
    set { right.parameters = newValue }
  }
  var inputSize: Int { right.inputSize }
  var units: Int { right.units }
  static var layerName: String { "Faulty" }

  func zeroState(batch: Int) -> Tensor { right.zeroState(batch: batch) }

  func step(_ x: Tensor, from previous: Tensor) -> Trace {
    right.step(x, from: previous)
  }

  func backward(_ trace: Trace, dState: Tensor) -> StepGradient {
    let step = right.backward(trace, dh: dState)
    var share = step.share
    var dPrevious = step.dPrevious
    var dx = step.dx
    switch fault {
    case .none: break
    case .transposedKernel:
      dPrevious = matmul(step.da, parameters.recurrentKernel)
    case .missingBias: share.bias = .zeros(share.bias.shape)
    case .slopeOfInput: dx = matmul(dState, transposed: parameters.kernel)
    }
    return StepGradient(dx: dx, dPrevious: dPrevious, share: share)
  }

  func add(_ outputGradient: Tensor, to dState: inout Tensor) {
    dState += outputGradient
  }
}

/// `r = σ(x · Wr + h₀ · Ur)`, `h = tanh(x · W + (r ⊙ h₀) · U)`: a gate, and a
/// state of two parts, since it also hands on the sum of its outputs.
struct GatedCell: Cell {
  struct Parameters: ParameterSet {
    var kernel: Tensor
    var recurrentKernel: Tensor
    var gateKernel: Tensor
    var gateRecurrentKernel: Tensor

    mutating func visit(
      _ other: Self, _ body: (String, inout Tensor, Tensor) -> Void
    ) {
      body("kernel", &kernel, other.kernel)
      body("recurrent_kernel", &recurrentKernel, other.recurrentKernel)
      body("gate_kernel", &gateKernel, other.gateKernel)
      body(
        "gate_recurrent_kernel", &gateRecurrentKernel,
        other.gateRecurrentKernel)
    }
  }

  struct State: TensorState {
    var h: Tensor
    var sum: Tensor

    mutating func visit(_ body: (String, inout Tensor) -> Void) {
      body("h", &h)
      body("sum", &sum)
    }
  }

  struct Trace: CellTrace {
    let x, r, h: Tensor
    let previous, state: State
    var named: [NamedTensor] { [NamedTensor("r", r), NamedTensor("h", h)] }
  }

  struct StepGradient: CellStepGradient {
    let dx: Tensor
    let dPrevious: State
    let share: Parameters
    var named: [NamedTensor] { [NamedTensor("dL/dx", dx)] }
  }

  enum Fault { case none, forgottenGate, forgottenGatePath, lostSum }

  var parameters: Parameters
  let fault: Fault
  var inputSize: Int { parameters.kernel.shape[0] }
  var units: Int { parameters.kernel.shape[1] }
  static var layerName: String { "Gated" }

  func zeroState(batch: Int) -> State {
    State(h: .zeros([batch, units]), sum: .zeros([batch, units]))
  }

  func step(_ x: Tensor, from previous: State) -> Trace {
    let p = parameters
    let r = sigmoid(
      matmul(x, p.gateKernel) + matmul(previous.h, p.gateRecurrentKernel))
    let h =
      tanh(matmul(x, p.kernel) + matmul(r * previous.h, p.recurrentKernel))
      + 0.1 * previous.sum
    return Trace(
      x: x, r: r, h: h, previous: previous,
      state: State(h: h, sum: previous.sum + h))
  }

  func backward(_ trace: Trace, dState: State) -> StepGradient {
    let p = parameters
    let (r, h₀) = (trace.r, trace.previous.h)
    let dh = dState.h + dState.sum
    let y = trace.h - 0.1 * trace.previous.sum
    let da = dh * (1 - y * y)
    let dReset = matmul(da, transposed: p.recurrentKernel)
    let dr = dReset * h₀ * r * (1 - r)
    let read = fault == .forgottenGate ? h₀ : r * h₀
    var dPrevious = dReset * r
    if fault != .forgottenGatePath {
      dPrevious += matmul(dr, transposed: p.gateRecurrentKernel)
    }
    var dSum = dState.sum
    if fault != .lostSum { dSum += 0.1 * dh }
    return StepGradient(
      dx: matmul(da, transposed: p.kernel)
        + matmul(dr, transposed: p.gateKernel),
      dPrevious: State(h: dPrevious, sum: dSum),
      share: Parameters(
        kernel: matmul(transposed: trace.x, da),
        recurrentKernel: matmul(transposed: read, da),
        gateKernel: matmul(transposed: trace.x, dr),
        gateRecurrentKernel: matmul(transposed: h₀, dr)))
  }

  func add(_ outputGradient: Tensor, to dState: inout State) {
    dState.h += outputGradient
  }
}

/// A loop backward over a simple cell, written out, with a mistake in it.
struct FaultyLoop {
  enum Fault { case none, noCarry, lateOutput, latePrevious, directInput }

  let cell: SimpleRNNCell
  let dOutputs: Tensor
  let fault: Fault

  func callAsFunction(
    _ pass: Unroll<SimpleRNNCell>.Forward
  ) -> BackwardClaims {
    let p = cell.parameters
    var dh = cell.zeroState(batch: pass.last.shape[0])
    var steps: [[NamedTensor]] = []
    for time in pass.traces.indices.reversed() {
      let trace = pass.traces[time]
      let direct = dOutputs.step(
        fault == .lateOutput ? max(0, time - 1) : time)
      dh = fault == .noCarry ? direct : dh + direct
      let slope = 1 - trace.h * trace.h
      let da = dh * slope
      let read = fault == .latePrevious ? trace.h : trace.previous
      // A teaching library takes only the output's own gradient here.
      let dInput = fault == .directInput ? direct * slope : da
      steps.append([
        NamedTensor("dL/dx", matmul(dInput, transposed: p.kernel)),
        NamedTensor("kernel", matmul(transposed: trace.x, da)),
        NamedTensor("recurrent_kernel", matmul(transposed: read, da)),
        NamedTensor("bias", da.sum(axis: 0)),
      ])
      dh = matmul(da, transposed: p.recurrentKernel)
    }
    return BackwardClaims(steps: steps.reversed())
  }
}
