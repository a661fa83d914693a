// A matrix laid out for products. Next: Product.swift.

/// A matrix laid out the way products read it: for those that are used more
/// than once, as the kernels of a recurrent cell are at every step.
///
///     let kernel = PackedMatrix(weights)  // [U, U]
///     for x in inputs { … matmul(x, kernel) … }
///
/// Its columns are cut into panels as wide as a tile; in a panel, one row
/// follows the other. Missing columns at the edge are zeros.
public struct PackedMatrix: Sendable {
  /// How many rows the matrix has: the inner axis of a product.
  public let rows: Int
  /// How many columns it has.
  public let columns: Int
  /// The panels, one after the other.
  private let lanes: [Lanes]

  /// A matrix `[k, n]`, laid out.
  public init(_ matrix: Tensor) {
    require(matrix.rank == 2, "expected a matrix; got \(matrix.shape)")
    self.init(
      matrix, matrix.shape[0], matrix.shape[1],
      strides: (matrix.shape[1], 1))
  }

  /// The transpose `[k, n]` of a matrix `[n, k]`, laid out.
  public init(transposing matrix: Tensor) {
    require(matrix.rank == 2, "expected a matrix; got \(matrix.shape)")
    self.init(
      matrix, matrix.shape[1], matrix.shape[0],
      strides: (1, matrix.shape[1]))
  }

  private init(
    _ matrix: Tensor, _ rows: Int, _ columns: Int, strides: (Int, Int)
  ) {
    self.rows = rows
    self.columns = columns
    let panels = (columns + Tile.columns - 1) / Tile.columns
    let size = panels * rows * Tile.width
    lanes = [Lanes](unsafeUninitializedCapacity: size) { target, count in
      matrix.scalars.withUnsafeBufferPointer { source in
        guard size > 0 else { return }
        let source = Operand(source.baseAddress!, strides.0, strides.1)
        for panel in 0..<panels {
          let first = panel * Tile.columns
          pack(
            source, rows: 0..<rows,
            columns: first..<min(first + Tile.columns, columns),
            into: target.baseAddress! + panel * rows * Tile.width)
        }
      }
      count = size
    }
  }

  /// Lends the panels to a kernel.
  @inline(__always)
  func withPanels(_ body: (Panels) -> Void) {
    lanes.withUnsafeBufferPointer { lanes in
      guard let start = lanes.baseAddress else { return }
      body(Panels(start: start, inner: rows, columns: columns))
    }
  }
}

/// Panels somewhere in memory.
struct Panels {
  let start: UnsafePointer<Lanes>
  let inner, columns: Int

  /// How many panels there are.
  @inline(__always)
  var count: Int { (columns + Tile.columns - 1) / Tile.columns }

  @inline(__always)
  func row(_ k: Int, of panel: Int) -> UnsafePointer<Lanes> {
    start + (panel * inner + k) * Tile.width
  }
}

/// Lays out one panel.
func pack(
  _ source: Operand, rows: Range<Int>, columns: Range<Int>,
  into panel: UnsafeMutablePointer<Lanes>
) {
  var target = panel
  if source.columnStride == 1 && columns.count == Tile.columns {
    var row = source.at(rows.lowerBound, columns.lowerBound)
    for _ in rows {
      for lane in 0..<Tile.width {
        target[lane] = UnsafeRawPointer(row + lane * Lanes.scalarCount)
          .loadUnaligned(as: Lanes.self)
      }
      target += Tile.width
      row += source.rowStride
    }
    return
  }
  if source.columnStride == 1 {
    for row in rows {
      for lane in 0..<Tile.width {
        let skipped = lane * Lanes.scalarCount
        target.initialize(
          to: Lanes(
            from: source.at(row, columns.lowerBound + skipped),
            count: columns.count - skipped))
        target += 1
      }
    }
    return
  }
  target.initialize(repeating: .zero, count: rows.count * Tile.width)
  let packed = UnsafeMutableRawPointer(panel)
    .assumingMemoryBound(to: Scalar.self)
  for (lane, column) in columns.enumerated() {
    for (place, row) in rows.enumerated() {
      packed[place * Tile.columns + lane] = source.at(row, column)[0]
    }
  }
}
