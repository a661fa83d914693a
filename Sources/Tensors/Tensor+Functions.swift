// Functions of every element, and softmax. Next: Tensor+Sums.swift.

/// e to the power of every element.
public func exp(_ x: Tensor) -> Tensor {
  Tensor(mapLanes(x.scalars) { exponential($0) }, shape: x.shape)
}

/// The natural logarithm of every element.
public func log(_ x: Tensor) -> Tensor {
  Tensor(mapLanes(x.scalars) { logarithm($0) }, shape: x.shape)
}

/// The hyperbolic tangent of every element: between -1 and 1.
public func tanh(_ x: Tensor) -> Tensor {
  Tensor(mapLanes(x.scalars) { hyperbolicTangent($0) }, shape: x.shape)
}

/// `1 / (1 + exp(-x))` of every element: between 0 and 1.
public func sigmoid(_ x: Tensor) -> Tensor {
  Tensor(mapLanes(x.scalars) { logistic($0) }, shape: x.shape)
}

/// Every element, or 0 where it is negative.
public func relu(_ x: Tensor) -> Tensor {
  x.map { $0 > 0 ? $0 : 0 }
}

/// The square root of every element.
public func sqrt(_ x: Tensor) -> Tensor {
  x.map { squareRoot($0) }
}

/// Every element without its sign.
public func abs(_ x: Tensor) -> Tensor {
  x.map { Swift.abs($0) }
}

/// Shares of 1, along the last axis: `exp(x) / sum(exp(x))`.
///
///     softmax(Tensor([0, 0, 0]))  // [0.3333 0.3333 0.3333]
///
/// The largest element is subtracted first. That changes nothing, and no
/// exponential overflows.
public func softmax(_ x: Tensor) -> Tensor {
  var shares = x
  shares.changeRows(by: x.max(axis: -1)) { $0 - $1 }
  shares = exp(shares)
  shares.changeRows(by: shares.sum(axis: -1)) { $0 / $1 }
  return shares
}

extension Tensor {
  /// A function of every element.
  @inlinable
  public func map(_ body: (Scalar) -> Scalar) -> Tensor {
    let count = count
    let mapped = [Scalar](unsafeUninitializedCapacity: count) {
      output, initialized in
      scalars.withUnsafeBufferPointer { input in
        for index in 0..<count {
          (output.baseAddress! + index).initialize(to: body(input[index]))
        }
      }
      initialized = count
    }
    return Tensor(mapped, shape: shape)
  }
}
