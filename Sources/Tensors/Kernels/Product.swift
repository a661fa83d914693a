// The product of two matrices: where nearly all the time goes.

/// A matrix somewhere in memory, possibly read as its transpose.
struct Operand {
  let start: UnsafePointer<Scalar>
  /// How far apart two rows, and two columns, lie.
  let rowStride, columnStride: Int

  @inline(__always)
  func at(_ row: Int, _ column: Int) -> Scalar {
    start[row * rowStride + column * columnStride]
  }
}

/// Adds the product of `a` `[rows, inner]` and `b` `[inner, columns]` to `c`.
///
/// Four rows of `c` and sixteen columns stay in registers while the inner
/// axis goes by. The sixteen columns of `b` are packed first: they then lie in
/// the order they are read, whether `b` is transposed or not, and missing
/// columns at the edge are zeros. Every element of `c` is summed in the order
/// of the inner axis, as a plain loop would do it.
func accumulateProduct(
  into c: UnsafeMutablePointer<Scalar>, _ a: Operand, _ b: Operand,
  rows: Int, inner: Int, columns: Int
) {
  let panel = UnsafeMutablePointer<Lanes>.allocate(capacity: max(inner, 1))
  defer { panel.deallocate() }
  let width = Lanes.scalarCount
  for column in stride(from: 0, to: columns, by: width) {
    let count = min(width, columns - column)
    pack(b, column: column, count: count, inner: inner, into: panel)
    var row = 0
    while row + 4 <= rows {
      let target = c + row * columns + column
      var sum0 = load(target, count)
      var sum1 = load(target + columns, count)
      var sum2 = load(target + 2 * columns, count)
      var sum3 = load(target + 3 * columns, count)
      for k in 0..<inner {
        let values = panel[k]
        sum0 = multiplyAdd(Lanes(repeating: a.at(row, k)), values, sum0)
        sum1 = multiplyAdd(Lanes(repeating: a.at(row + 1, k)), values, sum1)
        sum2 = multiplyAdd(Lanes(repeating: a.at(row + 2, k)), values, sum2)
        sum3 = multiplyAdd(Lanes(repeating: a.at(row + 3, k)), values, sum3)
      }
      store(sum0, target, count)
      store(sum1, target + columns, count)
      store(sum2, target + 2 * columns, count)
      store(sum3, target + 3 * columns, count)
      row += 4
    }
    while row < rows {
      let target = c + row * columns + column
      var sum = load(target, count)
      for k in 0..<inner {
        sum = multiplyAdd(Lanes(repeating: a.at(row, k)), panel[k], sum)
      }
      store(sum, target, count)
      row += 1
    }
  }
}

private func pack(
  _ b: Operand, column: Int, count: Int, inner: Int,
  into panel: UnsafeMutablePointer<Lanes>
) {
  if b.columnStride == 1 {
    for k in 0..<inner {
      (panel + k).initialize(
        to: load(b.start + k * b.rowStride + column, count))
    }
    return
  }
  let packed = UnsafeMutableRawPointer(panel)
    .assumingMemoryBound(to: Scalar.self)
  panel.initialize(repeating: .zero, count: inner)
  for lane in 0..<count {
    for k in 0..<inner {
      packed[k * Lanes.scalarCount + lane] = b.at(k, column + lane)
    }
  }
}

@inline(__always)
private func load(_ start: UnsafePointer<Scalar>, _ count: Int) -> Lanes {
  if count == Lanes.scalarCount {
    return UnsafeRawPointer(start).loadUnaligned(as: Lanes.self)
  }
  var lanes = Lanes.zero
  for lane in 0..<count { lanes[lane] = start[lane] }
  return lanes
}

@inline(__always)
private func store(
  _ lanes: Lanes, _ start: UnsafeMutablePointer<Scalar>, _ count: Int
) {
  if count == Lanes.scalarCount {
    UnsafeMutableRawPointer(start).storeBytes(of: lanes, as: Lanes.self)
  } else {
    for lane in 0..<count { start[lane] = lanes[lane] }
  }
}
