// What can be taken as numbers.

/// What can be given to a model: numbers, or ids taken as numbers.
public protocol TensorConvertible {
  /// The same values as scalars.
  var tensor: Tensor { get }
}

extension Tensor: TensorConvertible {
  /// Itself.
  public var tensor: Tensor { self }

  /// The same whole numbers as scalars.
  public init(_ ids: IntTensor) {
    self.init(ids.integers.map { Scalar($0) }, shape: ids.shape)
  }
}

extension IntTensor: TensorConvertible {
  /// The same numbers as scalars.
  public var tensor: Tensor { Tensor(self) }
}
