// The matrix product. Next: RNN/Cells/Cell.swift.

/// The matrix product of `a` `[..., m, k]` and `b` `[k, n]`: `[..., m, n]`.
///
/// All axes of `a` but the last are rows.
///
/// - Precondition: the last axis of `a` and the first of `b` have one size.
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
  requireProduct(a, b, axis: 0)
  let inner = b.shape[0]
  var result = Tensor.zeros(
    a.shape.dropping(-1).inserting(b.shape[1], at: a.rank - 1))
  result.accumulate(
    a, (inner, 1), b, (b.shape[1], 1), inner: inner, columns: b.shape[1])
  return result
}

/// The matrix product of `a` `[..., m, k]` with the transpose of `b` `[n, k]`.
///
/// It carries gradients back through `matmul(x, b)`, without writing the
/// transpose down.
public func matmul(_ a: Tensor, transposed b: Tensor) -> Tensor {
  requireProduct(a, b, axis: 1)
  let inner = b.shape[1]
  var result = Tensor.zeros(
    a.shape.dropping(-1).inserting(b.shape[0], at: a.rank - 1))
  result.accumulate(
    a, (inner, 1), b, (1, inner), inner: inner, columns: b.shape[0])
  return result
}

/// The matrix product of the transpose of `a` `[..., k]` with `b` `[..., n]`:
/// `[k, n]`.
///
/// It sums, over all samples, how input and gradient met: the gradient of the
/// kernel in `matmul(x, kernel)`.
public func matmul(transposed a: Tensor, _ b: Tensor) -> Tensor {
  require(
    a.rank >= 1 && b.rank >= 1,
    "expected two matrices; got \(a.shape) and \(b.shape)")
  var result = Tensor.zeros([a.shape[-1], b.shape[-1]])
  result.addProduct(transposed: a, b)
  return result
}

extension Tensor {
  /// Adds `matmul(transposed: a, b)` to this matrix, with no other between.
  public mutating func addProduct(transposed a: Tensor, _ b: Tensor) {
    require(
      a.rank >= 2 && b.rank >= 2
        && a.shape.dropping(-1) == b.shape.dropping(-1),
      "expected equal axes but the last; got \(a.shape) and \(b.shape)")
    let (rows, columns) = (a.shape[-1], b.shape[-1])
    require(
      shape == [rows, columns],
      "expected a product [\(rows), \(columns)] to add to \(shape)")
    accumulate(
      a, (1, rows), b, (columns, 1),
      inner: a.shape.dropping(-1).count, columns: columns)
  }

  fileprivate mutating func accumulate(
    _ a: Tensor, _ aStrides: (Int, Int), _ b: Tensor, _ bStrides: (Int, Int),
    inner: Int, columns: Int
  ) {
    guard count > 0 && inner > 0 else { return }
    let rows = count / columns
    scalars.withUnsafeMutableBufferPointer { c in
      a.scalars.withUnsafeBufferPointer { a in
        b.scalars.withUnsafeBufferPointer { b in
          accumulateProduct(
            into: c.baseAddress!,
            Operand(
              start: a.baseAddress!, rowStride: aStrides.0,
              columnStride: aStrides.1),
            Operand(
              start: b.baseAddress!, rowStride: bStrides.0,
              columnStride: bStrides.1),
            rows: rows, inner: inner, columns: columns)
        }
      }
    }
  }
}

private func requireProduct(_ a: Tensor, _ b: Tensor, axis: Int) {
  require(
    a.rank >= 2 && b.rank == 2,
    "expected [..., m, k] and a matrix; got \(a.shape) and \(b.shape)")
  require(
    a.shape[-1] == b.shape[axis],
    "expected the last axis of \(a.shape) to fit axis \(axis) of "
      + "\(b.shape); got \(a.shape[-1]) and \(b.shape[axis])")
}
