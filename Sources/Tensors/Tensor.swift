// A dense array of numbers with a shape: where the walk begins.
// Next: Tensor+Arithmetic.swift, then RNN/Cells/Cell.swift.

/// A dense array of scalars with a shape.
///
/// The scalars lie in one row, last axis fastest, and a tensor is a value: a
/// copy shares them until one of the two changes.
///
///     let x = Tensor([[1, 2, 3], [4, 5, 6]])
///     x.shape   // [2, 3]
///     x[1, 0]   // 4
///     print(x)  // [[1.0000 2.0000 3.0000]
///               //  [4.0000 5.0000 6.0000]]
public struct Tensor: Equatable, Sendable {
  /// The sizes of the axes.
  public let shape: Shape

  /// All scalars, last axis fastest; their number never changes.
  public internal(set) var scalars: [Scalar] {
    @inlinable get { storage }
    @inlinable _modify { yield &storage }
  }

  // Under a name of its own, since loops that change scalars are inlined
  // into other modules, which may not set `scalars` themselves.
  @usableFromInline var storage: [Scalar]

  /// A tensor of these scalars in this shape.
  ///
  /// - Precondition: there are as many scalars as the shape holds.
  public init(_ scalars: [Scalar], shape: Shape) {
    require(
      scalars.count == shape.count,
      "expected \(shape.count) scalars for \(shape); got \(scalars.count)")
    self.shape = shape
    storage = scalars
  }

  /// A vector `[n]`.
  public init(_ vector: [Scalar]) {
    self.init(vector, shape: [vector.count])
  }

  /// A matrix `[rows, columns]`.
  ///
  /// - Precondition: all rows are equally long.
  public init(_ rows: [[Scalar]]) {
    self.init(stacking: rows.map { Tensor($0) })
  }

  /// A tensor `[n, rows, columns]`.
  public init(_ matrices: [[[Scalar]]]) {
    self.init(stacking: matrices.map { Tensor($0) })
  }

  /// A tensor with one number everywhere.
  public init(repeating value: Scalar, shape: Shape) {
    self.shape = shape
    storage = Array(repeating: value, count: shape.count)
  }

  /// A tensor of zeros.
  public static func zeros(_ shape: Shape) -> Tensor {
    Tensor(repeating: 0, shape: shape)
  }

  /// A tensor of ones.
  public static func ones(_ shape: Shape) -> Tensor {
    Tensor(repeating: 1, shape: shape)
  }

  /// How many scalars there are.
  public var count: Int { scalars.count }

  /// How many axes there are.
  public var rank: Int { shape.rank }

  /// One scalar, by its position on every axis.
  ///
  /// - Precondition: one position for each axis, each inside it.
  public subscript(_ position: Int...) -> Scalar {
    get { scalars[offset(of: position, in: shape)] }
    set { scalars[offset(of: position, in: shape)] = newValue }
  }
}

/// Where in the row of scalars a position lies.
func offset(of position: [Int], in shape: Shape) -> Int {
  require(
    position.count == shape.rank,
    "expected \(shape.rank) positions for \(shape); got \(position.count)")
  var offset = 0
  for (axis, place) in position.enumerated() {
    require(
      place >= 0 && place < shape.sizes[axis],
      "expected a position in 0..<\(shape.sizes[axis]) on axis \(axis) of "
        + "\(shape); got \(place)")
    offset = offset * shape.sizes[axis] + place
  }
  return offset
}
