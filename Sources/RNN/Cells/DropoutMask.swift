// What dropout leaves of a vector. Next: Cell.swift.

import Tensors

/// What dropout leaves of a vector on its way into a product: a factor for
/// every feature, 0 for what is dropped.
///
/// A recurrent layer draws one for each batch and uses it at every step, so
/// that what is dropped stays dropped while a sequence is read.
///
/// - Source: Y. Gal and Z. Ghahramani, "A theoretically grounded application
///   of dropout in recurrent neural networks", 2016, arXiv:1512.05287;
///   Keras 3.15.1, `keras/src/layers/rnn/dropout_rnn_cell.py`.
public struct DropoutMask: Equatable, Sendable {
  /// None where nothing is dropped, one for all gates, or one for each:
  /// `[B, D]`.
  public let factors: [Tensor]

  /// These factors: none, one, or one for each gate.
  public init(_ factors: [Tensor] = []) { self.factors = factors }

  /// Factors for so many gates: 0 for a share `rate` of the features, and
  /// more than 1 for the others, so that sums keep their size.
  ///
  /// - Parameters:
  ///   - shape: `[B, D]`.
  ///   - rate: how much is dropped, from 0 to below 1.
  public init(
    _ shape: Shape, rate: Scalar, gates: Int = 1,
    using generator: inout SeededGenerator
  ) {
    requireRate(rate)
    var factors: [Tensor] = []
    for _ in 0..<(rate > 0 ? gates : 0) {
      let chances = Tensor.uniform(shape, using: &generator)
      factors.append(chances.map { $0 < rate ? 0 : 1 / (1 - rate) })
    }
    self.factors = factors
  }

  /// What is left of `x`, or of a gradient on the way back, for one gate.
  public func callAsFunction(_ x: Tensor, gate: Int = 0) -> Tensor {
    if factors.isEmpty { return x }
    return x * factors[factors.count == 1 ? 0 : gate]
  }

  /// The mask of the first gates alone.
  func first(_ gates: Int) -> DropoutMask {
    factors.count > 1 ? DropoutMask(Array(factors.prefix(gates))) : self
  }

  // MARK: - Forward

  /// `x · W`, `[B, U]` for each gate: each sees its own part of `x`.
  func product(_ x: Tensor, _ kernel: Tensor) -> Tensor {
    let gates = factors.count
    guard gates > 1 else { return matmul(self(x), kernel) }
    var parts: [Tensor] = []
    for gate in 0..<gates {
      parts.append(matmul(self(x, gate: gate), kernel.part(gate, of: gates)))
    }
    return Tensor(joining: parts)
  }

  // MARK: - Backward

  /// dL/dx of `product`, from dL/da.
  func backward(_ da: Tensor, _ kernel: Tensor) -> Tensor {
    let gates = factors.count
    guard gates > 1 else { return self(matmul(da, transposed: kernel)) }
    var dx = Tensor.zeros([da.shape[0], kernel.shape[0]])
    for gate in 0..<gates {
      let back = matmul(
        da.part(gate, of: gates), transposed: kernel.part(gate, of: gates))
      dx += self(back, gate: gate)
    }
    return dx
  }

  /// Adds dL/dW of `product` to a sum.
  func addShare(to sum: inout Tensor, _ x: Tensor, _ da: Tensor) {
    let gates = factors.count
    guard gates > 1 else {
      sum.addProduct(transposed: self(x), da)
      return
    }
    var parts: [Tensor] = []
    for gate in 0..<gates {
      parts.append(
        matmul(transposed: self(x, gate: gate), da.part(gate, of: gates)))
    }
    sum += Tensor(joining: parts)
  }
}

/// What dropout leaves of a step's input and of the state before it.
public struct CellDropout: Equatable, Sendable {
  /// What is left of the input.
  public var input = DropoutMask()
  /// What is left of the previous output.
  public var recurrent = DropoutMask()

  /// Nothing dropped, unless masks are given.
  public init(
    input: DropoutMask = DropoutMask(), recurrent: DropoutMask = DropoutMask()
  ) {
    self.input = input
    self.recurrent = recurrent
  }
}

/// Stops unless a share can be dropped.
func requireRate(_ rate: Scalar) {
  require(
    rate >= 0 && rate < 1,
    "expected a dropout rate in 0..<1; got \(fixed(rate, 4))")
}
