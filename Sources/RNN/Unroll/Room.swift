// What loops of many steps write to, batch after batch. Next: Unroll.swift.

import Tensors

/// Room for the traces and deltas of a loop, kept from one batch to the next:
/// to ask the system for new memory takes longer than to compute what goes in.
final class Room<C: Cell> {
  private var traces: [C.Trace] = []
  private var deltas: [C.Delta] = []
  private var batch = 0

  init() {}

  /// Traces to be written over; whoever takes them has them alone.
  func takeTraces(_ count: Int, batch: Int, for cell: C) -> [C.Trace] {
    let old = traces
    traces = []
    if old.count == count && self.batch == batch { return old }
    return cell.emptyTraces(count, batch: batch)
  }

  /// Deltas to be written over; whoever takes them has them alone.
  func takeDeltas(_ count: Int, batch: Int, for cell: C) -> [C.Delta] {
    let old = deltas
    deltas = []
    if old.count == count && self.batch == batch { return old }
    return cell.emptyDeltas(count, batch: batch)
  }

  /// Gets back what is no longer needed.
  func keep(_ traces: [C.Trace], _ deltas: [C.Delta], batch: Int) {
    self.traces = traces
    self.deltas = deltas
    self.batch = batch
  }
}
