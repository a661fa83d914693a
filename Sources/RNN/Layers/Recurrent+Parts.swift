// A batch read by several threads, each its part. Next: Reading.swift.

import Tensors

extension Recurrent {
  /// The parts a large batch is cut into: 32 samples each, or 16 where there
  /// are no more than 32, whatever the number of threads. So the sums are the
  /// same on any number.
  ///
  /// A sample hears nothing of the others: outputs are the same in one part
  /// or in many. Where somebody wants to look at the steps, or hands a state
  /// on, there is one.
  func parts(of shape: Shape) -> [Range<Int>] {
    let batch = shape[0]
    let work = batch * shape[1] * units * C.gates * (units + shape[2])
    let isWhole = keepsSteps || reading.stateful || initialState != nil
    if isWhole || batch < 32 || work < 1 << 20 { return [0..<batch] }
    let size = batch > 32 ? 32 : 16
    return stride(from: 0, to: batch, by: size).map {
      $0..<min($0 + size, batch)
    }
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
    _ x: Tensor, _ mask: Tensor?, _ parts: [Range<Int>], forLooking: Bool
  ) -> [Unroll<C>.Forward] {
    requireReadable(x, mask)
    return inParts(parts) { place, samples in
      part(samples, of: parts).forward(
        steps: x.steps(of: samples), from: start(samples),
        mask: mask.map { $0.rows(samples) },
        zeroOutputForMask: reading.zeroOutputForMask, forLooking: forLooking,
        in: rooms[place])
    }
  }

  /// The outputs alone, where nobody looks at the steps.
  func outputs(
    _ x: Tensor, _ mask: Tensor?, _ parts: [Range<Int>]
  ) -> Tensor {
    requireReadable(x, mask)
    // Nothing is summed over samples here: the larger the parts the better.
    let parts =
      parts.count > 1
      ? sharedParts(of: x.shape[0], multiple: 8, smallest: 16) : parts
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
    if returnsSequences {
      return gradient.steps(of: samples).map { Optional($0) }
    }
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
