// Four scalars at once, for the ends of rows and for networks that have no
// more. Next: Tile.swift.

/// A quarter of the lanes.
typealias Four = SIMD4<Scalar>

extension SIMD4 where Scalar == Tensors.Scalar {
  // The last ones by name: a lane that is not known before the program runs
  // would send all of them through memory.

  /// The scalars from here on, zeros behind the first `count` of them.
  @inline(__always)
  init(from start: UnsafePointer<Scalar>, _ count: Int) {
    if count >= 4 {
      self = UnsafeRawPointer(start).loadUnaligned(as: Four.self)
    } else if count > 0 {
      self.init(
        start[0], count > 1 ? start[1] : 0, count > 2 ? start[2] : 0, 0)
    } else {
      self = .zero
    }
  }

  /// Writes the first `count` scalars.
  @inline(__always)
  func store(to target: UnsafeMutablePointer<Scalar>, _ count: Int) {
    if count >= 4 {
      UnsafeMutableRawPointer(target).storeBytes(of: self, as: Four.self)
    } else if count > 0 {
      target[0] = x
      if count > 1 { target[1] = y }
      if count > 2 { target[2] = z }
    }
  }
}

/// `a · b + c` of four scalars, rounded as in the lanes.
@inline(__always)
func multiplyAdd(_ a: Four, _ b: Four, _ c: Four) -> Four {
  #if UNROLLED_FMA
    c.addingProduct(a, b)
  #else
    c + a * b
  #endif
}

/// One row of at most four columns: in small networks there are no more, and
/// most lanes would be idle.
struct ShortRow: TileRows {
  var sum: Four

  @inline(__always) static var count: Int { 1 }
  @inline(__always) static var width: Int { Tile.width }

  @inline(__always)
  init(_ start: UnsafePointer<Scalar>, _ stride: Int, columns: Int) {
    sum = Four(from: start, columns)
  }

  @inline(__always)
  mutating func add(
    _ a: UnsafePointer<Scalar>, _ stride: Int, _ b: UnsafePointer<Lanes>
  ) {
    let b = UnsafeRawPointer(b).load(as: Four.self)
    sum = multiplyAdd(Four(repeating: a[0]), b, sum)
  }

  @inline(__always)
  func store(
    _ target: UnsafeMutablePointer<Scalar>, _ stride: Int, columns: Int
  ) {
    sum.store(to: target, columns)
  }
}

/// Eight of them.
typealias ShortTile = Twice<Twice<Twice<ShortRow>>>
