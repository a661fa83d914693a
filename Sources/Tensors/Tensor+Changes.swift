// Changing a tensor in place. Next: Tensor+Functions.swift.

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
  @inlinable @inline(__always)
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

  /// Changes every element, and that of one more tensor at the same place.
  ///
  /// - Precondition: all have one shape.
  @inlinable @inline(__always)
  public mutating func change(
    _ first: inout Tensor, by other: Tensor,
    _ body: (inout Scalar, inout Scalar, Scalar) -> Void
  ) {
    require(
      shape == first.shape && shape == other.shape,
      "expected three equal shapes; got \(shape), \(first.shape) and "
        + "\(other.shape)")
    withMutableScalars { mine in
      first.withMutableScalars { first in
        other.scalars.withUnsafeBufferPointer { theirs in
          for index in mine.indices {
            body(&mine[index], &first[index], theirs[index])
          }
        }
      }
    }
  }

  /// Changes every element, and those of two more tensors at the same place:
  /// for what keeps something per parameter, as optimizers do.
  ///
  /// - Precondition: all have one shape.
  @inlinable @inline(__always)
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

  /// Changes every element of each row by the row's own number.
  ///
  /// - Parameter numbers: one for each row: all axes but the last.
  /// - Precondition: there are as many numbers as rows.
  @inlinable @inline(__always)
  public mutating func changeRows(
    by numbers: Tensor, _ body: (Scalar, Scalar) -> Scalar
  ) {
    let shape = shape
    let width = shape[-1]
    require(
      numbers.count * width == count,
      "expected a number for each row of \(shape); got \(numbers.shape)")
    guard width > 0 else { return }
    withMutableScalars { mine in
      numbers.scalars.withUnsafeBufferPointer { numbers in
        var row = mine.baseAddress!
        for number in numbers {
          for column in 0..<width { row[column] = body(row[column], number) }
          row += width
        }
      }
    }
  }

  /// All scalars, to be changed in place.
  @inlinable @inline(__always)
  public mutating func withMutableScalars(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Void
  ) {
    storage.withUnsafeMutableBufferPointer { body($0) }
  }
}
