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
    requireDropoutRate(rate)
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

  /// The factors of some samples.
  func samples(_ range: Range<Int>) -> DropoutMask {
    DropoutMask(factors.map { $0.rows(range) })
  }

  /// A kernel `[D, G·U]` laid out: whole, or in a part for each gate where each
  /// sees an input of its own.
  func laidOut(_ kernel: Tensor) -> [PackedMatrix] {
    inParts(kernel).map { PackedMatrix($0) }
  }

  /// The same for the way back.
  func transposed(_ kernel: Tensor) -> [PackedMatrix] {
    inParts(kernel).map { PackedMatrix(transposing: $0) }
  }

  private func inParts(_ kernel: Tensor) -> [Tensor] {
    let gates = factors.count
    guard gates > 1 else { return [kernel] }
    return (0..<gates).map { kernel.part($0, of: gates) }
  }

  // MARK: - Forward

  /// `a = start + x · W`, each gate seeing its own part of `x`.
  func setProduct(
    _ x: Tensor, _ kernels: [PackedMatrix], plus start: Tensor,
    in a: inout Tensor
  ) {
    if kernels.count == 1 {
      a.set(start, plus: self(x), times: kernels[0])
    } else {
      a = parts(x, kernels) + start
    }
  }

  /// `a += x · W`, each gate seeing its own part of `x`.
  func addProduct(
    _ x: Tensor, _ kernels: [PackedMatrix], to a: inout Tensor
  ) {
    if kernels.count == 1 {
      a.add(self(x), times: kernels[0])
    } else {
      a += parts(x, kernels)
    }
  }

  private func parts(_ x: Tensor, _ kernels: [PackedMatrix]) -> Tensor {
    Tensor(
      joining: kernels.indices.map { matmul(self(x, gate: $0), kernels[$0]) })
  }

  // MARK: - Backward

  /// dL/dx of the product, from dL/da.
  func setGradient(
    _ da: Tensor, _ transposed: [PackedMatrix], in dx: inout Tensor
  ) {
    guard transposed.count > 1 else {
      dx.set(da, times: transposed[0])
      if !factors.isEmpty { dx *= factors[0] }
      return
    }
    dx = .zeros(dx.shape)
    for (gate, kernel) in transposed.enumerated() {
      let part = matmul(da.part(gate, of: transposed.count), kernel)
      dx += self(part, gate: gate)
    }
  }

  /// Adds dL/dx of the product, from dL/da, to what is there.
  func addGradient(
    _ da: Tensor, _ transposed: [PackedMatrix], to dx: inout Tensor
  ) {
    if factors.isEmpty {
      dx.add(da, times: transposed[0])
    } else {
      var more = Tensor.zeros(dx.shape)
      setGradient(da, transposed, in: &more)
      dx += more
    }
  }

  /// Adds dL/dW of the products of all steps to a sum.
  ///
  /// - Parameter steps: the input of each step, and what was dropped of it.
  static func addShares(
    to sum: inout Tensor, _ steps: [(mask: DropoutMask, x: Tensor)],
    _ das: [Tensor]
  ) {
    let gates = steps.first?.mask.factors.count ?? 0
    guard gates > 1 else {
      sum.addProducts(transposed: steps.map { $0.mask($0.x) }, das)
      return
    }
    var parts: [Tensor] = []
    for gate in 0..<gates {
      var part = Tensor.zeros([sum.shape[0], sum.shape[1] / gates])
      part.addProducts(
        transposed: steps.map { $0.mask($0.x, gate: gate) },
        das.map { $0.part(gate, of: gates) })
      parts.append(part)
    }
    sum += Tensor(joining: parts)
  }

  /// Writes dL/dx of a step's product to its place in that of all steps.
  func setGradient(
    _ da: Tensor, _ transposed: [PackedMatrix], in dx: inout Tensor,
    at time: Int
  ) {
    if factors.isEmpty {
      dx.setStep(time, to: da, times: transposed[0])
    } else {
      var step = Tensor.zeros([dx.shape[0], dx.shape[2]])
      setGradient(da, transposed, in: &step)
      dx.setStep(time, to: step)
    }
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

  /// What is dropped of some samples.
  func samples(_ range: Range<Int>) -> CellDropout {
    CellDropout(
      input: input.samples(range), recurrent: recurrent.samples(range))
  }
}

/// Stops unless a share can be dropped.
func requireDropoutRate(_ rate: Scalar) {
  require(
    rate >= 0 && rate < 1,
    "expected a dropout rate in 0..<1; got \(fixed(rate, 4))")
}
