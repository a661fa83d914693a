// Named tensors, so that what happened in a step can be looked at.

/// A tensor and what it is called.
public struct NamedTensor: Equatable, Sendable {
  /// The name formulas and pictures use.
  public let name: String
  /// The numbers.
  public let tensor: Tensor

  /// A tensor with a name.
  public init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}

/// A handful of tensors that have names: parameters, gradients, traces.
///
/// Printing one writes each name, its shape, and the numbers below.
public protocol TensorGroup: CustomStringConvertible {
  /// The tensors, in a fixed order.
  var named: [NamedTensor] { get }
}

extension TensorGroup {
  /// The tensor of this name, or nil.
  public subscript(name: String) -> Tensor? {
    for item in named where item.name == name { return item.tensor }
    return nil
  }

  /// Each name with its shape, and the numbers below.
  public var description: String {
    var text = ""
    for item in named {
      if !text.isEmpty { text += "\n" }
      text += item.name + " " + item.tensor.shape.description + "\n"
      text += item.tensor.description
    }
    return text
  }
}

/// What one time step computed: inputs, pre-activations, states, or their
/// gradients.
public protocol StepTrace: TensorGroup {}

/// The gradients of what one time step computed, and what the step has to
/// say about the parameters.
public protocol StepGradients: StepTrace {
  /// What the step has parameters of.
  associatedtype Parameters: TensorGroup
  /// This step's share of every parameter's gradient.
  var share: Parameters { get }
  /// What the step computed on the way forward, where that is kept with its
  /// gradients; else nothing.
  var computed: [NamedTensor] { get }
}

extension StepGradients {
  /// Nothing is kept.
  public var computed: [NamedTensor] { [] }
}

/// No tensors at all.
public struct NoTensors: TensorGroup, Equatable, Sendable {
  /// Nothing.
  public let named: [NamedTensor] = []

  /// An empty group.
  public init() {}
}
