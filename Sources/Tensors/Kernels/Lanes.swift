// Sixteen scalars at once: what the kernels are written in.
// Next: Four.swift, Product.swift, Elementary.swift.

/// Sixteen scalars that are calculated with at once.
public typealias Lanes = SIMD16<Scalar>

/// `a · b + c`.
///
/// Rounded once where the build allows fused instructions, twice elsewhere:
/// the one difference between machines that results can show.
@inlinable @inline(__always)
func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if UNROLLED_FMA
    c.addingProduct(a, b)
  #else
    c + a * b
  #endif
}

/// `a · b + c` of one scalar, rounded as in the lanes.
@inlinable @inline(__always)
func multiplyAdd(_ a: Scalar, _ b: Scalar, _ c: Scalar) -> Scalar {
  #if UNROLLED_FMA
    c.addingProduct(a, b)
  #else
    c + a * b
  #endif
}

extension SIMD16 where Scalar == Tensors.Scalar {
  /// The scalars from here on, zeros behind the first `count` of them.
  @inlinable @inline(__always)
  public init(from start: UnsafePointer<Scalar>, count: Int) {
    if count >= Lanes.scalarCount {
      self = UnsafeRawPointer(start).loadUnaligned(as: Lanes.self)
    } else {
      self = some(count, from: start)
    }
  }

  /// Writes the first `count` scalars.
  @inlinable @inline(__always)
  public func store(to target: UnsafeMutablePointer<Scalar>, count: Int) {
    if count >= Lanes.scalarCount {
      UnsafeMutableRawPointer(target).storeBytes(of: self, as: Lanes.self)
    } else {
      storeSome(count, of: self, to: target)
    }
  }
}

// MARK: - Fewer than sixteen

/// The first few scalars, zeros behind them.
@usableFromInline
func some(_ count: Int, from start: UnsafePointer<Scalar>) -> Lanes {
  func four(_ first: Int) -> Four { Four(from: start + first, count - first) }
  return Lanes(
    lowHalf: SIMD8(lowHalf: four(0), highHalf: four(4)),
    highHalf: SIMD8(lowHalf: four(8), highHalf: four(12)))
}

/// Writes the first few scalars.
@usableFromInline
func storeSome(
  _ count: Int, of lanes: Lanes, to target: UnsafeMutablePointer<Scalar>
) {
  lanes.lowHalf.lowHalf.store(to: target, count)
  lanes.lowHalf.highHalf.store(to: target + 4, count - 4)
  lanes.highHalf.lowHalf.store(to: target + 8, count - 8)
  lanes.highHalf.highHalf.store(to: target + 12, count - 12)
}

/// Applies a function to all scalars, sixteen at a time.
///
/// The last few are done with idle lanes, so that a scalar's result does not
/// depend on where it lies.
@inline(__always)
func mapLanes(_ scalars: [Scalar], _ body: (Lanes) -> Lanes) -> [Scalar] {
  let width = Lanes.scalarCount
  return [Scalar](unsafeUninitializedCapacity: scalars.count) {
    output, initialized in
    scalars.withUnsafeBufferPointer { input in
      let whole = input.count / width * width
      let source = UnsafeRawPointer(input.baseAddress)
      let target = UnsafeMutableRawPointer(output.baseAddress)
      let stride = MemoryLayout<Scalar>.stride
      for index in Swift.stride(from: 0, to: whole, by: width) {
        let lanes = source!.loadUnaligned(
          fromByteOffset: index * stride, as: Lanes.self)
        target!.storeBytes(
          of: body(lanes), toByteOffset: index * stride, as: Lanes.self)
      }
      if whole < input.count {
        var lanes = Lanes.zero
        for index in whole..<input.count {
          lanes[index - whole] = input[index]
        }
        lanes = body(lanes)
        for index in whole..<input.count {
          (output.baseAddress! + index).initialize(to: lanes[index - whole])
        }
      }
    }
    initialized = scalars.count
  }
}
