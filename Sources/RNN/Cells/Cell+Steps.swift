// Loops over a cell that says no more than what one step is.
// Next: CellKernels.swift.

import Tensors

/// For a cell whose kernels need not be laid out.
public struct NoKernels {
  /// Nothing.
  public init() {}
}

extension Cell {
  /// Any traces will do: each is replaced by the one a step makes.
  public func emptyTraces(
    _ count: Int, batch: Int, forLooking: Bool
  ) -> [Trace] {
    let any = step(.zeros([batch, inputSize]), from: zeroState(batch: batch))
    return Array(repeating: any, count: count)
  }
}

extension Cell where Kernels == NoKernels {
  /// Nothing is laid out.
  public var kernels: NoKernels { NoKernels() }
  /// Nothing is laid out.
  public var transposedKernels: NoKernels { NoKernels() }

  /// One step, in the place of a trace.
  public func step(
    _ x: Tensor, from state: State, _ kernels: NoKernels,
    into trace: inout Trace
  ) {
    trace = step(x, from: state)
  }
}

extension Cell where Kernels == NoKernels, Delta == StepGradient {
  /// Any deltas will do: each is replaced by the one a step makes.
  public func emptyDeltas(_ count: Int, batch: Int) -> [StepGradient] {
    let any = backward(
      emptyTraces(1, batch: batch, forLooking: false)[0],
      dState: zeroState(batch: batch))
    return Array(repeating: any, count: count)
  }

  /// The same step backward, in the place of dL/dstate and of a delta.
  public func backward(
    _ trace: Trace, dState: inout State, _ transposed: NoKernels,
    into delta: inout StepGradient
  ) {
    delta = backward(trace, dState: dState)
    dState = delta.dPrevious
  }

  /// Adds every step's share.
  public func addShares(
    of traces: [Trace], _ deltas: ArraySlice<StepGradient>,
    to sums: inout Parameters
  ) {
    for delta in deltas { sums += delta.share }
  }

  /// Writes a step's dL/dx to its place.
  public func setInputGradient(
    _ trace: Trace, _ delta: StepGradient, _ transposed: NoKernels,
    in dx: inout Tensor, at time: Int
  ) {
    dx.setStep(time, to: delta.dx)
  }
}
