// Steps that rows of a table have still to take. Next: Adam.swift.

import Tensors

/// What rows of a table are behind with.
///
/// Adam moves all rows at every step, those nobody looked at too: their mean
/// gradient fades, but is not 0 yet. Nobody sees it before they are looked
/// at again, so until then the steps are only noted. Then they are taken, one
/// by one, with the same numbers in the same order: nothing is approximated.
struct Arrears {
  /// Whose rows they are.
  let table: LookupTable
  /// The rate of every step since all rows were up to date.
  private var rates: [Scalar] = []
  /// How many of those steps each row has taken.
  private var taken: [Int32]

  init(_ table: LookupTable) {
    self.table = table
    taken = [Int32](repeating: 0, count: table.rows.shape[0])
  }

  /// Takes rows through the steps they have missed, their gradient 0.
  ///
  /// - Parameters:
  ///   - means: m of every row.
  ///   - squares: v of every row.
  mutating func settle<Rows: Sequence>(
    _ rows: Rows, _ means: inout Tensor, _ squares: inout Tensor,
    _ move: Adam.Move
  ) where Rows.Element == Int32 {
    let width = table.rows.shape[1]
    let count = Int32(rates.count)
    table.rows.withMutableScalars { p in
      means.withMutableScalars { m in
        squares.withMutableScalars { v in
          for row in rows where taken[Int(row)] < count {
            let columns = Int(row) * width..<(Int(row) + 1) * width
            let missed = Int(taken[Int(row)])..<rates.count
            taken[Int(row)] = count
            if isFresh(m, v, columns) { continue }
            for step in missed {
              let rate = rates[step]
              for i in columns { move(&p[i], &m[i], &v[i], 0, rate) }
            }
          }
        }
      }
    }
  }

  /// Moves the rows that have a gradient; the others are behind by one more
  /// step.
  ///
  /// - Precondition: these rows are settled.
  mutating func move(
    _ gradient: RowGradient, _ means: inout Tensor, _ squares: inout Tensor,
    _ rate: Scalar, _ move: Adam.Move
  ) {
    rates.append(rate)
    let width = table.rows.shape[1]
    table.rows.withMutableScalars { p in
      means.withMutableScalars { m in
        squares.withMutableScalars { v in
          gradient.values.scalars.withUnsafeBufferPointer { g in
            for (index, row) in gradient.rows.enumerated() {
              taken[Int(row)] = Int32(rates.count)
              let start = Int(row) * width
              for column in 0..<width {
                let i = start + column
                move(&p[i], &m[i], &v[i], g[index * width + column], rate)
              }
            }
          }
        }
      }
    }
  }

  /// Whether a row never had a gradient: then its steps lead nowhere.
  private func isFresh(
    _ m: UnsafeMutableBufferPointer<Scalar>,
    _ v: UnsafeMutableBufferPointer<Scalar>, _ columns: Range<Int>
  ) -> Bool {
    // As bits, since a zero with a minus is not what a row starts with.
    var bits = Scalar(0).bitPattern
    for i in columns { bits |= m[i].bitPattern | v[i].bitPattern }
    return bits == 0
  }
}
