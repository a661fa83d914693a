// A corner of a product that stays in registers: where nearly all the time
// goes. Next: Product.swift.

import CShims

/// A few rows of a product, one or two `Lanes` wide.
///
/// Rows are put together by twos, so that the compiler sees a plain struct of
/// `Lanes`, each of which gets a register of its own.
protocol TileRows {
  /// How many rows there are.
  static var count: Int { get }
  /// How many `Lanes` a row is wide.
  static var width: Int { get }

  /// Rows that lie `stride` apart; only some columns of them are there.
  init(_ start: UnsafePointer<Scalar>, _ stride: Int, columns: Int)

  /// Adds, to each row, its scalar of `a` times one row of `b`.
  mutating func add(
    _ a: UnsafePointer<Scalar>, _ stride: Int, _ b: UnsafePointer<Lanes>)

  /// Writes the rows to where they lie.
  func store(
    _ target: UnsafeMutablePointer<Scalar>, _ stride: Int, columns: Int)
}

/// One row of sixteen columns.
struct NarrowRow: TileRows {
  var sum: Lanes

  @inline(__always) static var count: Int { 1 }
  @inline(__always) static var width: Int { 1 }

  @inline(__always)
  init(_ start: UnsafePointer<Scalar>, _ stride: Int, columns: Int) {
    sum = Lanes(from: start, count: columns)
  }

  @inline(__always)
  mutating func add(
    _ a: UnsafePointer<Scalar>, _ stride: Int, _ b: UnsafePointer<Lanes>
  ) {
    sum = multiplyAdd(Lanes(repeating: a[0]), b[0], sum)
  }

  @inline(__always)
  func store(
    _ target: UnsafeMutablePointer<Scalar>, _ stride: Int, columns: Int
  ) {
    sum.store(to: target, count: columns)
  }
}

/// One row of thirty-two columns.
struct WideRow: TileRows {
  var left, right: Lanes

  @inline(__always) static var count: Int { 1 }
  @inline(__always) static var width: Int { 2 }

  @inline(__always)
  init(_ start: UnsafePointer<Scalar>, _ stride: Int, columns: Int) {
    let half = Lanes.scalarCount
    left = Lanes(from: start, count: columns)
    right = Lanes(from: start + half, count: columns - half)
  }

  @inline(__always)
  mutating func add(
    _ a: UnsafePointer<Scalar>, _ stride: Int, _ b: UnsafePointer<Lanes>
  ) {
    let factor = Lanes(repeating: a[0])
    left = multiplyAdd(factor, b[0], left)
    right = multiplyAdd(factor, b[1], right)
  }

  @inline(__always)
  func store(
    _ target: UnsafeMutablePointer<Scalar>, _ stride: Int, columns: Int
  ) {
    let half = Lanes.scalarCount
    left.store(to: target, count: columns)
    right.store(to: target + half, count: columns - half)
  }
}

/// Twice as many rows.
struct Twice<Rows: TileRows>: TileRows {
  var upper, lower: Rows

  @inline(__always) static var count: Int { 2 * Rows.count }
  @inline(__always) static var width: Int { Rows.width }

  @inline(__always)
  init(_ start: UnsafePointer<Scalar>, _ stride: Int, columns: Int) {
    upper = Rows(start, stride, columns: columns)
    lower = Rows(start + Rows.count * stride, stride, columns: columns)
  }

  @inline(__always)
  mutating func add(
    _ a: UnsafePointer<Scalar>, _ stride: Int, _ b: UnsafePointer<Lanes>
  ) {
    upper.add(a, stride, b)
    lower.add(a + Rows.count * stride, stride, b)
  }

  @inline(__always)
  func store(
    _ target: UnsafeMutablePointer<Scalar>, _ stride: Int, columns: Int
  ) {
    upper.store(target, stride, columns: columns)
    lower.store(
      target + Rows.count * stride, stride, columns: columns)
  }
}

/// The sizes that keep a machine's registers full: 8 × 32 where it has
/// thirty-two of sixteen scalars each, else 4 × 16.
enum Tile {
  /// Whether a register holds sixteen scalars, in the machine compiled for.
  @inline(__always)
  static var isWide: Bool { unrolled_has_wide_registers() != 0 }

  /// How many `Lanes` a tile is wide.
  @inline(__always)
  static var width: Int { isWide ? 2 : 1 }

  /// How many columns that is.
  @inline(__always)
  static var columns: Int { width * Lanes.scalarCount }
}

typealias WideTile = Twice<Twice<Twice<WideRow>>>
typealias NarrowTile = Twice<Twice<NarrowRow>>
