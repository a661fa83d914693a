// Arithmetic element by element. Next: Tensor+Functions.swift.

extension Tensor {
  /// The sum, element by element; a missing axis, or one of size 1, is
  /// repeated.
  ///
  /// - Precondition: the shapes fit (`Shape.broadcast`).
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    combined(a, b) { $0 + $1 }
  }

  /// The difference, element by element.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    combined(a, b) { $0 - $1 }
  }

  /// The product, element by element; the matrix product is `matmul`.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    combined(a, b) { $0 * $1 }
  }

  /// The quotient, element by element.
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    combined(a, b) { $0 / $1 }
  }

  public static func + (a: Tensor, b: Scalar) -> Tensor { a.map { $0 + b } }
  public static func - (a: Tensor, b: Scalar) -> Tensor { a.map { $0 - b } }
  public static func * (a: Tensor, b: Scalar) -> Tensor { a.map { $0 * b } }
  public static func / (a: Tensor, b: Scalar) -> Tensor { a.map { $0 / b } }

  public static func + (a: Scalar, b: Tensor) -> Tensor { b.map { a + $0 } }
  public static func - (a: Scalar, b: Tensor) -> Tensor { b.map { a - $0 } }
  public static func * (a: Scalar, b: Tensor) -> Tensor { b.map { a * $0 } }
  public static func / (a: Scalar, b: Tensor) -> Tensor { b.map { a / $0 } }

  /// Every element with its sign changed.
  public static prefix func - (a: Tensor) -> Tensor { a.map { -$0 } }

  public static func += (a: inout Tensor, b: Tensor) {
    a.combine(b) { $0 + $1 }
  }
  public static func -= (a: inout Tensor, b: Tensor) {
    a.combine(b) { $0 - $1 }
  }
  public static func *= (a: inout Tensor, b: Tensor) {
    a.combine(b) { $0 * $1 }
  }
  public static func *= (a: inout Tensor, b: Scalar) { a = a * b }
}

#if !Double
  // A lesson's `let rate = 0.1` is a Double.
  extension Tensor {
    @_disfavoredOverload
    public static func * (a: Swift.Double, b: Tensor) -> Tensor {
      Scalar(a) * b
    }
    @_disfavoredOverload
    public static func * (a: Tensor, b: Swift.Double) -> Tensor {
      a * Scalar(b)
    }
  }
#endif

extension Tensor {
  /// Changes every element by the one of `other` at the same place.
  @inline(__always)
  mutating func combine(
    _ other: Tensor, _ body: (Scalar, Scalar) -> Scalar
  ) {
    guard shape == other.shape else {
      self = combined(self, other, body)
      return
    }
    scalars.withUnsafeMutableBufferPointer { mine in
      other.scalars.withUnsafeBufferPointer { theirs in
        for index in mine.indices {
          mine[index] = body(mine[index], theirs[index])
        }
      }
    }
  }

  /// Changes every element by the one of `other` at the same place.
  ///
  /// - Precondition: both have one shape.
  @inlinable
  public mutating func change(
    by other: Tensor, _ body: (Scalar, Scalar) -> Scalar
  ) {
    require(
      shape == other.shape,
      "expected equal shapes; got \(shape) and \(other.shape)")
    withMutableScalars { mine in
      other.scalars.withUnsafeBufferPointer { theirs in
        for index in mine.indices {
          mine[index] = body(mine[index], theirs[index])
        }
      }
    }
  }

  /// Changes every element, and those of two more tensors at the same place:
  /// for what keeps something per parameter, as optimizers do.
  ///
  /// - Precondition: all have one shape.
  @inlinable
  public mutating func change(
    _ first: inout Tensor, _ second: inout Tensor, by other: Tensor,
    _ body: (inout Scalar, inout Scalar, inout Scalar, Scalar) -> Void
  ) {
    require(
      shape == first.shape && shape == second.shape && shape == other.shape,
      "expected four equal shapes; got \(shape), \(first.shape), "
        + "\(second.shape) and \(other.shape)")
    withMutableScalars { mine in
      first.withMutableScalars { first in
        second.withMutableScalars { second in
          other.scalars.withUnsafeBufferPointer { theirs in
            for index in mine.indices {
              body(
                &mine[index], &first[index], &second[index], theirs[index])
            }
          }
        }
      }
    }
  }

  /// All scalars, to be changed in place.
  public mutating func withMutableScalars(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Void
  ) {
    scalars.withUnsafeMutableBufferPointer { body($0) }
  }
}

@inline(__always)
private func combined(
  _ a: Tensor, _ b: Tensor, _ body: (Scalar, Scalar) -> Scalar
) -> Tensor {
  if a.shape == b.shape {
    return Tensor(
      a.count == 0
        ? []
        : [Scalar](unsafeUninitializedCapacity: a.count) { result, count in
          a.scalars.withUnsafeBufferPointer { a in
            b.scalars.withUnsafeBufferPointer { b in
              for index in a.indices {
                (result.baseAddress! + index).initialize(
                  to: body(a[index], b[index]))
              }
            }
          }
          count = a.count
        }, shape: a.shape)
  }
  guard let shape = Shape.broadcast(a.shape, b.shape) else {
    stop(misfit(a.shape, b.shape))
  }
  return broadcasting(a, b, to: shape, body)
}

@inline(__always)
private func broadcasting(
  _ a: Tensor, _ b: Tensor, to shape: Shape,
  _ body: (Scalar, Scalar) -> Scalar
) -> Tensor {
  // How far to go in each operand for one step along an axis of the result:
  // not at all where it is repeated.
  let aStrides = strides(of: a.shape, in: shape)
  let bStrides = strides(of: b.shape, in: shape)
  let width = shape.rank > 0 ? shape[-1] : 1
  let aStep = aStrides.last ?? 0
  let bStep = bStrides.last ?? 0
  var result: [Scalar] = []
  result.reserveCapacity(shape.count)
  var position = [Int](repeating: 0, count: shape.rank)
  while result.count < shape.count {
    var aStart = 0
    var bStart = 0
    for axis in 0..<Swift.max(shape.rank - 1, 0) {
      aStart += position[axis] * aStrides[axis]
      bStart += position[axis] * bStrides[axis]
    }
    for index in 0..<width {
      result.append(
        body(
          a.scalars[aStart + index * aStep],
          b.scalars[bStart + index * bStep]))
    }
    var axis = shape.rank - 2
    while axis >= 0 {
      position[axis] += 1
      if position[axis] < shape.sizes[axis] { break }
      position[axis] = 0
      axis -= 1
    }
  }
  return Tensor(result, shape: shape)
}

private func strides(of small: Shape, in shape: Shape) -> [Int] {
  var strides = [Int](repeating: 0, count: shape.rank)
  var stride = 1
  for back in 1..<(small.rank + 1) {
    let size = small.sizes[small.rank - back]
    strides[shape.rank - back] = size == 1 ? 0 : stride
    stride *= size
  }
  return strides
}

/// The words for two shapes that do not fit.
private func misfit(_ a: Shape, _ b: Shape) -> String {
  var words = "expected shapes that fit; got \(a) and \(b)"
  for back in 1..<(Swift.min(a.rank, b.rank) + 1) {
    let (left, right) = (a[-back], b[-back])
    if left != right && left != 1 && right != 1 {
      words += ": sizes \(left) and \(right) at axis -\(back)"
      break
    }
  }
  return words
}
