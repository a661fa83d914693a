// Parts of tensors: rows, steps, other shapes. Next: Tensor+Stacking.swift.

extension Tensor {
  /// The same scalars in another shape; one size may be -1: what is left.
  ///
  ///     Tensor([1, 2, 3, 4]).reshaped([2, -1])  // [[1 2], [3 4]]
  ///
  /// - Precondition: both shapes hold the same number of scalars.
  public func reshaped(_ sizes: [Int]) -> Tensor {
    var known = 1
    for size in sizes where size != -1 { known *= size }
    let filled = sizes.map { $0 == -1 && known > 0 ? count / known : $0 }
    var product = 1
    for size in filled { product *= size }
    require(
      product == count,
      "expected a shape for the \(count) scalars of \(shape); got "
        + listed(sizes))
    return Tensor(scalars, shape: Shape(filled))
  }

  /// The same scalars in this shape.
  public func reshaped(_ shape: Shape) -> Tensor {
    reshaped(shape.sizes)
  }

  /// Rows and columns exchanged: `[m, n]` becomes `[n, m]`.
  public func transposed() -> Tensor {
    require(rank == 2, "expected a matrix to transpose; got \(shape)")
    let (rows, columns) = (shape[0], shape[1])
    var result = Tensor.zeros([columns, rows])
    for row in 0..<rows {
      for column in 0..<columns {
        result.scalars[column * rows + row] = scalars[row * columns + column]
      }
    }
    return result
  }

  /// One element of the first axis, which goes: `[B, T, D]` gives `[T, D]`.
  public func row(_ index: Int) -> Tensor {
    let size = shape[0]
    require(
      index >= 0 && index < size,
      "expected a row in 0..<\(size) of \(shape); got \(index)")
    return rows(index..<index + 1).reshaped(shape.dropping(0))
  }

  /// A range of the first axis: `[B, T, D]` gives `[n, T, D]`.
  public func rows(_ range: Range<Int>) -> Tensor {
    let size = shape[0]
    require(
      range.lowerBound >= 0 && range.upperBound <= size,
      "expected rows in 0..<\(size) of \(shape); got "
        + "\(range.lowerBound)..<\(range.upperBound)")
    let stride = shape.dropping(0).count
    let part = scalars[range.lowerBound * stride..<range.upperBound * stride]
    return Tensor(
      Array(part), shape: shape.dropping(0).inserting(range.count, at: 0))
  }

  /// Chosen elements of the first axis, in that order.
  @inlinable
  public func rows<Index: FixedWidthInteger>(at indices: [Index]) -> Tensor {
    let size = shape[0]
    let rest = shape.dropping(0)
    let width = rest.count
    let chosen = [Scalar](
      unsafeUninitializedCapacity: indices.count * width
    ) { target, count in
      scalars.withUnsafeBufferPointer { source in
        for (place, index) in indices.enumerated() {
          require(
            index >= 0 && index < size,
            "expected rows in 0..<\(size) of \(shape); got \(index)")
          guard width > 0 else { continue }
          (target.baseAddress! + place * width).initialize(
            from: source.baseAddress! + Int(index) * width, count: width)
        }
      }
      count = indices.count * width
    }
    return Tensor(chosen, shape: rest.inserting(indices.count, at: 0))
  }

  /// One time step, for all samples: `[B, T, D]` gives `[B, D]`.
  public func step(_ time: Int) -> Tensor {
    require(rank >= 2, "expected [batch, time, ...]; got \(shape)")
    require(
      time >= 0 && time < shape[1],
      "expected a step in 0..<\(shape[1]) of \(shape); got \(time)")
    let rest = shape.dropping(0).dropping(0)
    let width = rest.count
    var chosen: [Scalar] = []
    chosen.reserveCapacity(shape[0] * width)
    for sample in 0..<shape[0] {
      let start = (sample * shape[1] + time) * width
      chosen += scalars[start..<start + width]
    }
    return Tensor(chosen, shape: rest.inserting(shape[0], at: 0))
  }
}

func listed(_ numbers: [Int]) -> String {
  var text = "["
  for (position, number) in numbers.enumerated() {
    if position > 0 { text += ", " }
    text += "\(number)"
  }
  return text + "]"
}
