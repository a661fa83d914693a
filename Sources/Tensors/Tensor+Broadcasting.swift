// Operands of different shapes. Next: Tensor+Changes.swift.

/// A function of every two elements that meet.
///
/// - Precondition: the shapes fit.
@inline(__always)
func combined(
  _ a: Tensor, _ b: Tensor, _ body: (Scalar, Scalar) -> Scalar
) -> Tensor {
  guard let shape = Shape.broadcast(a.shape, b.shape) else {
    stop(misfit(a.shape, b.shape))
  }
  guard shape.count > 0 else { return .zeros(shape) }
  let scalars = [Scalar](unsafeUninitializedCapacity: shape.count) {
    result, count in
    a.scalars.withUnsafeBufferPointer { a1 in
      b.scalars.withUnsafeBufferPointer { b1 in
        combine(
          result.baseAddress!, a1.baseAddress!, b1.baseAddress!,
          Meeting(a.shape, b.shape, in: shape), body)
      }
    }
    count = shape.count
  }
  return Tensor(scalars, shape: shape)
}

/// Row by row; within a row, both operands go forward, or one is repeated.
@inline(__always)
private func combine(
  _ result: UnsafeMutablePointer<Scalar>, _ a: UnsafePointer<Scalar>,
  _ b: UnsafePointer<Scalar>, _ meeting: Meeting,
  _ body: (Scalar, Scalar) -> Scalar
) {
  var meeting = meeting
  let width = meeting.width
  for row in 0..<meeting.rows {
    let out = result + row * width
    let (left, right) = (a + meeting.aStart, b + meeting.bStart)
    switch (meeting.aStep, meeting.bStep) {
    case (1, 1):
      for i in 0..<width { (out + i).initialize(to: body(left[i], right[i])) }
    case (1, 0):
      let y = right[0]
      for i in 0..<width { (out + i).initialize(to: body(left[i], y)) }
    case (0, 1):
      let x = left[0]
      for i in 0..<width { (out + i).initialize(to: body(x, right[i])) }
    default:
      out.initialize(repeating: body(left[0], right[0]), count: width)
    }
    meeting.nextRow()
  }
}

/// Which elements of two operands meet in each row of the result.
private struct Meeting {
  /// How long a row is, and how many there are.
  let width, rows: Int
  /// How far an operand goes within a row: not at all where it is repeated.
  let aStep, bStep: Int
  /// Where the current row starts in each operand.
  private(set) var aStart = 0
  private(set) var bStart = 0

  private let outer: [Int]
  private let aStrides, bStrides: [Int]
  private var position: [Int]

  init(_ a: Shape, _ b: Shape, in shape: Shape) {
    if a == b {
      // Nothing is repeated: all is one row.
      (width, rows, aStep, bStep) = (shape.count, 1, 1, 1)
      (outer, aStrides, bStrides, position) = ([], [], [], [])
      return
    }
    outer = Array(shape.sizes.dropLast())
    width = shape.sizes.last ?? 1
    rows = shape.count / width
    aStrides = strides(of: a, in: shape)
    bStrides = strides(of: b, in: shape)
    aStep = aStrides.last ?? 0
    bStep = bStrides.last ?? 0
    position = [Int](repeating: 0, count: outer.count)
  }

  mutating func nextRow() {
    for axis in outer.indices.reversed() {
      position[axis] += 1
      aStart += aStrides[axis]
      bStart += bStrides[axis]
      if position[axis] < outer[axis] { return }
      aStart -= position[axis] * aStrides[axis]
      bStart -= position[axis] * bStrides[axis]
      position[axis] = 0
    }
  }
}

/// How far apart an operand's elements lie along each axis of the result.
private func strides(of small: Shape, in shape: Shape) -> [Int] {
  var strides = [Int](repeating: 0, count: shape.rank)
  var stride = 1
  for back in 1..<(small.rank + 1) {
    let size = small.sizes[small.rank - back]
    strides[shape.rank - back] = size == 1 ? 0 : stride
    stride *= size
  }
  return strides
}

/// The words for two shapes that do not fit.
private func misfit(_ a: Shape, _ b: Shape) -> String {
  var words = "expected shapes that fit; got \(a) and \(b)"
  for back in 1..<(Swift.min(a.rank, b.rank) + 1) {
    let (left, right) = (a[-back], b[-back])
    if left != right && left != 1 && right != 1 {
      words += ": sizes \(left) and \(right) at axis -\(back)"
      break
    }
  }
  return words
}
