// The sizes of a tensor's axes. Next: Tensor.swift.

/// The sizes of a tensor's axes, outermost first.
///
///     let shape: Shape = [5, 4, 1]  // 5 samples, 4 steps, 1 feature
///     shape.count                   // 20 scalars
///     shape.rank                    // 3 axes
public struct Shape: Equatable, Sendable, ExpressibleByArrayLiteral {
  /// The size of each axis.
  public let sizes: [Int]

  /// A shape with these sizes, none of them negative.
  public init(_ sizes: [Int]) {
    for size in sizes {
      require(size >= 0, "expected sizes of at least 0; got \(size)")
    }
    self.sizes = sizes
  }

  /// The shape of these sizes, outermost axis first: `[2, 5, 10]`.
  public init(arrayLiteral sizes: Int...) {
    self.init(sizes)
  }

  /// How many axes there are.
  public var rank: Int { sizes.count }

  /// How many scalars a tensor of this shape holds.
  public var count: Int {
    var product = 1
    for size in sizes { product *= size }
    return product
  }

  /// The size of one axis; -1 is the last.
  public subscript(axis: Int) -> Int {
    sizes[self.axis(axis)]
  }

  /// The axis meant by a number that may count from the end.
  ///
  /// - Precondition: there is such an axis.
  public func axis(_ number: Int) -> Int {
    let axis = number < 0 ? number + rank : number
    require(
      axis >= 0 && axis < rank,
      "expected an axis of \(self); got axis \(number)")
    return axis
  }

  /// This shape without one axis.
  public func dropping(_ axis: Int) -> Shape {
    var rest = sizes
    rest.remove(at: self.axis(axis))
    return Shape(rest)
  }

  /// This shape with one axis more, at `axis`.
  public func inserting(_ size: Int, at axis: Int) -> Shape {
    var more = sizes
    more.insert(size, at: axis)
    return Shape(more)
  }
}

extension Shape {
  /// The shape of `a + b`, or nil if the two do not fit.
  ///
  /// Shapes are compared from the last axis; sizes fit if they are equal or
  /// one of them is 1, and a missing axis counts as 1.
  ///
  ///     Shape.broadcast([2, 3], [3])     // [2, 3]
  ///     Shape.broadcast([2, 1], [1, 4])  // [2, 4]
  ///     Shape.broadcast([2, 3], [2])     // nil
  public static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    if a == b { return a }
    var sizes: [Int] = []
    for back in 1..<(max(a.rank, b.rank) + 1) {
      let left = back <= a.rank ? a.sizes[a.rank - back] : 1
      let right = back <= b.rank ? b.sizes[b.rank - back] : 1
      if left != right && left != 1 && right != 1 { return nil }
      sizes.append(left == 1 ? right : left)
    }
    return Shape(Array(sizes.reversed()))
  }
}

extension Shape: CustomStringConvertible {
  /// The sizes in brackets: `[5, 4, 1]`.
  public var description: String {
    var text = "["
    for (position, size) in sizes.enumerated() {
      if position > 0 { text += ", " }
      text += "\(size)"
    }
    return text + "]"
  }
}
