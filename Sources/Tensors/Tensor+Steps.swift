// Sequences and their steps. Next: Tensor+Stacking.swift.

extension Tensor {
  /// The time steps of some samples: `[B, T, D]` gives T times `[b, D]`.
  ///
  /// - Parameter samples: which of the first axis; nil for all.
  public func steps(of samples: Range<Int>? = nil) -> [Tensor] {
    require(rank == 3, "expected [batch, time, features]; got \(shape)")
    let samples = samples ?? 0..<shape[0]
    require(
      samples.lowerBound >= 0 && samples.upperBound <= shape[0],
      "expected samples in 0..<\(shape[0]) of \(shape); got "
        + "\(samples.lowerBound)..<\(samples.upperBound)")
    let (steps, width) = (shape[1], shape[2])
    let stepShape: Shape = [samples.count, width]
    return scalars.withUnsafeBufferPointer { source in
      (0..<steps).map { time in
        let rows = [Scalar](unsafeUninitializedCapacity: stepShape.count) {
          target, count in
          for (place, sample) in samples.enumerated() where width > 0 {
            (target.baseAddress! + place * width).initialize(
              from: source.baseAddress! + (sample * steps + time) * width,
              count: width)
          }
          count = stepShape.count
        }
        return Tensor(rows, shape: stepShape)
      }
    }
  }

  /// Sequences from their steps, of which each part of the samples has its
  /// own list: T times `[b, U]` for each part is `[B, T, U]`.
  public init(steps parts: [[Tensor]]) {
    let samples = parts.reduce(0) { $0 + ($1.first?.shape[0] ?? 0) }
    let steps = parts.first?.count ?? 0
    let width = parts.first?.first?.shape[1] ?? 0
    let shape: Shape = [samples, steps, width]
    self.init(
      [Scalar](unsafeUninitializedCapacity: shape.count) { target, count in
        var first = 0
        for part in parts {
          for (time, step) in part.enumerated() where step.count > 0 {
            let rows = step.shape[0]
            step.scalars.withUnsafeBufferPointer { source in
              for row in 0..<rows {
                let place = ((first + row) * steps + time) * width
                (target.baseAddress! + place).initialize(
                  from: source.baseAddress! + row * width, count: width)
              }
            }
          }
          first += part.first?.shape[0] ?? 0
        }
        count = shape.count
      }, shape: shape)
  }

  /// Replaces one time step of sequences `[B, T, D]` by a product of `a`
  /// `[B, U]` and a matrix `[U, D]`.
  public mutating func setStep(
    _ time: Int, to a: Tensor, times b: PackedMatrix
  ) {
    require(
      rank == 3 && a.rank == 2 && shape[0] == a.shape[0]
        && shape[2] == b.columns && a.shape[1] == b.rows,
      "expected room for steps of a product of \(a.shape) and [\(b.rows), "
        + "\(b.columns)]; got \(shape)")
    requireStep(time)
    guard count > 0 else { return }
    let (rows, steps, width) = (shape[0], shape[1], shape[2])
    scalars.withUnsafeMutableBufferPointer { target in
      let target = Target(
        start: target.baseAddress! + time * width, stride: steps * width)
      for row in 0..<rows {
        target.at(row, 0).update(repeating: 0, count: width)
      }
      a.scalars.withUnsafeBufferPointer { a in
        guard let a = a.baseAddress else { return }
        b.withPanels {
          Tensors.multiply(
            into: target, from: Operand(target.start, target.stride, 1),
            Operand(a, $0.inner, 1), $0, rows: 0..<rows)
        }
      }
    }
  }

  /// Replaces one time step of sequences `[B, T, D]`.
  public mutating func setStep(_ time: Int, to step: Tensor) {
    require(
      rank == 3 && step.shape == [shape[0], shape[2]],
      "expected a step of \(shape); got \(step.shape)")
    requireStep(time)
    for row in 0..<shape[0] {
      for column in 0..<shape[2] {
        scalars[(row * shape[1] + time) * shape[2] + column] =
          step.scalars[row * shape[2] + column]
      }
    }
  }

  private func requireStep(_ time: Int) {
    require(
      time >= 0 && time < shape[1],
      "expected a step in 0..<\(shape[1]) of \(shape); got \(time)")
  }

  /// Tensors one below the other, along their first axis.
  ///
  /// - Precondition: all other axes are equal.
  public init(joiningRows parts: [Tensor]) {
    require(!parts.isEmpty, "expected tensors to join; got none")
    let rest = parts[0].shape.dropping(0)
    var rows = 0
    var scalars: [Scalar] = []
    scalars.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts {
      require(
        part.shape.dropping(0) == rest,
        "expected equal axes but the first; got \(parts[0].shape) and "
          + "\(part.shape)")
      scalars += part.scalars
      rows += part.shape[0]
    }
    self.init(scalars, shape: rest.inserting(rows, at: 0))
  }

  /// Replaces a row by that of another tensor of this shape.
  public mutating func setRow(_ row: Int, to other: Tensor) {
    require(
      shape == other.shape && row >= 0 && row < shape[0],
      "expected a row of \(shape); got row \(row) of \(other.shape)")
    let width = count / shape[0]
    for place in row * width..<(row + 1) * width {
      scalars[place] = other.scalars[place]
    }
  }

  /// Fills a row with zeros.
  public mutating func clearRow(_ row: Int) {
    require(
      row >= 0 && row < shape[0], "expected a row of \(shape); got \(row)")
    let width = count / shape[0]
    for place in row * width..<(row + 1) * width { scalars[place] = 0 }
  }
}
