// The matrix product. Next: Tensor+Products.swift, then RNN/Cells/Cell.swift.

/// The matrix product of `a` `[..., m, k]` and `b` `[k, n]`: `[..., m, n]`.
///
/// All axes of `a` but the last are rows.
///
/// - Precondition: the last axis of `a` and the first of `b` have one size.
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
  requireProduct(a, b, axis: 0)
  return matmul(a, PackedMatrix(b))
}

/// The matrix product of `a` `[..., m, k]` with the transpose of `b` `[n, k]`.
///
/// It carries gradients back through `matmul(x, b)`.
public func matmul(_ a: Tensor, transposed b: Tensor) -> Tensor {
  requireProduct(a, b, axis: 1)
  return matmul(a, PackedMatrix(transposing: b))
}

/// The matrix product of `a` `[..., m, k]` and a matrix `[k, n]` that is laid
/// out already: `[..., m, n]`.
public func matmul(_ a: Tensor, _ b: PackedMatrix) -> Tensor {
  var result = Tensor.zeros(
    a.shape.dropping(-1).inserting(b.columns, at: a.rank - 1))
  result.add(a, times: b)
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

private func requireProduct(_ a: Tensor, _ b: Tensor, axis: Int) {
  require(
    a.rank >= 2 && b.rank == 2,
    "expected [..., m, k] and a matrix; got \(a.shape) and \(b.shape)")
  require(
    a.shape[-1] == b.shape[axis],
    "expected the last axis of \(a.shape) to fit axis \(axis) of "
      + "\(b.shape); got \(a.shape[-1]) and \(b.shape[axis])")
}
