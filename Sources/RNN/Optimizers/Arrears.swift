// Steps that rows of a table have still to take. Next: AdamW.swift.

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
    let numbers = Numbers(&table.rows, &means, &squares)
    rates.withUnsafeBufferPointer { rates in
      for row in rows where taken[Int(row)] < rates.count {
        let missed = rates[Int(taken[Int(row)])...]
        taken[Int(row)] = Int32(rates.count)
        for column in stride(from: 0, to: width, by: Lanes.scalarCount) {
          let place = Int(row) * width + column
          numbers.fade(place, width - column, missed, move)
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
    let numbers = Numbers(&table.rows, &means, &squares)
    gradient.values.scalars.withUnsafeBufferPointer { values in
      for (index, row) in gradient.rows.enumerated() {
        taken[Int(row)] = Int32(rates.count)
        let g = values.baseAddress! + index * width
        numbers.move(Int(row) * width, width, g, rate, move)
      }
    }
  }
}

/// The numbers of a table, and those Adam keeps for them.
private struct Numbers {
  private let p, m, v: UnsafeMutablePointer<Scalar>

  init(_ p: inout Tensor, _ m: inout Tensor, _ v: inout Tensor) {
    self.p = p.mutableStart
    self.m = m.mutableStart
    self.v = v.mutableStart
  }

  /// Takes up to sixteen numbers through steps in which their gradient is 0.
  @inline(__always)
  func fade(
    _ place: Int, _ count: Int, _ rates: Slice<UnsafeBufferPointer<Scalar>>,
    _ move: Adam.Move
  ) {
    var m = Lanes(from: self.m + place, count: count)
    var v = Lanes(from: self.v + place, count: count)
    // Where no gradient has been, the steps lead nowhere.
    if all(m .== 0) && all(v .== 0) { return }
    var p = Lanes(from: self.p + place, count: count)
    move(&p, &m, &v, rates: rates)
    p.store(to: self.p + place, count: count)
    m.store(to: self.m + place, count: count)
    v.store(to: self.v + place, count: count)
  }

  /// Takes numbers through a step.
  @inline(__always)
  func move(
    _ place: Int, _ count: Int, _ g: UnsafePointer<Scalar>, _ rate: Scalar,
    _ move: Adam.Move
  ) {
    let (p, m, v) = (self.p + place, self.m + place, self.v + place)
    for i in 0..<count { move(&p[i], &m[i], &v[i], g[i], rate) }
  }
}

extension Tensor {
  /// Where the scalars lie; good until the tensor is let go or changed by
  /// others.
  fileprivate var mutableStart: UnsafeMutablePointer<Scalar> {
    mutating get {
      var start: UnsafeMutablePointer<Scalar>?
      withMutableScalars { start = $0.baseAddress }
      return start!
    }
  }
}
