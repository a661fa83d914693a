// A sequence read from both ends. Next: Merge.swift, then Dense.swift.

import Tensors

/// Two recurrent layers, one reading from the first step to the last, the
/// other from the last to the first, and their outputs merged.
///
///     Bidirectional(LSTM(32, returnsSequences: true))  // [B, T, 64]
///
/// Where sequences are returned, the backward layer's outputs are turned
/// around first, so that both outputs of a step have seen that step last.
/// Where only the last outputs are, the backward layer's is that of the first
/// step: it has read the whole sequence too.
///
/// The layer given is a pattern: forward and backward layer are as it is, with
/// parameters of their own. Masked steps put out zeros where sequences are
/// returned.
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/bidirectional.py`;
///   M. Schuster and K. Paliwal, "Bidirectional recurrent neural networks",
///   1997, doi:10.1109/78.650093.
public final class Bidirectional<C: Cell>: Layer {
  /// The layer that reads from the first step to the last.
  public let forwardLayer: Recurrent<C>
  /// The layer that reads the other way.
  public let backwardLayer: Recurrent<C>
  /// How the two outputs become one.
  public let merge: Merge

  private var y = Tensor.zeros([0])
  private var yBackward = Tensor.zeros([0])

  /// Two layers like this one, reading in opposite directions.
  ///
  /// - Precondition: the layer is not built yet.
  public init(_ layer: Recurrent<C>, merge: Merge = .concat) {
    require(
      !layer.isBuilt,
      "expected a layer without parameters as a pattern for two; got one "
        + "that is built")
    var reading = layer.reading
    reading.zeroOutputForMask = reading.returnsSequences
    forwardLayer = layer.copy(reading: reading)
    reading.goBackwards.toggle()
    backwardLayer = layer.copy(reading: reading)
    self.merge = merge
    super.init()
  }

  public override var kind: String { "Bidirectional" }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    let shape = forwardLayer.output(for: inputShape)
    return merge == .concat
      ? shape.replacingLast(with: 2 * forwardLayer.units) : shape
  }

  public override func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    forwardLayer.build(inputShape, using: &generator)
    backwardLayer.build(inputShape, using: &generator)
  }

  /// Forgets the states stateful layers kept.
  public func resetState() {
    forwardLayer.resetState()
    backwardLayer.resetState()
  }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    let mask = context.mask
    y = try forwardLayer.forward(x, in: &context)
    context.mask = mask
    yBackward = inTime(try backwardLayer.forward(x, in: &context))
    return merge(y, yBackward)
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    let (dy, dyBackward) = merge.backward(gradient, y, yBackward)
    return forwardLayer.backward(dy, at: place)
      + backwardLayer.backward(inTime(dyBackward), at: place)
  }

  // MARK: -

  /// Both outputs side by side instead of merged: Keras' `merge_mode=None`.
  ///
  /// A layer of a model gives one tensor, so this is for layers on their own.
  ///
  /// - Returns: two outputs, `[B, U]` or `[B, T, U]` each.
  public func unmerged(
    _ x: Tensor, mask: Tensor? = nil
  ) throws(DataError) -> (forward: Tensor, backward: Tensor) {
    _ = try self(x, mask: mask)
    return (y, yBackward)
  }

  /// The backward layer's outputs in the order of the forward layer's.
  private func inTime(_ y: Tensor) -> Tensor {
    forwardLayer.returnsSequences ? y.reversedSteps() : y
  }

  public override func visit(
    _ body: (String, inout Tensor, Tensor) -> Void
  ) {
    forwardLayer.visit { name, tensor, gradient in
      body("forward_" + name, &tensor, gradient)
    }
    backwardLayer.visit { name, tensor, gradient in
      body("backward_" + name, &tensor, gradient)
    }
  }
}
