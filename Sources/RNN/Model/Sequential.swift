// Layers in a row. Next: Sequential+Summary.swift, then Training/Fit.swift.

import Tensors

/// A model: layers in a row, each taking what the one before gives.
///
///     let model = Sequential(
///       [
///         Input([5, 1]),
///         SimpleRNN(50),
///         Dense(4, activation: .softmax),
///       ], seed: 1)
///     model.compile(
///       optimizer: Adam(), loss: .sparseCategoricalCrossentropy,
///       metrics: [.accuracy])
///     try model.fit(x, y, epochs: 20)
///     let (loss, accuracy) = try model.evaluate(x, y).lossAndAccuracy
///
/// Layers are named in their model, so two models may both have a `dense`;
/// Keras counts over the whole program.
///
/// - Source: Keras 3.15.1, `keras/src/models/sequential.py`.
public final class Sequential {
  /// What the model is called.
  public let name: String
  /// The layers, without `Input`.
  public private(set) var layers: [Layer] = []
  /// The shape of one sample, if an `Input` declared it.
  public private(set) var inputShape: SampleShape?

  /// How many samples the model was first called with, if no `Input` said
  /// what to expect: Keras' summary then shows that number.
  var firstBatch: Int?

  /// Which steps of the last output count: 1 or 0, `[B, T]`; nil where all
  /// do, or where there are no steps any more.
  public private(set) var outputMask: Tensor?

  /// What `compile` was told.
  public internal(set) var optimizer: Optimizer?
  /// What training makes small; nil before `compile`.
  public internal(set) var loss: Loss?
  /// What is measured beside the loss.
  public internal(set) var metrics: [Metric] = []

  /// Set this in a callback, and `fit` ends with the batch or epoch.
  public var stopTraining = false

  /// Where parameters and the order of samples come from.
  var generator: SeededGenerator

  /// A model of these layers.
  ///
  /// - Parameters:
  ///   - layers: from input to output; more can be added.
  ///   - seed: decides about first parameters and the order of samples.
  ///   - name: what the summary calls it.
  public init(
    _ layers: [Layer] = [], seed: UInt64 = 0, name: String = "sequential"
  ) {
    self.name = name
    generator = SeededGenerator(seed: seed)
    for layer in layers { add(layer) }
  }

  /// Appends a layer.
  public func add(_ layer: Layer) {
    if let declared = layer.declaredShape {
      require(
        layers.isEmpty && inputShape == nil,
        "expected an Input only as the first layer")
      inputShape = declared
      return
    }
    for other in layers {
      require(
        other !== layer, "expected a layer to be added once; \(layer.name)")
    }
    if layer.name.isEmpty { layer.name = freeName(layer.kind) }
    layers.append(layer)
    if let inputShape { build(inputShape) }
  }

  /// Makes all parameters, for samples of this shape, where it is not done.
  public func build(_ sample: SampleShape) {
    var shape = sample
    for layer in layers {
      layer.build(shape, using: &generator)
      shape = layer.output(for: shape)
    }
  }

  /// Says how the model is to learn.
  public func compile(
    optimizer: Optimizer = Adam(), loss: Loss, metrics: [Metric] = []
  ) {
    self.optimizer = optimizer
    self.loss = loss
    self.metrics = metrics
  }

  /// How many parameters there are.
  public var parameterCount: Int {
    var count = 0
    for layer in layers { count += layer.parameterCount }
    return count
  }

  // MARK: - Forward

  /// The output for a batch.
  public func forward<X: TensorConvertible>(
    _ x: X
  ) throws(DataError) -> Tensor {
    try forward(x.tensor, isTraining: false)
  }

  /// The output for a batch; in training, some of the numbers are dropped.
  ///
  /// - Parameter keeps: what layers keep of what they compute.
  func forward(
    _ x: Tensor, isTraining: Bool, keeps: Context.Keeping = .all
  ) throws(DataError) -> Tensor {
    var y = try prepared(x)
    var context = Context(
      chance: isTraining ? generator : nil, keeps: keeps)
    for layer in layers { y = try layer.forward(y, in: &context) }
    if let chance = context.chance { generator = chance }
    outputMask = context.mask
    return y
  }

  // MARK: - Backward

  /// dL/dx, from where the gradient enters the last layer; every layer keeps
  /// the gradients of its parameters.
  @discardableResult
  public func backward(
    _ gradient: Tensor, at place: Layer.Place = .output
  ) -> Tensor {
    var gradient = gradient
    var place = place
    for layer in layers.reversed() {
      gradient = layer.backward(gradient, at: place)
      place = .output
    }
    return gradient
  }
}
