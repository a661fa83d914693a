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
/// Tiles of `c` stay in registers while many rows of many pairs go by, which
/// are laid out for that first. Every element is summed pair by pair and row
/// by row, as plain loops would do it.
///
/// - Parameters:
///   - c: `[width, columns]`.
///   - panels: which panels of columns; the others are somebody else's work.
func addProducts(to c: Target, _ pairs: [Pair], panels: Range<Int>) {
  guard let width = pairs.first?.width, let columns = pairs.first?.columns
  else { return }
  let height = Tile.isWide ? WideTile.count : NarrowTile.count
  let groups = (width + height - 1) / height
  let left = UnsafeMutablePointer<Scalar>.allocate(
    capacity: groups * height * depth)
  let right = UnsafeMutablePointer<Lanes>.allocate(
    capacity: Tile.width * depth)
  defer {
    left.deallocate()
    right.deallocate()
  }
  for part in parts(of: pairs) {
    if part.allSatisfy({ $0.isSparse }) {
      for pair in part { pair.addRows(to: c, panels) }
      continue
    }
    var count = 0
    for pair in part {
      pair.layOut(height, into: left + count * height)
      count += pair.rows
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
      for group in 0..<groups {
        let row = group * height
        addTile(
          to: Target(start: c.at(row, column), stride: c.stride),
          left + row * depth, right, count: count,
          rows: min(width - row, height), columns: range.count)
      }
    }
  }
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

/// Adds the product of what was laid out of `a` with a panel of `b`.
@inline(__always)
private func addTile(
  to c: Target, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Lanes>,
  count: Int, rows: Int, columns: Int
) {
  if Tile.isWide {
    addTile(WideTile.self, WideRow.self, c, a, b, count, rows, columns)
  } else {
    addTile(NarrowTile.self, NarrowRow.self, c, a, b, count, rows, columns)
  }
}

@inline(__always)
private func addTile<Whole: TileRows, Single: TileRows>(
  _: Whole.Type, _: Single.Type, _ c: Target, _ a: UnsafePointer<Scalar>,
  _ b: UnsafePointer<Lanes>, _ count: Int, _ rows: Int, _ columns: Int
) {
  if rows == Whole.count {
    var sums = Whole(c.start, c.stride, columns: columns)
    sums.accumulate(a, 1, Whole.count, b, count: count)
    sums.store(c.start, c.stride, columns: columns)
    return
  }
  for row in 0..<rows {
    let start = c.at(row, 0)
    var sums = Single(start, c.stride, columns: columns)
    sums.accumulate(a + row, 1, Whole.count, b, count: count)
    sums.store(start, c.stride, columns: columns)
  }
}

extension Pair {
  /// Lays out groups of so many columns of `a`: in a group, one row follows
  /// the other, `depth` of them at most.
  fileprivate func layOut(
    _ height: Int, into target: UnsafeMutablePointer<Scalar>
  ) {
    for row in 0..<rows {
      let source = a + row * width
      for column in stride(from: 0, to: width, by: height) {
        let place = target + (column * depth + row * height)
        if column + 8 <= width && height == 8 {
          let eight = UnsafeRawPointer(source + column)
            .loadUnaligned(as: SIMD8<Scalar>.self)
          UnsafeMutableRawPointer(place)
            .storeBytes(of: eight, as: SIMD8<Scalar>.self)
        } else {
          let count = min(height, width - column)
          place.update(from: source + column, count: count)
        }
      }
    }
  }

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
