// Sums, means and largest elements. Next: Tensor+Product.swift.

extension Tensor {
  /// The sum of all elements.
  public func sum() -> Scalar {
    var sum: Scalar = 0
    for scalar in scalars { sum += scalar }
    return sum
  }

  /// The mean of all elements.
  public func mean() -> Scalar {
    require(count > 0, "expected elements to take the mean of; got \(shape)")
    return sum() / Scalar(count)
  }

  /// The largest element.
  public func max() -> Scalar {
    require(count > 0, "expected elements to choose from; got \(shape)")
    return scalars.reduce(scalars[0]) { $1 > $0 ? $1 : $0 }
  }

  /// The sums along an axis, which goes, or stays with size 1.
  ///
  ///     Tensor([[1, 2], [3, 4]]).sum(axis: 0)  // [4 6]
  public func sum(axis: Int, keepsAxis: Bool = false) -> Tensor {
    reduced(axis: axis, keepsAxis: keepsAxis) { $0 + $1 }
  }

  /// The means along an axis.
  public func mean(axis: Int, keepsAxis: Bool = false) -> Tensor {
    let size = shape[axis]
    require(size > 0, "expected elements along axis \(axis) of \(shape)")
    return sum(axis: axis, keepsAxis: keepsAxis) / Scalar(size)
  }

  /// The largest elements along an axis.
  public func max(axis: Int, keepsAxis: Bool = false) -> Tensor {
    require(
      shape[axis] > 0, "expected elements along axis \(axis) of \(shape)")
    return reduced(axis: axis, keepsAxis: keepsAxis) { $1 > $0 ? $1 : $0 }
  }

  /// Where along an axis the largest element is; the first, if several are.
  ///
  ///     Tensor([[1, 9, 2], [8, 3, 8]]).argmax(axis: -1)  // [1 0]
  public func argmax(axis: Int) -> IntTensor {
    let (outer, size, inner) = split(at: axis)
    require(size > 0, "expected elements along axis \(axis) of \(shape)")
    var places: [Int] = []
    places.reserveCapacity(outer * inner)
    scalars.withUnsafeBufferPointer { scalars in
      for block in 0..<outer {
        for column in 0..<inner {
          let start = block * size * inner + column
          var (best, top) = (0, scalars[start])
          for place in 1..<Swift.max(size, 1) {
            let scalar = scalars[start + place * inner]
            if scalar > top { (best, top) = (place, scalar) }
          }
          places.append(best)
        }
      }
    }
    return IntTensor(places, shape: shape.dropping(axis))
  }

  /// The place of the largest of all elements.
  public func argmax() -> Int {
    reshaped([-1]).argmax(axis: 0).integers[0]
  }

  /// How many blocks there are before an axis, its size, and how far apart
  /// its elements lie.
  func split(at axis: Int) -> (outer: Int, size: Int, inner: Int) {
    let axis = shape.axis(axis)
    var outer = 1
    var inner = 1
    for size in shape.sizes[..<axis] { outer *= size }
    for size in shape.sizes[(axis + 1)...] { inner *= size }
    return (outer, shape.sizes[axis], inner)
  }

  @inline(__always)
  private func reduced(
    axis: Int, keepsAxis: Bool, _ body: (Scalar, Scalar) -> Scalar
  ) -> Tensor {
    let (outer, size, inner) = split(at: axis)
    var result = [Scalar](repeating: 0, count: outer * inner)
    // One row of the axis after the other, so that memory is read in order.
    result.withUnsafeMutableBufferPointer { result in
      scalars.withUnsafeBufferPointer { scalars in
        // Of the last axis, eight rows side by side: each is summed in its
        // order, and none waits for another.
        let besides = inner == 1 && size > 0 ? outer / 8 * 8 : 0
        for block in stride(from: 0, to: besides, by: 8) {
          let rows = scalars.baseAddress! + block * size
          var sums = SIMD8<Scalar>()
          for row in 0..<8 { sums[row] = rows[row * size] }
          for place in 1..<Swift.max(size, 1) {
            for row in 0..<8 {
              sums[row] = body(sums[row], rows[row * size + place])
            }
          }
          for row in 0..<8 { result[block + row] = sums[row] }
        }
        for block in besides..<outer where size > 0 && inner > 0 {
          let sums = result.baseAddress! + block * inner
          let first = scalars.baseAddress! + block * size * inner
          sums.update(from: first, count: inner)
          for place in 1..<Swift.max(size, 1) {
            let row = first + place * inner
            for i in 0..<inner { sums[i] = body(sums[i], row[i]) }
          }
        }
      }
    }
    let place = shape.axis(axis)
    let rest = shape.dropping(place)
    return Tensor(
      result, shape: keepsAxis ? rest.inserting(1, at: place) : rest)
  }
}
