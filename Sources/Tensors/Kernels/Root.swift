// Where square roots come from.

import CShims

#if canImport(Glibc)
  // Elsewhere `squareRoot()` is called still, and for what it says of negative
  // numbers the compiler may call C's `sqrtf`. This import makes every
  // program that uses tensors link C's mathematics.
  import Glibc
#endif

/// The square root of a scalar, as `x.squareRoot()` has it.
///
/// In a loop, the roots of many scalars are taken at once.
@inlinable @inline(__always)
public func squareRoot(_ x: Scalar) -> Scalar {
  #if Double
    unrolled_wide_root(x)
  #else
    unrolled_root(x)
  #endif
}

/// The square root of every lane.
@inlinable @inline(__always)
public func squareRoot(_ x: Lanes) -> Lanes {
  var roots = x
  for lane in 0..<Lanes.scalarCount { roots[lane] = squareRoot(x[lane]) }
  return roots
}
