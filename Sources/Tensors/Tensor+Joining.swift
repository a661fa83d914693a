// Parts along the last axis, and steps the other way round.
// Next: Tensor+Printing.swift.

extension Tensor {
  /// Tensors side by side along their last axis.
  ///
  ///     Tensor(joining: [i, f])  // [B, U] and [B, U] are [B, 2U]
  ///
  /// - Precondition: all other axes are equal.
  public init(joining parts: [Tensor]) {
    require(!parts.isEmpty, "expected tensors to join; got none")
    let rest = parts[0].shape.dropping(-1)
    var width = 0
    for part in parts {
      require(
        part.rank > 0 && part.shape.dropping(-1) == rest,
        "expected equal axes but the last; got \(parts[0].shape) and "
          + "\(part.shape)")
      width += part.shape[-1]
    }
    var scalars: [Scalar] = []
    scalars.reserveCapacity(rest.count * width)
    for row in 0..<rest.count {
      for part in parts {
        let size = part.shape[-1]
        scalars += part.scalars[row * size..<(row + 1) * size]
      }
    }
    self.init(scalars, shape: rest.inserting(width, at: rest.rank))
  }

  /// A range of the last axis: `[B, 4U]` gives `[B, n]`.
  public func columns(_ range: Range<Int>) -> Tensor {
    let width = shape[-1]
    require(
      range.lowerBound >= 0 && range.upperBound <= width,
      "expected columns in 0..<\(width) of \(shape); got "
        + "\(range.lowerBound)..<\(range.upperBound)")
    let rest = shape.dropping(-1)
    var chosen: [Scalar] = []
    chosen.reserveCapacity(rest.count * range.count)
    for row in 0..<rest.count {
      let start = row * width
      chosen += scalars[start + range.lowerBound..<start + range.upperBound]
    }
    return Tensor(chosen, shape: rest.inserting(range.count, at: rest.rank))
  }

  /// One of so many equal parts of the last axis.
  ///
  ///     a.part(1, of: 4)  // [B, 4U] gives [B, U], the second
  public func part(_ index: Int, of count: Int) -> Tensor {
    require(
      shape[-1] % count == 0,
      "expected a last axis of \(count) equal parts; got \(shape)")
    let width = shape[-1] / count
    return columns(index * width..<(index + 1) * width)
  }

  /// The same steps, last first: `[B, T, ...]`.
  public func reversedSteps() -> Tensor {
    require(rank >= 2, "expected [batch, time, ...]; got \(shape)")
    let width = shape.dropping(0).dropping(0).count
    var reversed: [Scalar] = []
    reversed.reserveCapacity(count)
    for sample in 0..<shape[0] {
      for time in (0..<shape[1]).reversed() {
        let start = (sample * shape[1] + time) * width
        reversed += scalars[start..<start + width]
      }
    }
    return Tensor(reversed, shape: shape)
  }
}
