// Whole numbers with a shape: word ids, labels, classes.

/// A dense array of whole numbers with a shape: word ids, labels, classes.
///
/// They are not numbers to calculate with. Word 13 is not 13 times word 1,
/// so an id has no `+`; `Tensor(ids)` says that it shall be one.
///
///     let ids = IntTensor([[0, 1, 2], [3, 14, 5]])
///     print(ids)  // [[ 0  1  2]
///                 //  [ 3 14  5]]
public struct IntTensor: Equatable, Sendable {
  /// The sizes of the axes.
  public let shape: Shape

  /// All numbers, last axis fastest.
  public internal(set) var integers: [Int]

  /// A tensor of these numbers in this shape.
  ///
  /// - Precondition: there are as many as the shape holds.
  public init(_ integers: [Int], shape: Shape) {
    require(
      integers.count == shape.count,
      "expected \(shape.count) integers for \(shape); got "
        + "\(integers.count)")
    self.shape = shape
    self.integers = integers
  }

  /// A vector `[n]`.
  public init(_ vector: [Int]) {
    self.init(vector, shape: [vector.count])
  }

  /// A matrix `[rows, columns]`.
  ///
  /// - Precondition: all rows are equally long. `padSequences` makes them so.
  public init(_ rows: [[Int]]) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() {
      require(
        row.count == width,
        "expected rows of \(width) integers; row \(index) has \(row.count)")
    }
    self.init(Array(rows.joined()), shape: [rows.count, width])
  }

  /// How many numbers there are.
  public var count: Int { integers.count }

  /// How many axes there are.
  public var rank: Int { shape.rank }

  /// One number, by its position on every axis.
  public subscript(_ position: Int...) -> Int {
    integers[offset(of: position, in: shape)]
  }

  /// One element of the first axis, which goes: `[B, T]` gives `[T]`.
  public func row(_ index: Int) -> IntTensor {
    rows(index..<index + 1).reshaped(shape.dropping(0))
  }

  /// A range of the first axis.
  public func rows(_ range: Range<Int>) -> IntTensor {
    require(
      range.lowerBound >= 0 && range.upperBound <= shape[0],
      "expected rows in 0..<\(shape[0]) of \(shape); got "
        + "\(range.lowerBound)..<\(range.upperBound)")
    let rest = shape.dropping(0)
    let part = integers[
      range.lowerBound * rest.count..<range.upperBound * rest.count]
    return IntTensor(
      Array(part), shape: rest.inserting(range.count, at: 0))
  }

  /// The same numbers in another shape.
  public func reshaped(_ shape: Shape) -> IntTensor {
    require(
      shape.count == count,
      "expected a shape for the \(count) integers of \(self.shape); got "
        + "\(shape)")
    return IntTensor(integers, shape: shape)
  }
}

extension IntTensor: CustomStringConvertible {
  /// Rows in brackets, columns aligned.
  public var description: String {
    layout(shape) { "\(integers[$0])" }
  }
}
