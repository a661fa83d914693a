// A cell, or a loop over it, held against differences, step by step.
// Next: GradientCheck+Layer.swift.

import Tensors

extension GradientCheck {
  /// A cell's backward pass, through a short sequence of random numbers.
  ///
  ///     print(GradientCheck(cell))
  ///
  /// - Parameters:
  ///   - cell: any cell.
  ///   - steps: how long the sequence is.
  ///   - batch: how many of them there are.
  ///   - seed: decides about inputs, the first state and the loss.
  public init<C: Cell>(
    _ cell: C, steps: Int = 3, batch: Int = 2, seed: UInt64 = 0,
    tolerance: Swift.Double = GradientCheck.tolerance
  ) where C.State: TensorState {
    let sample = Sample(cell, steps: steps, batch: batch, seed: seed)
    self.init(
      cell, sample.x, from: sample.state, dOutputs: sample.dOutputs,
      tolerance: tolerance)
  }

  /// A cell's backward pass, through these sequences.
  ///
  /// The loss is the sum of all outputs, each times its number in
  /// `dOutputs`: that is then its gradient.
  ///
  /// - Parameters:
  ///   - cell: any cell.
  ///   - x: the sequences, `[B, T, D]`.
  ///   - state: the state before the first step.
  ///   - dOutputs: dL/doutputs, `[B, T, U]`.
  public init<C: Cell>(
    _ cell: C, _ x: Tensor, from state: C.State, dOutputs: Tensor,
    tolerance: Swift.Double = GradientCheck.tolerance
  ) where C.State: TensorState {
    let unroll = Unroll(cell)
    self.init(
      cell, x, from: state, dOutputs: dOutputs, tolerance: tolerance
    ) { pass in
      BackwardClaims(
        unroll.backward(pass, dOutputs: dOutputs, keepsSteps: true))
    }
  }

  /// A loop backward of one's own.
  ///
  ///     GradientCheck(cell, x, from: state, dOutputs: dOutputs) { pass in
  ///       var dx: [Tensor] = []
  ///       for trace in pass.traces.reversed() { … }
  ///       return BackwardClaims(dx: Tensor(stacking: dx, axis: 1))
  ///     }
  ///
  /// - Parameter backward: what the loop makes of a forward pass.
  public init<C: Cell>(
    _ cell: C, _ x: Tensor, from state: C.State, dOutputs: Tensor,
    tolerance: Swift.Double = GradientCheck.tolerance,
    backward: (Unroll<C>.Forward) -> BackwardClaims
  ) where C.State: TensorState {
    let replay = Replay(cell, x, from: state, dOutputs: dOutputs)
    let claims = backward(replay.pass)
    let steps = replay.pass.traces.count
    require(
      claims.steps.count == steps || claims.steps.isEmpty,
      "expected claims for \(steps) steps; got \(claims.steps.count)")
    self.init(tolerance: tolerance, steps: steps)
    for time in claims.steps.indices.reversed() {
      for claim in claims.steps[time] { compare(claim, at: time, replay) }
    }
    for claim in claims.sums {
      let slopes = replay.slopes(of: claim.name)
      keep(claim.name, claim.tensor, slopes, noise: replay.noise)
    }
  }

  private mutating func compare<C: Cell>(
    _ claim: NamedTensor, at time: Int, _ replay: Replay<C>
  ) where C.State: TensorState {
    let slopes = replay.slopes(of: claim.name, at: time)
    keep(
      claim.name, step: time, claim.tensor, slopes, noise: replay.noise)
  }
}

/// Random sequences for a cell, from a random state, and a random loss.
struct Sample<C: Cell> where C.State: TensorState {
  let x: Tensor
  var state: C.State
  let dOutputs: Tensor

  init(_ cell: C, steps: Int, batch: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func numbers(_ shape: Shape) -> Tensor {
      .uniform(shape, in: -1...1, using: &generator)
    }
    x = numbers([batch, steps, cell.inputSize])
    dOutputs = numbers([batch, steps, cell.units])
    state = cell.zeroState(batch: batch)
    // A state of zeros would hide what is wrong with its kernel.
    state.visit { _, tensor in tensor = numbers(tensor.shape) }
  }
}
