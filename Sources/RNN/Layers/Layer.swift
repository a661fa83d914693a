// What a model is made of. Next: Context.swift, Input.swift, Recurrent.swift,
// Dense.swift, then Model/Sequential.swift.

import Tensors

/// A layer: a function with parameters, and its way back.
///
/// A layer remembers what its last `forward` saw; `backward` uses it, and
/// leaves the gradients where `visit` finds them.
open class Layer {
  /// What the layer is called in its model: `simple_rnn`, unless it has been
  /// given a name before.
  public var name = ""

  /// The shape of one sample going in, once the layer is built.
  public private(set) var inputShape: SampleShape?

  /// The shape of one sample coming out, once the layer is built.
  public var outputShape: SampleShape? {
    guard let inputShape else { return nil }
    return output(for: inputShape)
  }

  /// Whether `backward` has to find dL/dx: not in a model's first layer, while
  /// it is trained.
  public final var wantsInputGradient = true

  /// A layer without parameters, until it is built.
  public init() {}

  /// Whether the layer knows its input's shape and has its parameters.
  public var isBuilt: Bool { inputShape != nil }

  /// Makes the parameters for inputs of this shape, unless it has them.
  public final func build(
    _ inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    if isBuilt { return }
    makeParameters(for: inputShape, using: &generator)
    self.inputShape = inputShape
  }

  /// The output for an input, for looking at a layer by itself.
  ///
  /// - Parameters:
  ///   - x: a batch of inputs.
  ///   - mask: 1 where a step counts, `[B, T]`; nil where all do.
  /// - Precondition: the layer is built.
  public final func callAsFunction<Input: TensorConvertible>(
    _ x: Input, mask: Tensor? = nil
  ) throws(DataError) -> Tensor {
    require(isBuilt, "expected a built layer; build(_:using:) makes one")
    var context = Context(mask: mask)
    return try forward(x.tensor, in: &context)
  }

  /// How many parameters there are.
  public final var parameterCount: Int {
    var count = 0
    visit { _, tensor, _ in count += tensor.count }
    return count
  }

  /// The parameters by name.
  public final var parameters: [NamedTensor] {
    var list: [NamedTensor] = []
    visit { name, tensor, _ in list.append(NamedTensor(name, tensor)) }
    return list
  }

  /// The gradients the last `backward` left, by parameter.
  public final var gradients: [NamedTensor] {
    var list: [NamedTensor] = []
    visit { name, _, gradient in list.append(NamedTensor(name, gradient)) }
    return list
  }

  /// Replaces all parameters, in the order of `parameters`.
  ///
  /// - Precondition: the shapes are those the layer has.
  public final func setParameters(_ tensors: [Tensor]) {
    var index = 0
    visit { name, tensor, _ in
      require(
        index < tensors.count && tensors[index].shape == tensor.shape,
        "expected \(name) as \(tensor.shape); got "
          + (index < tensors.count
            ? "\(tensors[index].shape)" : "only \(tensors.count) tensors"))
      tensor = tensors[index]
      index += 1
    }
    require(
      index == tensors.count,
      "expected \(index) tensors; got \(tensors.count)")
  }

  // MARK: - What a kind of layer says about itself

  /// The name of the class, as a summary shows it.
  open var kind: String { "Layer" }

  /// The shape an `Input` declares; nil for all other layers.
  var declaredShape: SampleShape? { nil }

  /// What the layer's output has been through last.
  open var outputActivation: Activation { .linear }

  /// The shape of one sample coming out, for one going in.
  open func output(for inputShape: SampleShape) -> SampleShape { inputShape }

  /// Makes the parameters for inputs of this shape.
  open func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {}

  /// The output for a batch of inputs.
  open func forward(_ x: Tensor) throws(DataError) -> Tensor { x }

  /// The output for a batch of inputs, by a layer that masks, skips or drops.
  ///
  /// The context says which steps count, and is left saying so of the
  /// output's steps. Layers that need nothing of this have the other
  /// `forward`, and all steps count on that did before.
  open func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    try forward(x)
  }

  /// dL/dx, from dL/doutput, or from dL/d(what came before the activation).
  open func backward(_ gradient: Tensor, at place: Place) -> Tensor {
    gradient
  }

  /// Calls `body` with every parameter and its gradient, in a fixed order.
  open func visit(_ body: (String, inout Tensor, Tensor) -> Void) {}

  // MARK: - What few layers do otherwise

  /// Moves every parameter by its gradient.
  ///
  /// - Parameter slot: the optimizer's for the first parameter; afterwards
  ///   for that of the next layer.
  func update(with optimizer: Optimizer, slot: inout Int) {
    visit { _, parameter, gradient in
      optimizer.update(&parameter, gradient, slot: slot)
      slot += 1
    }
  }

  /// The gradients, but for those of their numbers that are 0 for sure.
  var gradientParts: [Tensor] { gradients.map { $0.tensor } }

  /// Has parameters take the steps that an optimizer has put off.
  func settle() {}

  /// Where a gradient enters a layer.
  public enum Place {
    /// Behind the activation: it is dL/doutput.
    case output
    /// Before it: a loss has taken the activation's slope into account.
    case preactivation
  }
}
