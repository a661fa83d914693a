// Tensors out of tensors. Next: Tensor+Joining.swift.

extension Tensor {
  /// Tensors of one shape side by side along a new axis.
  ///
  ///     Tensor(stacking: steps, axis: 1)  // T times [B, U] is [B, T, U]
  ///
  /// - Precondition: all have the same shape.
  public init(stacking parts: [Tensor], axis: Int = 0) {
    guard let first = parts.first else {
      self.init([Scalar](), shape: [0])
      return
    }
    for part in parts {
      require(
        part.shape == first.shape,
        "expected equal shapes to stack; got \(first.shape) and "
          + "\(part.shape)")
    }
    var outer = 1
    for size in first.shape.sizes[0..<axis] { outer *= size }
    let inner = outer == 0 ? 0 : first.count / outer
    var scalars: [Scalar] = []
    scalars.reserveCapacity(first.count * parts.count)
    for block in 0..<outer {
      for part in parts {
        scalars += part.scalars[block * inner..<(block + 1) * inner]
      }
    }
    self.init(
      scalars, shape: first.shape.inserting(parts.count, at: axis))
  }

  /// Adds each row of `updates` to the row of this matrix it belongs to.
  ///
  /// A row that is named twice is added to twice.
  @inlinable
  public mutating func add<Index: FixedWidthInteger>(
    _ updates: Tensor, toRows indices: [Index]
  ) {
    let shape = shape
    let size = shape[0]
    let width = shape.dropping(0).count
    require(
      updates.count == indices.count * width,
      "expected \(indices.count) rows of \(width); got \(updates.shape)")
    withMutableScalars { mine in
      updates.scalars.withUnsafeBufferPointer { theirs in
        for (source, target) in indices.enumerated() {
          require(
            target >= 0 && target < size,
            "expected rows in 0..<\(size) of \(shape); got \(target)")
          let (to, from) = (Int(target) * width, source * width)
          for column in 0..<width {
            mine[to + column] += theirs[from + column]
          }
        }
      }
    }
  }
}
