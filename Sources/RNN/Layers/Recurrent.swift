// Layers that unroll a cell. Next: Dense.swift.

import Tensors

/// A layer that reads sequences step by step with one cell.
///
/// `[B, T, D]` in; out comes the last output `[B, U]`, or all of them
/// `[B, T, U]` if it returns sequences.
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/rnn.py`.
public final class Recurrent<C: Cell>: Layer {
  /// How many numbers come out of a step.
  public let units: Int
  /// Whether all outputs are returned, or only the last.
  public let returnsSequences: Bool
  /// Set this to find every step's gradients in `lastBackward`.
  public var keepsSteps = false
  /// What the last `forward` computed, step by step.
  public private(set) var lastForward: Unroll<C>.Forward?
  /// What the last `backward` found.
  public private(set) var lastBackward: Unroll<C>.Backward?

  private let makeCell: (Int, inout SeededGenerator) -> C
  private var unroll: Unroll<C>?

  init(
    units: Int, returnsSequences: Bool,
    makeCell: @escaping (Int, inout SeededGenerator) -> C
  ) {
    require(units > 0, "expected a positive number of units; got \(units)")
    self.units = units
    self.returnsSequences = returnsSequences
    self.makeCell = makeCell
    super.init()
  }

  /// The cell.
  ///
  /// - Precondition: the layer is built.
  public var cell: C {
    get {
      guard let unroll else { stop("expected a built layer; got \(kind)") }
      return unroll.cell
    }
    set { unroll = Unroll(newValue) }
  }

  public override var kind: String { C.layerName }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    returnsSequences
      ? inputShape.replacingLast(with: units) : [units]
  }

  public override func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    require(
      inputShape.rank == 2,
      "expected sequences [batch, steps, features] for \(kind); got "
        + "\(inputShape). A layer before it may have to return sequences")
    unroll = Unroll(makeCell(inputShape.features, &generator))
  }

  // MARK: - Forward

  public override func forward(_ x: Tensor) throws(DataError) -> Tensor {
    guard let unroll else { stop("expected a built layer; got \(kind)") }
    require(
      x.rank == 3,
      "expected sequences [batch, steps, features]; got \(x.shape)")
    let start = unroll.cell.zeroState(batch: x.shape[0])
    let pass = unroll.forward(x, from: start)
    lastForward = pass
    return returnsSequences ? pass.outputs : pass.last
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    guard let unroll, let pass = lastForward else {
      stop("expected a forward pass before the backward one")
    }
    require(
      place == .output,
      "expected the gradient of the output: the activation is in the loop")
    let back =
      returnsSequences
      ? unroll.backward(pass, dOutputs: gradient, keepsSteps: keepsSteps)
      : unroll.backward(pass, dLast: gradient, keepsSteps: keepsSteps)
    lastBackward = back
    return back.x
  }

  public override func visit(
    _ body: (String, inout Tensor, Tensor) -> Void
  ) {
    guard unroll != nil else { return }
    let gradient = lastBackward?.parameters ?? unroll!.cell.parameters.zeros
    unroll!.cell.parameters.visit(gradient, body)
  }
}

/// A layer of `SimpleRNNCell`s: `h = tanh(x · W + b + h₀ · U)` at each step.
///
///     Sequential([Input([5, 1]), SimpleRNN(50), Dense(4)])
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/simple_rnn.py`.
public typealias SimpleRNN = Recurrent<SimpleRNNCell>

extension Recurrent where C == SimpleRNNCell {
  /// A simple recurrent layer.
  ///
  /// - Parameters:
  ///   - units: how many numbers come out of a step; not how many steps
  ///     there are.
  ///   - activation: what is applied inside the loop, at every step.
  ///   - returnsSequences: whether all outputs are returned, `[B, T, U]`, or
  ///     only the last, `[B, U]`.
  public convenience init(
    _ units: Int, activation: Activation = .tanh,
    returnsSequences: Bool = false
  ) {
    self.init(units: units, returnsSequences: returnsSequences) {
      SimpleRNNCell(
        inputSize: $0, units: units, activation: activation, using: &$1)
    }
  }
}
