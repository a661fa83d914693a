// A step's share of a parameter's gradient, gate by gate.
// Next: StepLayout+Shares.swift.

import Tensors

/// One step's share of the part of a gradient that belongs to one gate.
///
/// For one sample it is the product of a column, such as the input, and a
/// row, such as dL/da: two vectors say it all.
enum StepShare {
  /// The column's largest entry is ±1.
  case product(column: [Double], row: [Double])
  case matrix([[Double]])

  init(_ rows: [[Double]]) {
    var (top, left) = (0, 0)
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated()
      where abs(value) > abs(rows[top][left]) {
        (top, left) = (row, column)
      }
    }
    let largest = rows.first.map { _ in rows[top][left] } ?? 0
    guard largest != 0, largest.isFinite else {
      self = .product(
        column: rows.map { _ in 0 }, row: (rows.first ?? []).map { _ in 0 })
      if !largest.isFinite { self = .matrix(rows) }
      return
    }
    let column = rows.map { $0[left] / largest }
    let isProduct = rows.indices.allSatisfy { row in
      rows[row].indices.allSatisfy { place in
        abs(rows[row][place] - column[row] * rows[top][place])
          <= 1e-5 * abs(largest)
      }
    }
    self = isProduct ? .product(column: column, row: rows[top]) : .matrix(rows)
  }

  /// Decimals of a column's entries.
  static let places = 10_000_000.0
}

extension StepLayout {
  /// One parameter's shares: by gate, by step.
  struct Shares {
    let name: String
    let rows: [String]
    let gates: [[StepShare]]
  }

  /// The shares that are drawn: nil where there are too many numbers, or
  /// parameters that are not made of blocks of a column for each unit.
  var drawnShares: [Shares]? {
    guard algebra == nil, hasNumbers, units > 0, steps.count <= 24,
      let first = view.shares.first
    else { return nil }
    var drawn: [Shares] = []
    var numbers = 0
    for (place, item) in first.enumerated() {
      let columns = item.tensor.shape.rank > 0 ? item.tensor.shape[-1] : 0
      guard columns > 0, columns % units == 0 else { return nil }
      let count = min(item.tensor.count / columns, 12)
      let gates = (0..<columns / units).map { gate in
        view.shares.map { share in
          StepShare(
            StepLayout.block(
              share[place].tensor, gate: gate, rows: count, units: units))
        }
      }
      for case .matrix(let rows) in gates.joined() {
        numbers += rows.count * units
      }
      drawn.append(
        Shares(name: item.name, rows: rowNames(item, count), gates: gates))
    }
    return numbers <= 6000 ? drawn : nil
  }

  private static func block(
    _ tensor: Tensor, gate: Int, rows: Int, units: Int
  ) -> [[Double]] {
    let columns = tensor.shape[-1]
    return (0..<rows).map { row in
      let start = row * columns + gate * units
      return tensor.scalars[start..<start + units].map { Double($0) }
    }
  }

  private func rowNames(_ item: NamedTensor, _ count: Int) -> [String] {
    if item.name == "kernel", count <= features {
      return (0..<count).map(featureName)
    }
    return count == 1 ? [""] : (0..<count).map { "\($0 + 1)" }
  }

  /// The gates' letters, as the gradients of pre-activations name them.
  var gateNames: [String] {
    backward.compactMap { $0.name.dropping("dL/da_") }
  }
}
