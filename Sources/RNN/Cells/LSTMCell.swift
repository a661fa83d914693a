// A cell with a memory it can keep. Next: LSTMCell+Step.swift.

import Tensors

/// The cell of a long short-term memory.
///
///     a = x · W + b + h₀ · U        four parts: aᵢ, a_f, a_c, aₒ
///     i = sigmoid(aᵢ)               what is let in
///     f = sigmoid(a_f)              what is kept
///     o = sigmoid(aₒ)               what is let out
///     c = f ⊙ c₀ + i ⊙ tanh(a_c)    the memory
///     h = o ⊙ tanh(c)               the output
///
/// with the input `x` `[B, D]`, the previous output `h₀` and memory `c₀`
/// `[B, U]`, the kernel `W` `[D, 4U]`, the recurrent kernel `U` `[U, 4U]` and
/// the bias `b` `[4U]`. The parts lie side by side in the order i, f, c, o.
///
///     var generator = SeededGenerator(seed: 1)
///     let cell = LSTMCell(inputSize: 3, units: 2, using: &generator)
///     let trace = cell.step(x, from: cell.zeroState(batch: 1))
///     trace.forgetGate.shape  // [1, 2]
///
/// PyTorch orders the parts i, f, c, o too, ONNX i, o, f, c.
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/lstm.py`; S. Hochreiter and
///   J. Schmidhuber, "Long short-term memory", 1997,
///   doi:10.1162/neco.1997.9.8.1735; the forget gate: F. Gers,
///   J. Schmidhuber and F. Cummins, "Learning to forget", 2000,
///   doi:10.1162/089976600300015015.
public struct LSTMCell: Cell {
  /// What is learnt.
  public var parameters: Parameters
  /// What becomes of the candidate and of the memory on its way out.
  public let activation: Activation
  /// What becomes of the gates.
  public let recurrentActivation: Activation
  /// What is dropped of inputs and states; nothing, outside training.
  public var dropout = CellDropout()

  /// A cell with these parameters.
  ///
  /// - Precondition: kernel `[D, 4U]`, recurrent kernel `[U, 4U]`, bias
  ///   `[4U]`.
  public init(
    parameters: Parameters, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid
  ) {
    let (kernel, recurrent, bias) = (
      parameters.kernel.shape, parameters.recurrentKernel.shape,
      parameters.bias.shape
    )
    require(
      kernel.rank == 2 && kernel[1] % 4 == 0,
      "expected a kernel [D, 4U]; got \(kernel)")
    let (units, width) = (kernel[1] / 4, kernel[1])
    require(
      recurrent == [units, width],
      "expected a recurrent kernel [\(units), \(width)] beside the kernel "
        + "\(kernel); got \(recurrent)")
    require(
      bias == [width],
      "expected a bias [\(width)] beside the kernel \(kernel); got \(bias)")
    self.parameters = parameters
    self.activation = activation
    self.recurrentActivation = recurrentActivation
  }

  /// A cell that has learnt nothing yet: Glorot's uniform kernel, an
  /// orthogonal recurrent kernel, drawn once for all four parts, and a bias
  /// of zeros, unless one asks otherwise.
  ///
  /// - Parameter unitForgetBias: whether the forget gate's bias starts at 1,
  ///   so that a new cell rather keeps than forgets. R. Jozefowicz,
  ///   W. Zaremba and I. Sutskever, "An empirical exploration of recurrent
  ///   network architectures", 2015.
  public init(
    inputSize: Int, units: Int, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid, useBias: Bool = true,
    unitForgetBias: Bool = true, initializers: CellInitializers = .init(),
    using generator: inout SeededGenerator
  ) {
    let kernel = initializers.kernel([inputSize, 4 * units], &generator)
    let recurrent = initializers.recurrent([units, 4 * units], &generator)
    var bias: Tensor?
    if useBias && unitForgetBias {
      bias = Tensor(joining: [
        initializers.bias([units], &generator), .ones([units]),
        initializers.bias([2 * units], &generator),
      ])
    } else if useBias {
      bias = initializers.bias([4 * units], &generator)
    }
    self.init(
      parameters: Parameters(
        kernel: kernel, recurrentKernel: recurrent, bias: bias),
      activation: activation, recurrentActivation: recurrentActivation)
  }

  /// How many numbers a step reads: D.
  public var inputSize: Int { parameters.kernel.shape[0] }
  /// How many units there are: U.
  public var units: Int { parameters.kernel.shape[1] / 4 }
  /// How many blocks of U columns the kernels have.
  public static var gates: Int { 4 }
  /// What a layer of this cell is called in a summary.
  public static var layerName: String { "LSTM" }

  /// The state before the first step: zeros, `h` and `c` `[B, U]` each.
  public func zeroState(batch: Int) -> LSTMState {
    LSTMState(h: .zeros([batch, units]), c: .zeros([batch, units]))
  }

  /// Adds dL/doutput `[B, U]` to dL/dstate: the output is part of the state.
  public func add(_ outputGradient: Tensor, to dState: inout LSTMState) {
    dState.h += outputGradient
  }
}
