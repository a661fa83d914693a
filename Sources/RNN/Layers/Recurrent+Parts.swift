// A batch read by several threads, each its part. Next: Reading.swift.

import Tensors

extension Recurrent {
  /// Parts of a batch `[B, T, D]` that are worth a thread of their own.
  ///
  /// A sample hears nothing of the others: the numbers are the same in one
  /// part or in many. Where somebody wants to look at the steps, or hands a
  /// state on, there is one.
  func parts(of shape: Shape) -> [Range<Int>] {
    if keepsSteps || reading.stateful || initialState != nil {
      return [0..<shape[0]]
    }
    let work = shape[1] * units * C.gates * (units + shape[2])
    let smallest = max(16, (1 << 20) / max(work, 1))
    return sharedParts(of: shape[0], multiple: 8, smallest: smallest)
  }

  /// What `body` makes of each part, on any threads.
  func inParts<Result>(
    _ parts: [Range<Int>], _ body: (Int, Range<Int>) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: parts.count)
    results.withUnsafeMutableBufferPointer { results in
      let start = results.baseAddress!
      inParallel(parts.count) { start[$0] = body($0, parts[$0]) }
    }
    return results.map { $0! }
  }

  /// The time loop, for each part of the samples.
  func passes(
    _ x: Tensor, _ mask: Tensor?, _ parts: [Range<Int>]
  ) -> [Unroll<C>.Forward] {
    requireReadable(x, mask)
    return inParts(parts) { place, samples in
      part(samples, of: parts).forward(
        steps: x.steps(of: samples), from: start(samples),
        mask: mask.map { $0.rows(samples) },
        zeroOutputForMask: reading.zeroOutputForMask, in: rooms[place])
    }
  }

  /// The outputs alone, where nobody looks at the steps.
  func outputs(
    _ x: Tensor, _ mask: Tensor?, _ parts: [Range<Int>]
  ) -> Tensor {
    requireReadable(x, mask)
    let outputs = inParts(parts) { _, samples in
      part(samples, of: parts).outputs(
        steps: x.steps(of: samples), from: start(samples),
        mask: mask.map { $0.rows(samples) },
        zeroOutputForMask: reading.zeroOutputForMask,
        onlyLast: !returnsSequences)
    }
    return returnsSequences
      ? Tensor(steps: outputs) : Tensor(joiningRows: outputs.map { $0[0] })
  }

  /// dL/doutput of every step, for some samples.
  func dOutputs(
    _ gradient: Tensor, _ pass: Unroll<C>.Forward, _ samples: Range<Int>
  ) -> [Tensor?] {
    if returnsSequences { return gradient.steps(of: samples) }
    var dOutputs = [Tensor?](repeating: nil, count: pass.traces.count)
    dOutputs[dOutputs.count - 1] = gradient.rows(samples)
    return dOutputs
  }

  private func requireReadable(_ x: Tensor, _ mask: Tensor?) {
    unroll!.requireSequence(x, mask)
    if let initialState {
      unroll!.requireState(initialState, batch: x.shape[0])
    }
  }

  /// The loop for some samples, with what is dropped of them.
  private func part(
    _ samples: Range<Int>, of parts: [Range<Int>]
  ) -> Unroll<C> {
    var unroll = unroll!
    if parts.count > 1 {
      unroll.cell.dropout = unroll.cell.dropout.samples(samples)
    }
    return unroll
  }

  private func start(_ samples: Range<Int>) -> C.State {
    initialState ?? unroll!.cell.zeroState(batch: samples.count)
  }
}
