// Products with rows that are nearly all zeros, as one-hot rows are.

/// Whether every row has just one number that is not zero, so that a product
/// is a matter of picking rows.
///
/// A row that is not like that gives itself away by its first two numbers,
/// most of the time: to ask costs next to nothing.
func isSparse(_ a: Operand, rows: Range<Int>, inner: Int) -> Bool {
  guard inner >= Lanes.scalarCount && !rows.isEmpty else { return false }
  for row in rows {
    var found = 0
    for k in 0..<inner where a.at(row, k)[0] != 0 {
      found += 1
      if found > 1 { return false }
    }
    if found == 0 { return false }
  }
  return true
}

/// `c = start + a · b`, where each row of `a` picks one row of `b`.
///
/// The terms that are left out are zeros: the sums are those of the plain
/// loop.
func addRows(
  into c: Target, from start: Operand, _ a: Operand, _ b: Panels,
  rows: Range<Int>
) {
  for row in rows {
    guard let place = (0..<b.inner).first(where: { a.at(row, $0)[0] != 0 })
    else { continue }
    let factor = Lanes(repeating: a.at(row, place)[0])
    for panel in 0..<b.count {
      for lane in 0..<Tile.width {
        let column = panel * Tile.columns + lane * Lanes.scalarCount
        let count = b.columns - column
        if count <= 0 { break }
        multiplyAdd(
          factor, b.row(place, of: panel)[lane],
          Lanes(from: start.at(row, column), count: count)
        ).store(to: c.at(row, column), count: count)
      }
    }
  }
}
