// Products that go into a tensor that is there already: loops through time
// make no others. Next: RNN/Cells/Cell.swift.

extension Tensor {
  /// Becomes `start + a · b`, `start` being a row that is the same for all.
  ///
  ///     a.set(bias, plus: x, times: kernel)  // x · W + b
  ///
  /// - Precondition: this is `[..., m, n]`, `start` `[n]`, `a` `[..., m, k]`,
  ///   `b` `[k, n]`.
  public mutating func set(
    _ start: Tensor, plus a: Tensor, times b: PackedMatrix
  ) {
    requireSum(a, b)
    require(
      start.count == b.columns,
      "expected a row of \(b.columns) to start from; got \(start.shape)")
    start.scalars.withUnsafeBufferPointer { start in
      guard let start = start.baseAddress else { return }
      multiply(a, b) { _ in Operand(start, 0, 1) }
    }
  }

  /// Becomes `a · b`.
  ///
  /// - Precondition: this is `[..., m, n]`, `a` `[..., m, k]`, `b` `[k, n]`.
  public mutating func set(_ a: Tensor, times b: PackedMatrix) {
    set(Tensor.zeros([b.columns]), plus: a, times: b)
  }

  /// Adds `a · b`.
  ///
  /// - Precondition: this is `[..., m, n]`, `a` `[..., m, k]`, `b` `[k, n]`.
  public mutating func add(_ a: Tensor, times b: PackedMatrix) {
    requireSum(a, b)
    multiply(a, b) { Operand($0.start, $0.stride, 1) }
  }

  /// Adds `a · b` to one of so many equal parts of the columns.
  ///
  /// - Precondition: this is `[..., m, count · n]`, `a` `[..., m, k]`, `b`
  ///   `[k, n]`.
  public mutating func add(
    _ a: Tensor, times b: PackedMatrix, part: Int, of count: Int
  ) {
    require(
      shape[-1] == count * b.columns && part >= 0 && part < count,
      "expected part \(part) of \(count) parts of \(b.columns) columns; got "
        + "\(shape)")
    guard self.count > 0 else { return }
    let (width, rows) = (shape[-1], 0..<self.count / shape[-1])
    scalars.withUnsafeMutableBufferPointer { c in
      let c = Target(
        start: c.baseAddress! + part * b.columns, stride: width)
      a.scalars.withUnsafeBufferPointer { a in
        let a = Operand(a.baseAddress!, b.rows, 1)
        b.withPanels {
          Tensors.multiply(
            into: c, from: Operand(c.start, width, 1), a, $0, rows: rows)
        }
      }
    }
  }

  /// Adds the product of the transpose of `a` `[..., k]` with `b` `[..., n]`.
  ///
  /// - Precondition: this is `[k, n]`.
  public mutating func addProduct(transposed a: Tensor, _ b: Tensor) {
    addProducts(transposed: [a], [b])
  }

  /// Adds `Σ aᵀ · b` over all pairs of `a` `[..., k]` and `b` `[..., n]`: what
  /// the steps of a sequence have to say of one kernel.
  ///
  ///     sum.addProducts(transposed: inputs, deltas)  // Σ x_tᵀ · da_t
  ///
  /// It is summed pair by pair and row by row, on any number of threads.
  ///
  /// - Precondition: this is `[k, n]`.
  public mutating func addProducts(transposed a: [Tensor], _ b: [Tensor]) {
    require(
      a.count == b.count,
      "expected as many matrices on both sides; got \(a.count) and \(b.count)")
    for (a, b) in zip(a, b) { requirePair(a, b) }
    guard count > 0 else { return }
    let (width, columns) = (shape[0], shape[1])
    // What an array holds stays where it is while nobody changes it.
    let pairs = zip(a, b).map { a, b in
      Pair(
        a: a.scalars.withUnsafeBufferPointer { $0.baseAddress! },
        b: b.scalars.withUnsafeBufferPointer { $0.baseAddress! },
        width: width, columns: columns, rows: a.count / width)
    }
    let panels = (columns + Tile.columns - 1) / Tile.columns
    let work = pairs.reduce(0) { $0 + $1.rows } * count
    let shares = work > leastSharedWork ? sharedParts(of: panels) : [0..<panels]
    withExtendedLifetime((a, b)) {
      scalars.withUnsafeMutableBufferPointer { c in
        let c = Target(start: c.baseAddress!, stride: columns)
        inParallel(shares.count) {
          Tensors.addProducts(to: c, pairs, panels: shares[$0])
        }
      }
    }
  }

  /// Becomes `start + a · b`; large products are shared, row by row.
  private mutating func multiply(
    _ a: Tensor, _ b: PackedMatrix, from start: (Target) -> Operand
  ) {
    guard count > 0 else { return }
    let rows = count / b.columns
    scalars.withUnsafeMutableBufferPointer { c in
      let c = Target(start: c.baseAddress!, stride: b.columns)
      let start = start(c)
      a.scalars.withUnsafeBufferPointer { a in
        let a = Operand(a.baseAddress ?? UnsafePointer(c.start), b.rows, 1)
        b.withPanels { b in
          guard rows * b.columns * b.inner > leastSharedWork else {
            return Tensors.multiply(
              into: c, from: start, a, b, rows: 0..<rows)
          }
          _ = keepsMemory
          let shares = sharedParts(of: rows, multiple: 8)
          inParallel(shares.count) {
            Tensors.multiply(into: c, from: start, a, b, rows: shares[$0])
          }
        }
      }
    }
  }

  /// Becomes a copy of another tensor, in the place it has.
  ///
  /// - Precondition: both have one shape.
  public mutating func set(_ other: Tensor) {
    require(
      shape == other.shape,
      "expected equal shapes; got \(shape) and \(other.shape)")
    scalars.withUnsafeMutableBufferPointer { mine in
      other.scalars.withUnsafeBufferPointer { theirs in
        guard let theirs = theirs.baseAddress else { return }
        mine.baseAddress!.update(from: theirs, count: mine.count)
      }
    }
  }

  /// Adds all rows of all these tensors, `[..., n]`, to this vector `[n]`.
  public mutating func addRows(of tensors: [Tensor]) {
    let width = count
    for tensor in tensors {
      require(
        tensor.shape[-1] == width,
        "expected rows of \(width); got \(tensor.shape)")
      scalars.withUnsafeMutableBufferPointer { sums in
        tensor.scalars.withUnsafeBufferPointer { rows in
          for column in stride(from: 0, to: width, by: Lanes.scalarCount) {
            let sums = sums.baseAddress! + column
            var sum = Lanes(from: sums, count: width - column)
            for first in stride(from: column, to: rows.count, by: width) {
              sum += Lanes(
                from: rows.baseAddress! + first, count: width - column)
            }
            sum.store(to: sums, count: width - column)
          }
        }
      }
    }
  }

  private func requireSum(_ a: Tensor, _ b: PackedMatrix) {
    require(
      a.rank >= 1 && a.shape[-1] == b.rows,
      "expected [..., \(b.rows)] for a matrix [\(b.rows), \(b.columns)]; got "
        + "\(a.shape)")
    require(
      shape[-1] == b.columns && count * b.rows == a.count * b.columns,
      "expected room for a product of \(a.shape) and [\(b.rows), "
        + "\(b.columns)]; got \(shape)")
  }

  private func requirePair(_ a: Tensor, _ b: Tensor) {
    require(
      a.rank >= 1 && b.rank >= 1
        && a.shape.dropping(-1) == b.shape.dropping(-1),
      "expected equal axes but the last; got \(a.shape) and \(b.shape)")
    require(
      shape == [a.shape[-1], b.shape[-1]],
      "expected a product [\(a.shape[-1]), \(b.shape[-1])] to add to \(shape)")
  }
}

/// Large products come in great numbers, and each is a new tensor.
private let keepsMemory: Void = keepMemory()

/// So many multiplications are worth waking another thread for.
private let leastSharedWork = 1 << 20
