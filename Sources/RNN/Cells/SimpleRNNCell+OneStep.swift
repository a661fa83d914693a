// One step of the simple cell alone. Next: Unroll/Unroll.swift, or
// LSTMCell.swift.

import Tensors

extension SimpleRNNCell {
  /// The kernels as the steps forward use them.
  public var kernels: CellKernels {
    CellKernels(
      parameters.bias, parameters.kernel, parameters.recurrentKernel, dropout)
  }

  /// The kernels as the steps backward use them.
  public var transposedKernels: CellKernels {
    CellKernels(
      transposing: parameters.kernel, parameters.recurrentKernel, dropout)
  }

  /// Room for what so many steps compute.
  public func emptyTraces(
    _ count: Int, batch: Int, forLooking: Bool = true
  ) -> [Trace] {
    (0..<count).map { _ in
      Trace(
        x: .zeros([batch, 0]), previous: .zeros([batch, 0]),
        a: .zeros([batch, forLooking ? units : 0]),
        h: .zeros([batch, units]),
        dropout: dropout)
    }
  }

  /// Room for dL/da of so many steps.
  public func emptyDeltas(_ count: Int, batch: Int) -> [Tensor] {
    (0..<count).map { _ in .zeros([batch, units]) }
  }

  /// One step: `h = activation(x · W + b + previous · U)`.
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
    var da = Tensor.zeros(dh.shape)
    let transposed = transposedKernels
    backward(trace, dState: &dPrevious, transposed, into: &da)
    var share = parameters.zeros
    addShares(of: [trace], [da], to: &share)
    var dx = Tensor.zeros([dh.shape[0], 1, inputSize])
    setInputGradient(trace, da, transposed, in: &dx, at: 0)
    return StepGradient(
      trace: trace, dh: dh, da: da,
      dx: dx.step(0), dPrevious: dPrevious,
      share: share)
  }

  /// The same step backward, from dL/dstate `[B, U]`: here the state is the
  /// output.
  public func backward(_ trace: Trace, dState: Tensor) -> StepGradient {
    backward(trace, dh: dState)
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
