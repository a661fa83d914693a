// Work shared among threads.

import CShims

/// Calls `body` with 0 ..< `count`, each on any thread, and waits for all.
///
/// No call may depend on another, and what each computes must not depend on
/// how many there are: then the results are the same on any number of threads.
/// Within such a call, and on WebAssembly, one follows the other.
///
/// A rule that is broken here stops the program on a thread that knows
/// nothing of the lesson's line: check what can be wrong before.
public func inParallel(_ count: Int, _ body: (Int) -> Void) {
  #if arch(wasm32)
    for index in 0..<count { body(index) }
  #else
    guard count > 1 else {
      if count == 1 { body(0) }
      return
    }
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        unrolled_in_parallel(
          Int32(count), UnsafeMutableRawPointer(mutating: pointer)
        ) { context, index in
          context!.assumingMemoryBound(to: ((Int) -> Void).self)
            .pointee(Int(index))
        }
      }
    }
  #endif
}

/// How many threads share the work: as many as the machine has processors,
/// or as the variable `UNROLLED_THREADS` of the environment says.
public var threadCount: Int {
  #if arch(wasm32)
    1
  #else
    Int(unrolled_thread_count())
  #endif
}

/// Cuts `0 ..< count` into a part for each thread, each but the last a
/// multiple of `multiple`; one part where there is too little to share.
///
/// - Parameter smallest: no part is smaller than that.
public func sharedParts(
  of count: Int, multiple: Int = 1, smallest: Int = 1
) -> [Range<Int>] {
  let limit = max(1, count / max(smallest, 1))
  let parts = max(1, min(threadCount, limit))
  let share = (count + parts - 1) / parts
  let size = (share + multiple - 1) / multiple * multiple
  var ranges: [Range<Int>] = []
  for first in stride(from: 0, to: count, by: max(size, 1)) {
    ranges.append(first..<min(first + size, count))
  }
  return ranges
}
