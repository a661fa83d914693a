// Several tensors walked at once, sixteen numbers at a time: how a cell's
// gates are put together. Next: Parallel.swift.

/// Where one is on a walk through rows: a few units of a sample, sixteen but
/// at the end of a row.
public struct LanePlace {
  @usableFromInline let row, unit, count, units: Int

  @inlinable @inline(__always)
  init(_ row: Int, _ unit: Int, _ count: Int, _ units: Int) {
    self.row = row
    self.unit = unit
    self.count = count
    self.units = units
  }
}

/// Calls `body` at every place of so many rows of units.
@inlinable @inline(__always)
public func forEachLanes(
  rows: Int, units: Int, _ body: (LanePlace) -> Void
) {
  let width = Lanes.scalarCount
  let whole = units / width * width
  for row in 0..<rows {
    for unit in stride(from: 0, to: whole, by: width) {
      body(LanePlace(row, unit, width, units))
    }
    if whole < units { body(LanePlace(row, whole, units - whole, units)) }
  }
}

/// A tensor's scalars, for a walk through several tensors at once.
///
///     let (f, i) = (gates.lanes(1), gates.lanes(0))
///     forEachLanes(rows: batch, units: units) { k in
///       memory[k] = f[k] * before[k] + i[k] * candidate[k]
///     }
///
/// It is good as long as the tensor is neither let go nor changed by others.
public struct LaneView {
  @usableFromInline let start: UnsafeMutablePointer<Scalar>
  @usableFromInline let part, stride: Int

  @inlinable @inline(__always)
  init(_ start: UnsafeMutablePointer<Scalar>, _ part: Int, _ stride: Int) {
    self.start = start
    self.part = part
    self.stride = stride
  }

  /// The scalars at a place.
  @inlinable @inline(__always)
  public subscript(_ place: LanePlace) -> Lanes {
    get { Lanes(from: at(place), count: place.count) }
    nonmutating set { newValue.store(to: at(place), count: place.count) }
  }

  @inlinable @inline(__always)
  func at(_ place: LanePlace) -> UnsafeMutablePointer<Scalar> {
    start + (place.row * stride + part * place.units + place.unit)
  }
}

extension Tensor {
  /// The scalars for reading; with several parts of U columns in a row, those
  /// of one part.
  @inlinable
  public func lanes(_ part: Int = 0) -> LaneView {
    let start = scalars.withUnsafeBufferPointer { $0.baseAddress! }
    return LaneView(UnsafeMutablePointer(mutating: start), part, shape[-1])
  }

  /// The scalars for changing them.
  @inlinable
  public mutating func mutableLanes(_ part: Int = 0) -> LaneView {
    var start: UnsafeMutablePointer<Scalar>?
    withMutableScalars { start = $0.baseAddress }
    return LaneView(start!, part, shape[-1])
  }
}
