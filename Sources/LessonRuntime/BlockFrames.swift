// The calls the engine writes around a lesson's blocks. A lesson itself never
// makes them.

import CShims
import Frames

/// A block of the lesson begins.
public func _begin(_ block: Int) {
  Channel.write(.begin(block: block, at: Channel.mark))
}

/// A block came to its end.
public func _end(_ block: Int) {
  Channel.write(.end(block: block, at: Channel.mark))
}

#if !hasFeature(Embedded)
  /// Runs a block that must stop the program, in a copy of the program made
  /// at this point, so that the lesson goes on afterwards as if the block had
  /// not been there.
  ///
  /// A copy that comes to the end of `body` says so by the block's `end`. An
  /// error that nobody catches stops the program, as it would outside.
  public func _traps(_ block: Int, _ body: () throws -> Void) {
    _begin(block)
    let copy = unrolled_fork()
    if copy < 0 { fatalError("the system has no room for one more process") }
    if copy == 0 {
      do { try body() } catch { fatalError("uncaught: \(error)") }
      _end(block)
      unrolled_exit(0)
    }
    let status = Int(unrolled_wait(copy))
    Channel.write(.stopped(block: block, status: status, at: Channel.mark))
  }
#endif
