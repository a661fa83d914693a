// What loops of many steps write to, batch after batch. Next: Unroll.swift.

import Tensors

/// Room for the traces and deltas of a loop, kept from one batch to the next:
/// to ask the system for new memory takes longer than to compute what goes in.
final class Room<C: Cell> {
  private var traces: (room: [C.Trace], batch: Int) = ([], 0)
  private var deltas: (room: [C.Delta], batch: Int) = ([], 0)

  init() {}

  /// Traces to be written over; whoever takes them has them alone.
  ///
  /// - Parameter forLooking: whether they have room for what only somebody
  ///   who looks at them needs.
  func takeTraces(
    _ count: Int, batch: Int, forLooking: Bool, for cell: C
  ) -> [C.Trace] {
    let old = traces
    traces = ([], 0)
    if !forLooking && old.room.count == count && old.batch == batch {
      return old.room
    }
    return cell.emptyTraces(count, batch: batch, forLooking: forLooking)
  }

  /// Deltas to be written over; whoever takes them has them alone.
  func takeDeltas(_ count: Int, batch: Int, for cell: C) -> [C.Delta] {
    let old = deltas
    deltas = ([], 0)
    if old.room.count == count && old.batch == batch { return old.room }
    return cell.emptyDeltas(count, batch: batch)
  }

  /// Gets traces back that are no longer needed.
  func keep(_ traces: [C.Trace], batch: Int) {
    self.traces = (traces, batch)
    for time in traces.indices { self.traces.room[time].letGo() }
  }

  /// Gets deltas back that are no longer needed.
  func keep(_ deltas: [C.Delta], batch: Int) { self.deltas = (deltas, batch) }
}
