// The simplest recurrent cell, forward and backward.
// Next: SimpleRNNCell+Parameters.swift, SimpleRNNCell+Trace.swift, then
// Unroll/Unroll.swift, or LSTMCell.swift.

import Tensors

/// The cell of a simple recurrent network, also called Elman's.
///
///     a = x · W + b + h₀ · U
///     h = tanh(a)
///
/// with the input `x` `[B, D]`, the previous output `h₀` `[B, U]`, the kernel
/// `W` `[D, U]`, the recurrent kernel `U` `[U, U]` and the bias `b` `[U]`.
///
///     var generator = SeededGenerator(seed: 1)
///     let cell = SimpleRNNCell(inputSize: 3, units: 2, using: &generator)
///     let trace = cell.step(x, from: cell.zeroState(batch: 1))
///     trace.h.shape  // [1, 2]
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/simple_rnn.py`; J. Elman,
///   "Finding structure in time", 1990, doi:10.1207/s15516709cog1402_1.
public struct SimpleRNNCell: Cell {
  /// What is learnt.
  public var parameters: Parameters
  /// What becomes of the pre-activation: tanh, unless one asks otherwise.
  public let activation: Activation
  /// What is dropped of inputs and states; nothing, outside training.
  public var dropout = CellDropout()

  /// A cell with these parameters.
  ///
  /// - Precondition: kernel `[D, U]`, recurrent kernel `[U, U]`, bias `[U]`.
  public init(parameters: Parameters, activation: Activation = .tanh) {
    let (kernel, recurrent, bias) = (
      parameters.kernel.shape, parameters.recurrentKernel.shape,
      parameters.bias.shape
    )
    require(kernel.rank == 2, "expected a kernel [D, U]; got \(kernel)")
    let units = kernel[1]
    require(
      recurrent == [units, units],
      "expected a recurrent kernel [\(units), \(units)] beside the kernel "
        + "\(kernel); got \(recurrent)")
    require(
      bias == [units],
      "expected a bias [\(units)] beside the kernel \(kernel); got \(bias)")
    self.parameters = parameters
    self.activation = activation
  }

  /// A cell that has learnt nothing yet: Glorot's uniform kernel, an
  /// orthogonal recurrent kernel, no bias, unless one asks otherwise.
  public init(
    inputSize: Int, units: Int, activation: Activation = .tanh,
    useBias: Bool = true, initializers: CellInitializers = .init(),
    using generator: inout SeededGenerator
  ) {
    let kernel = initializers.kernel([inputSize, units], &generator)
    let recurrent = initializers.recurrent([units, units], &generator)
    let bias = useBias ? initializers.bias([units], &generator) : nil
    self.init(
      parameters: Parameters(
        kernel: kernel, recurrentKernel: recurrent, bias: bias),
      activation: activation)
  }

  /// How many numbers a step reads: D.
  public var inputSize: Int { parameters.kernel.shape[0] }
  /// How many units there are: U.
  public var units: Int { parameters.kernel.shape[1] }
  /// How many blocks of U columns the kernels have.
  public static var gates: Int { 1 }
  /// What a layer of this cell is called in a summary.
  public static var layerName: String { "SimpleRNN" }

  /// The state before the first step: zeros `[B, U]`.
  public func zeroState(batch: Int) -> Tensor {
    .zeros([batch, units])
  }

  // MARK: - Step

  /// One step: `h = activation(x · W + b + previous · U)`.
  ///
  /// - Parameters:
  ///   - x: the input, `[B, D]`.
  ///   - previous: the output of the step before, `[B, U]`.
  ///   - kernels: `W` and `U`, laid out.
  ///   - trace: room for what the step computes.
  public func step(
    _ x: Tensor, from previous: Tensor, _ kernels: CellKernels,
    into trace: inout Trace
  ) {
    trace.x = x
    trace.previous = previous
    trace.dropout = dropout
    // ① Mix what is read with what is remembered, and shift.
    dropout.input.setProduct(
      x, kernels.input, plus: kernels.bias, in: &trace.h)
    dropout.recurrent.addProduct(previous, kernels.recurrent, to: &trace.h)

    if trace.a.count > 0 { trace.a.set(trace.h) }
    // ② Squash: with tanh, no output ever leaves (−1, 1).
    activation.apply(to: &trace.h)
  }

  // MARK: - Backward

  /// The same step backward.
  ///
  ///     da  = dh ⊙ activation'(a)
  ///     dh₀ = da · Uᵀ
  ///
  /// - Parameters:
  ///   - trace: what the step computed.
  ///   - dh: dL/dh, `[B, U]`: from the output, and from the steps after. It
  ///     becomes dL/dh₀.
  ///   - transposed: `Uᵀ`, laid out.
  ///   - da: room for dL/da, `[B, U]`.
  public func backward(
    _ trace: Trace, dState dh: inout Tensor, _ transposed: CellKernels,
    into da: inout Tensor
  ) {
    da.set(dh)
    // ② Back through the squashing: its slope can be told from its output.
    activation.turnBack(&da, output: trace.h)
    // ① A product hands each factor the other, transposed: to the step
    // before…
    trace.dropout.recurrent.setGradient(da, transposed.recurrent, in: &dh)
  }

  // MARK: - Shares of the parameters' gradients

  /// Adds what some steps have to say of the parameters.
  ///
  ///     dW = Σ xᵀ · da        dU = Σ h₀ᵀ · da        db = Σ da
  public func addShares(
    of traces: [Trace], _ das: ArraySlice<Tensor>, to sums: inout Parameters
  ) {
    let das = Array(das)
    // ① …to the weights…
    DropoutMask.addShares(
      to: &sums.kernel, traces.map { ($0.dropout.input, $0.x) }, das)
    DropoutMask.addShares(
      to: &sums.recurrentKernel,
      traces.map { ($0.dropout.recurrent, $0.previous) }, das)
    sums.bias.addRows(of: das)
  }

  /// Writes a step's dL/dx to its place: `dx = da · Wᵀ`.
  public func setInputGradient(
    _ trace: Trace, _ da: Tensor, _ transposed: CellKernels,
    in dx: inout Tensor, at time: Int
  ) {
    // ① …and to what was read.
    trace.dropout.input.setGradient(
      da, transposed.input, in: &dx, at: time)
  }
}
