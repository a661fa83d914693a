// Arithmetic element by element. Next: Tensor+Broadcasting.swift,
// Tensor+Changes.swift, then Tensor+Functions.swift.

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

  /// Every element plus a number; the shape stays.
  public static func + (a: Tensor, b: Scalar) -> Tensor { a.map { $0 + b } }
  /// Every element minus a number; the shape stays.
  public static func - (a: Tensor, b: Scalar) -> Tensor { a.map { $0 - b } }
  /// Every element times a number; the shape stays.
  public static func * (a: Tensor, b: Scalar) -> Tensor { a.map { $0 * b } }
  /// Every element divided by a number; the shape stays.
  public static func / (a: Tensor, b: Scalar) -> Tensor { a.map { $0 / b } }

  /// A number plus every element; the shape stays.
  public static func + (a: Scalar, b: Tensor) -> Tensor { b.map { a + $0 } }
  /// A number minus every element; the shape stays.
  public static func - (a: Scalar, b: Tensor) -> Tensor { b.map { a - $0 } }
  /// A number times every element; the shape stays.
  public static func * (a: Scalar, b: Tensor) -> Tensor { b.map { a * $0 } }
  /// A number divided by every element; the shape stays.
  public static func / (a: Scalar, b: Tensor) -> Tensor { b.map { a / $0 } }

  /// Every element with its sign changed.
  public static prefix func - (a: Tensor) -> Tensor { a.map { -$0 } }

  /// Adds another tensor, broadcast to this one's shape.
  public static func += (a: inout Tensor, b: Tensor) {
    a.combine(b) { $0 + $1 }
  }
  /// Subtracts another tensor, broadcast to this one's shape.
  public static func -= (a: inout Tensor, b: Tensor) {
    a.combine(b) { $0 - $1 }
  }
  /// Multiplies by another tensor, element by element, broadcast to this one's
  /// shape.
  public static func *= (a: inout Tensor, b: Tensor) {
    a.combine(b) { $0 * $1 }
  }
  /// Multiplies every element by a number.
  public static func *= (a: inout Tensor, b: Scalar) { a = a * b }
}

#if !Double
  // A lesson's `let rate = 0.1` is a Double.
  extension Tensor {
    /// Every element times a number that a program keeps in double precision.
    @_disfavoredOverload
    public static func * (a: Swift.Double, b: Tensor) -> Tensor {
      Scalar(a) * b
    }
    /// Every element times a number that a program keeps in double precision.
    @_disfavoredOverload
    public static func * (a: Tensor, b: Swift.Double) -> Tensor {
      a * Scalar(b)
    }
  }
#endif
