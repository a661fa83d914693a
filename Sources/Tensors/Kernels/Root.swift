// Where square roots come from.

#if canImport(Glibc)
  // `squareRoot()` is an instruction, but for what it says of negative
  // numbers the compiler may call C's `sqrtf`. This import makes every
  // program that uses tensors link C's mathematics.
  import Glibc
#endif

/// The square root of a scalar.
@inline(__always)
func squareRoot(_ x: Scalar) -> Scalar { x.squareRoot() }
