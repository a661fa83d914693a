// One step of the GRU alone. Next: Unroll/Unroll.swift.

import Tensors

extension GRUCell {
  /// The kernels, laid out for loops of many steps.
  public struct Kernels: Sendable {
    /// Those beside the input, and beside the previous output; where the
    /// reset comes before, without the candidate's.
    var both: CellKernels
    /// What the products with the previous output start from.
    var recurrentBias = Tensor.zeros([0])
    /// The candidate's kernel beside the reset output; none where the reset
    /// comes after.
    var candidate: [PackedMatrix] = []

    var bias: Tensor { both.bias }
    var input: [PackedMatrix] { both.input }
    var recurrent: [PackedMatrix] { both.recurrent }
  }

  /// The kernels as the steps forward use them.
  public var kernels: Kernels {
    let (bias, kernel) = (parameters.bias, parameters.kernel)
    let dropout = CellDropout(input: dropout.input, recurrent: gateDropout)
    if resetAfter {
      return Kernels(
        both: CellKernels(
          bias.row(0), kernel, parameters.recurrentKernel, dropout),
        recurrentBias: bias.row(1))
    }
    return Kernels(
      both: CellKernels(bias, kernel, gateKernel, dropout),
      recurrentBias: .zeros([2 * units]),
      candidate: [PackedMatrix(candidateKernel)])
  }

  /// The kernels as the steps backward use them.
  public var transposedKernels: Kernels {
    let dropout = CellDropout(input: dropout.input, recurrent: gateDropout)
    if resetAfter {
      return Kernels(
        both: CellKernels(
          transposing: parameters.kernel, parameters.recurrentKernel, dropout))
    }
    return Kernels(
      both: CellKernels(
        transposing: parameters.kernel, gateKernel, dropout),
      candidate: [PackedMatrix(transposing: candidateKernel)])
  }

  /// Room for what so many steps compute.
  public func emptyTraces(
    _ count: Int, batch: Int, forLooking: Bool = true
  ) -> [Trace] {
    let none = Tensor.zeros([batch, 0])
    func room(_ parts: Int = 1) -> Tensor { .zeros([batch, parts * units]) }
    return (0..<count).map { _ in
      Trace(
        x: none, previous: none, a: room(forLooking ? 3 : 0), gates: room(3),
        fromState: room(resetAfter ? 3 : 2), reset: resetAfter ? none : room(),
        h: room(), dropout: dropout)
    }
  }

  /// Room for the deltas of so many steps.
  public func emptyDeltas(_ count: Int, batch: Int) -> [Delta] {
    func room(_ parts: Int = 1) -> Tensor { .zeros([batch, parts * units]) }
    return (0..<count).map { _ in
      Delta(
        da: room(3), dProduct: room(resetAfter ? 3 : 2),
        dReset: room(resetAfter ? 0 : 1))
    }
  }

  /// One step: old and new are mixed, the new having seen part of the old.
  ///
  /// - Parameters:
  ///   - x: the input, `[B, D]`.
  ///   - previous: the output of the step before, `[B, U]`.
  public func step(_ x: Tensor, from previous: Tensor) -> Trace {
    requireStep(x, previous)
    var trace = emptyTraces(1, batch: x.shape[0])[0]
    step(x, from: previous, kernels, into: &trace)
    return trace
  }

  /// The same step backward, from dL/dh `[B, U]`.
  public func backward(_ trace: Trace, dh: Tensor) -> StepGradient {
    var dPrevious = dh
    var delta = emptyDeltas(1, batch: dh.shape[0])[0]
    let transposed = transposedKernels
    backward(trace, dState: &dPrevious, transposed, into: &delta)
    var share = parameters.zeros
    addShares(of: [trace], [delta], to: &share)
    var dx = Tensor.zeros([dh.shape[0], 1, inputSize])
    setInputGradient(trace, delta, transposed, in: &dx, at: 0)
    return StepGradient(
      trace: trace, dh: dh, da: delta.da,
      dHeard: resetAfter ? delta.dProduct.part(2, of: 3) : delta.dReset,
      dx: dx.step(0), dPrevious: dPrevious,
      share: share)
  }

  /// The same step backward, from dL/dstate `[B, U]`: here the state is the
  /// output.
  public func backward(_ trace: Trace, dState: Tensor) -> StepGradient {
    backward(trace, dh: dState)
  }

  /// What is dropped beside the kernel of all gates, or of two where the
  /// candidate has to wait for the reset.
  var gateDropout: DropoutMask {
    resetAfter ? dropout.recurrent : dropout.recurrent.first(2)
  }

  /// The recurrent kernel of both gates, `[U, 2U]`.
  private var gateKernel: Tensor {
    parameters.recurrentKernel.columns(0..<2 * units)
  }

  /// The recurrent kernel of the candidate, `[U, U]`.
  private var candidateKernel: Tensor {
    parameters.recurrentKernel.part(2, of: 3)
  }

  private func requireStep(_ x: Tensor, _ previous: Tensor) {
    require(
      x.rank == 2 && x.shape[1] == inputSize,
      "expected an input [batch, \(inputSize)]; got \(x.shape)")
    require(
      previous.shape == [x.shape[0], units],
      "expected a state [\(x.shape[0]), \(units)] for the input "
        + "\(x.shape); got \(previous.shape)")
  }
}

extension GRUCell.Trace {
  /// What was dropped beside the kernel of all gates, or of two.
  var gateDropout: DropoutMask {
    reset.count == 0 ? dropout.recurrent : dropout.recurrent.first(2)
  }
}
