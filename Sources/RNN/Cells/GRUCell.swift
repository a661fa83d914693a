// A cell that mixes old and new. Next: GRUCell+Step.swift.

import Tensors

/// The cell of gated recurrent units.
///
///     z = sigmoid(x · W_z + b_z + h₀ · U_z)    how much of the old is kept
///     r = sigmoid(x · W_r + b_r + h₀ · U_r)    how much of it is looked at
///     ĥ = tanh(x · W_h + b_h + r ⊙ (h₀ · U_h))       reset after
///     ĥ = tanh(x · W_h + b_h + (r ⊙ h₀) · U_h)       reset before
///     h = z ⊙ h₀ + (1 - z) ⊙ ĥ
///
/// with the input `x` `[B, D]`, the previous output `h₀` `[B, U]`, the kernel
/// `[D, 3U]` and the recurrent kernel `[U, 3U]`, their parts side by side in
/// the order z, r, h. Resetting after the product, as is the rule today, each
/// of the two products has a bias of its own, `[2, 3U]`; before it, they
/// share one, `[3U]`.
///
/// A `z` of 1 keeps the old here, as in the paper, in PyTorch and in "Dive into
/// Deep Learning"; in Chung et al., 2014, arXiv:1412.3555, and in much that was
/// drawn after it, a `z` of 1 takes the new.
///
///     var generator = SeededGenerator(seed: 1)
///     let cell = GRUCell(inputSize: 3, units: 2, using: &generator)
///     let trace = cell.step(x, from: cell.zeroState(batch: 1))
///     trace.updateGate.shape  // [1, 2]
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/gru.py`; K. Cho et al.,
///   "Learning phrase representations using RNN encoder-decoder for
///   statistical machine translation", 2014, arXiv:1406.1078: in its first
///   version the reset comes after, in its third before.
public struct GRUCell: Cell {
  /// What is learnt.
  public var parameters: Parameters
  /// What becomes of the candidate.
  public let activation: Activation
  /// What becomes of the gates.
  public let recurrentActivation: Activation
  /// Whether the reset gate acts after the product with the recurrent kernel,
  /// or before it.
  public let resetAfter: Bool
  /// What is dropped of inputs and states; nothing, outside training.
  public var dropout = CellDropout()

  /// A cell with these parameters.
  ///
  /// - Precondition: kernel `[D, 3U]`, recurrent kernel `[U, 3U]`, bias
  ///   `[2, 3U]`, or `[3U]` if the reset comes before.
  public init(
    parameters: Parameters, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid, resetAfter: Bool = true
  ) {
    let (kernel, recurrent) = (
      parameters.kernel.shape, parameters.recurrentKernel.shape
    )
    require(
      kernel.rank == 2 && kernel[1] % 3 == 0,
      "expected a kernel [D, 3U]; got \(kernel)")
    let (units, width) = (kernel[1] / 3, kernel[1])
    require(
      recurrent == [units, width],
      "expected a recurrent kernel [\(units), \(width)] beside the kernel "
        + "\(kernel); got \(recurrent)")
    let bias: Shape = resetAfter ? [2, width] : [width]
    self.parameters = parameters
    if !parameters.learnsBias { self.parameters.bias = .zeros(bias) }
    require(
      self.parameters.bias.shape == bias,
      "expected a bias \(bias) beside the kernel \(kernel), resetting "
        + "\(resetAfter ? "after" : "before"); got "
        + "\(self.parameters.bias.shape)")
    self.activation = activation
    self.recurrentActivation = recurrentActivation
    self.resetAfter = resetAfter
  }

  /// A cell that has learnt nothing yet: Glorot's uniform kernel, an
  /// orthogonal recurrent kernel, drawn once for all three parts, and a bias
  /// of zeros, unless one asks otherwise.
  public init(
    inputSize: Int, units: Int, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid, useBias: Bool = true,
    resetAfter: Bool = true, initializers: CellInitializers = .init(),
    using generator: inout SeededGenerator
  ) {
    let kernel = initializers.kernel([inputSize, 3 * units], &generator)
    let recurrent = initializers.recurrent([units, 3 * units], &generator)
    let shape: Shape = resetAfter ? [2, 3 * units] : [3 * units]
    let bias = useBias ? initializers.bias(shape, &generator) : nil
    self.init(
      parameters: Parameters(
        kernel: kernel, recurrentKernel: recurrent, bias: bias),
      activation: activation, recurrentActivation: recurrentActivation,
      resetAfter: resetAfter)
  }

  /// How many numbers a step reads: D.
  public var inputSize: Int { parameters.kernel.shape[0] }
  /// How many units there are: U.
  public var units: Int { parameters.kernel.shape[1] / 3 }
  /// How many blocks of U columns the kernels have.
  public static var gates: Int { 3 }
  /// What a layer of this cell is called in a summary.
  public static var layerName: String { "GRU" }

  /// The state before the first step: zeros `[B, U]`.
  public func zeroState(batch: Int) -> Tensor { .zeros([batch, units]) }
}
