// A sequence walked again with one number moved. It serves
// GradientCheck+Cell.swift.

import Tensors

/// The rest of a sequence, from any step on, with something moved there.
///
/// What a step's input, state or parameters do to the loss, they do from that
/// step on: nothing before it has to be walked again.
struct Replay<C: Cell> where C.State: TensorState {
  /// The sequence walked as it is.
  let pass: Unroll<C>.Forward
  /// What rounding alone may do to a slope.
  let noise: Scalar
  private let cell: C
  private let start: C.State
  private let inputs: [Tensor]
  private let dOutputs: [Tensor]

  init(_ cell: C, _ x: Tensor, from state: C.State, dOutputs: Tensor) {
    self.cell = cell
    start = state
    pass = Unroll(cell).forward(x, from: state)
    let outputs = pass.outputs.shape
    require(
      dOutputs.shape == outputs,
      "expected gradients \(outputs), as the outputs; got \(dOutputs.shape)")
    inputs = pass.traces.indices.map { x.step($0) }
    self.dOutputs = pass.traces.indices.map { dOutputs.step($0) }
    noise = GradientCheck.noise(of: abs(pass.outputs * dOutputs).sum())
  }

  /// The slopes of the loss along what is called so at a step.
  func slopes(of name: String, at time: Int) -> Tensor {
    if name == "dL/dx" {
      return centralDifferences(at: inputs[time]) {
        loss(from: time, input: $0)
      }
    }
    let state = self.state(before: time)
    for (place, part) in state.parts.enumerated()
    where previousName(part.name) == name {
      return centralDifferences(at: part.tensor) {
        loss(from: time, state: state.replacing(place, with: $0))
      }
    }
    for (place, item) in cell.parameters.named.enumerated()
    where item.name == name {
      return centralDifferences(at: item.tensor) {
        var changed = cell
        changed.parameters = cell.parameters.replacing(place, with: $0)
        return loss(from: time, cell: changed)
      }
    }
    stop("expected the gradient of " + names + "; got " + name)
  }

  /// The slopes along a parameter, moved at all steps together: the sum of
  /// the steps' slopes.
  func slopes(of name: String) -> Tensor {
    var sum = slopes(of: name, at: 0)
    for time in inputs.indices.dropFirst() {
      sum += slopes(of: name, at: time)
    }
    return sum
  }

  // MARK: -

  /// The loss from a step on, with something else there, and only there.
  private func loss(
    from time: Int, input: Tensor? = nil, state: C.State? = nil,
    cell changed: C? = nil
  ) -> Scalar {
    var trace = (changed ?? cell).step(
      input ?? inputs[time], from: state ?? self.state(before: time))
    var sum = (trace.h * dOutputs[time]).sum()
    for later in inputs.indices.dropFirst(time + 1) {
      trace = cell.step(inputs[later], from: trace.state)
      sum += (trace.h * dOutputs[later]).sum()
    }
    return sum
  }

  private func state(before time: Int) -> C.State {
    time == 0 ? start : pass.traces[time - 1].state
  }

  private var names: String {
    var text = "dL/dx"
    for part in start.parts { text += ", " + previousName(part.name) }
    for item in cell.parameters.named { text += ", " + item.name }
    return text
  }
}
