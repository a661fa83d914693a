// The gradient of a table of which few rows were looked up.
// Next: LookupTable.swift.

import Tensors

/// The gradient of a table: the rows that were looked up, and zeros elsewhere
/// that nobody writes down.
struct RowGradient {
  /// The rows that were looked up: each once, in rising order.
  let rows: [Int32]
  /// What belongs to each of them, `[rows, D]`.
  let values: Tensor

  /// Nothing was looked up.
  init(size: Int) {
    self.init(rows: [], values: .zeros([0, size]))
  }

  init(rows: [Int32], values: Tensor) {
    self.rows = rows
    self.values = values
  }

  /// The gradients of copies, added up for each row in the order of the
  /// copies.
  ///
  /// - Parameters:
  ///   - gradient: dL/dcopy, `[ids, D]` or `[..., D]`.
  ///   - ids: the row each copy was made of.
  ///   - words: how many rows the table has.
  init(adding gradient: Tensor, at ids: [Int32], words: Int) {
    var marks = [UInt64](repeating: 0, count: (words + 63) / 64)
    for id in ids { marks[Int(id >> 6)] |= 1 << UInt64(id & 63) }
    var rows: [Int32] = []
    // Of a row that is not marked, the place is never asked for.
    let places = [Int32](unsafeUninitializedCapacity: words) { places, count in
      for (index, word) in marks.enumerated() {
        var rest = word
        while rest != 0 {
          let row = index << 6 + rest.trailingZeroBitCount
          places[row] = Int32(rows.count)
          rows.append(Int32(row))
          rest &= rest - 1
        }
      }
      count = words
    }
    var values = Tensor.zeros([rows.count, gradient.shape[-1]])
    values.add(gradient, toRows: ids.map { places[Int($0)] })
    self.init(rows: rows, values: values)
  }

  /// The same with its zeros, for a table of so many rows.
  func dense(words: Int) -> Tensor {
    var dense = Tensor.zeros([words, values.shape[1]])
    dense.add(values, toRows: rows)
    return dense
  }
}
