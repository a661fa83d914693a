// Products of transposes, summed over many pairs of matrices: how the
// gradients of kernels come about.

/// A pair of matrices with equally many rows, whose scalars lie row by row.
struct Pair {
  let a, b: UnsafePointer<Scalar>
  /// How wide they are.
  let width, columns: Int
  let rows: Int

  /// Some of the rows.
  func rows(_ range: Range<Int>) -> Pair {
    Pair(
      a: a + range.lowerBound * width, b: b + range.lowerBound * columns,
      width: width, columns: columns, rows: range.count)
  }
}

/// So many rows of pairs are laid out at a time: what they take stays in the
/// second cache.
private let depth = 256

/// Adds `Σ aᵀ · b` over all pairs to some columns of `c`.
///
/// Tiles of `c` stay in registers while many rows of many pairs go by; those
/// of `b` are laid out for that first. Every element is summed pair by pair
/// and row by row, as plain loops would do it.
///
/// - Parameters:
///   - c: `[width, columns]`.
///   - panels: which panels of columns; the others are somebody else's work.
func addProducts(to c: Target, _ pairs: [Pair], panels: Range<Int>) {
  guard let columns = pairs.first?.columns else { return }
  let right = UnsafeMutablePointer<Lanes>.allocate(
    capacity: Tile.width * depth)
  defer { right.deallocate() }
  for part in parts(of: pairs) {
    if part.allSatisfy({ $0.isSparse }) {
      for pair in part { pair.addRows(to: c, panels) }
      continue
    }
    for panel in panels {
      let column = panel * Tile.columns
      let range = column..<min(column + Tile.columns, columns)
      var target = right
      for pair in part {
        pack(
          Operand(pair.b, columns, 1), rows: 0..<pair.rows, columns: range,
          into: target)
        target += pair.rows * Tile.width
      }
      let c = Target(start: c.at(0, column), stride: c.stride)
      if columns <= Four.scalarCount {
        sweep(ShortTile.self, ShortRow.self, c, part, right, range.count)
      } else if Tile.isWide {
        sweep(WideTile.self, WideRow.self, c, part, right, range.count)
      } else {
        sweep(NarrowTile.self, NarrowRow.self, c, part, right, range.count)
      }
    }
  }
}

/// Adds to all rows of a panel: tiles, and what is left of rows one by one.
@inline(__always)
private func sweep<Whole: TileRows, Single: TileRows>(
  _: Whole.Type, _: Single.Type, _ c: Target, _ pairs: [Pair],
  _ b: UnsafePointer<Lanes>, _ columns: Int
) {
  let width = pairs[0].width
  var row = 0
  while row + Whole.count <= width {
    add(Whole.self, c, pairs, b, row, columns)
    row += Whole.count
  }
  while row < width {
    add(Single.self, c, pairs, b, row, columns)
    row += 1
  }
}

@inline(__always)
private func add<Rows: TileRows>(
  _: Rows.Type, _ c: Target, _ pairs: [Pair], _ b: UnsafePointer<Lanes>,
  _ row: Int, _ columns: Int
) {
  var sums = Rows(c.at(row, 0), c.stride, columns: columns)
  var b = b
  for pair in pairs {
    sums.accumulate(pair.a + row, 1, pair.width, b, count: pair.rows)
    b += pair.rows * Rows.width
  }
  sums.store(c.at(row, 0), c.stride, columns: columns)
}

/// The pairs cut into parts of so many rows as are laid out at a time.
private func parts(of pairs: [Pair]) -> [[Pair]] {
  var parts: [[Pair]] = []
  var free = 0
  for pair in pairs {
    var first = 0
    while first < pair.rows {
      if free == 0 {
        parts.append([])
        free = depth
      }
      let count = min(free, pair.rows - first)
      parts[parts.count - 1].append(pair.rows(first..<first + count))
      first += count
      free -= count
    }
  }
  return parts
}

extension Pair {
  fileprivate var isSparse: Bool {
    Tensors.isSparse(Operand(a, width, 1), rows: 0..<rows, inner: width)
  }

  /// Adds each row of `b` to the row of `c` that the row of `a` picks.
  fileprivate func addRows(to c: Target, _ panels: Range<Int>) {
    let first = panels.lowerBound * Tile.columns
    let last = min(panels.upperBound * Tile.columns, columns)
    for row in 0..<rows {
      let picks = a + row * width
      guard let place = (0..<width).first(where: { picks[$0] != 0 }) else {
        continue
      }
      let factor = Lanes(repeating: picks[place])
      for column in stride(from: first, to: last, by: Lanes.scalarCount) {
        let target = c.at(place, column)
        let count = last - column
        multiplyAdd(
          factor, Lanes(from: b + row * columns + column, count: count),
          Lanes(from: target, count: count)
        ).store(to: target, count: count)
      }
    }
  }
}
