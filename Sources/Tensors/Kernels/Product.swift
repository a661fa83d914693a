// The product of two matrices, tile by tile. Next: SumOfProducts.swift.

/// A matrix somewhere in memory, possibly read as its transpose.
struct Operand {
  let start: UnsafePointer<Scalar>
  /// How far apart two rows, and two columns, lie.
  let rowStride, columnStride: Int

  @inline(__always)
  init(_ start: UnsafePointer<Scalar>, _ rowStride: Int, _ columnStride: Int) {
    self.start = start
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  @inline(__always)
  func at(_ row: Int, _ column: Int) -> UnsafePointer<Scalar> {
    start + (row * rowStride + column * columnStride)
  }
}

/// Where a product goes: rows that lie `stride` apart.
struct Target {
  let start: UnsafeMutablePointer<Scalar>
  let stride: Int

  @inline(__always)
  func at(_ row: Int, _ column: Int) -> UnsafeMutablePointer<Scalar> {
    start + (row * stride + column)
  }
}

/// How far along the inner axis tiles go at once: so much of a panel stays in
/// the nearest cache while all rows meet it.
private let depth = 256

/// `c = start + a · b`, for some rows.
///
/// A tile of `c` stays in registers while the inner axis goes by. Every
/// element is summed in the order of the inner axis, as a plain loop would do
/// it, whatever the tiles are.
///
/// - Parameters:
///   - start: what the sums start from; `c` itself adds to what is there, a
///     row stride of 0 gives all rows the same.
func multiply(
  into c: Target, from start: Operand, _ a: Operand, _ b: Panels,
  rows: Range<Int>
) {
  guard !isSparse(a, rows: rows, inner: b.inner) else {
    return addRows(into: c, from: start, a, b, rows: rows)
  }
  for first in stride(from: 0, to: max(b.inner, 1), by: depth) {
    let steps = first..<min(first + depth, b.inner)
    let start = first == 0 ? start : Operand(c.start, c.stride, 1)
    for panel in 0..<b.count {
      if b.columns <= Four.scalarCount {
        sweep(
          ShortTile.self, ShortRow.self, c, start, a, b, panel, steps, rows)
      } else if Tile.isWide {
        sweep(WideTile.self, WideRow.self, c, start, a, b, panel, steps, rows)
      } else {
        sweep(
          NarrowTile.self, NarrowRow.self, c, start, a, b, panel, steps, rows)
      }
    }
  }
}

/// All rows of one panel: tiles, and what is left of rows one by one.
@inline(__always)
private func sweep<Whole: TileRows, Single: TileRows>(
  _: Whole.Type, _: Single.Type, _ c: Target, _ start: Operand, _ a: Operand,
  _ b: Panels, _ panel: Int, _ steps: Range<Int>, _ rows: Range<Int>
) {
  var row = rows.lowerBound
  while row + Whole.count <= rows.upperBound {
    tile(Whole.self, c, start, a, b, panel, steps, row)
    row += Whole.count
  }
  while row < rows.upperBound {
    tile(Single.self, c, start, a, b, panel, steps, row)
    row += 1
  }
}

@inline(__always)
private func tile<Rows: TileRows>(
  _: Rows.Type, _ c: Target, _ start: Operand, _ a: Operand, _ b: Panels,
  _ panel: Int, _ steps: Range<Int>, _ row: Int
) {
  let column = panel * Tile.columns
  let columns = min(b.columns - column, Tile.columns)
  var sums = Rows(
    start.at(row, column), start.rowStride, columns: columns)
  sums.accumulate(
    a.at(row, steps.lowerBound), a.rowStride, a.columnStride,
    b.row(steps.lowerBound, of: panel), count: steps.count)
  sums.store(c.at(row, column), c.stride, columns: columns)
}

extension TileRows {
  /// Adds so many scalars of each row of `a`, times as many rows of `b`.
  @inline(__always)
  mutating func accumulate(
    _ a: UnsafePointer<Scalar>, _ rowStride: Int, _ columnStride: Int,
    _ b: UnsafePointer<Lanes>, count: Int
  ) {
    for k in 0..<count {
      add(a + k * columnStride, rowStride, b + k * Self.width)
    }
  }
}
