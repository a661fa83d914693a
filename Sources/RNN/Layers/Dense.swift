// A fully connected layer. Next: Embedding.swift.

import Tensors

/// A layer in which every output sees every input.
///
///     y = activation(x · W + b)
///
/// with `x` `[..., D]`, the kernel `W` `[D, U]`, the bias `b` `[U]` and `y`
/// `[..., U]`. A sequence goes through it step by step.
///
/// - Source: Keras 3.15.1, `keras/src/layers/core/dense.py`.
public final class Dense: Layer {
  /// How many numbers come out.
  public let units: Int
  /// What is applied last.
  public let activation: Activation
  /// `[D, U]`.
  public private(set) var kernel = Tensor.zeros([0, 0])
  /// `[U]`; zeros that stay in a layer without bias.
  public private(set) var bias = Tensor.zeros([0])

  /// Whether the bias is one of the parameters.
  public let useBias: Bool

  private let kernelInitializer: Initializer
  private let biasInitializer: Initializer
  private var x = Tensor.zeros([0])
  private var y = Tensor.zeros([0])
  private var kernelGradient = Tensor.zeros([0, 0])
  private var biasGradient = Tensor.zeros([0])

  /// A fully connected layer.
  ///
  /// - Parameters:
  ///   - units: how many numbers come out.
  ///   - activation: what is applied last.
  ///   - useBias: whether there is a bias.
  ///   - kernelInitializer: where the kernel starts.
  ///   - biasInitializer: where the bias starts.
  public init(
    _ units: Int, activation: Activation = .linear, useBias: Bool = true,
    kernelInitializer: Initializer = .glorotUniform,
    biasInitializer: Initializer = .zeros
  ) {
    require(units > 0, "expected a positive number of units; got \(units)")
    self.units = units
    self.activation = activation
    self.useBias = useBias
    self.kernelInitializer = kernelInitializer
    self.biasInitializer = biasInitializer
    super.init()
  }

  public override var kind: String { "Dense" }

  public override var outputActivation: Activation { activation }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    inputShape.replacingLast(with: units)
  }

  public override func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    let features = inputShape.features
    kernel = kernelInitializer([features, units], &generator)
    bias = useBias ? biasInitializer([units], &generator) : .zeros([units])
    kernelGradient = .zeros(kernel.shape)
    biasGradient = .zeros(bias.shape)
  }

  // MARK: - Forward

  public override func forward(_ x: Tensor) throws(DataError) -> Tensor {
    self.x = x
    y = activation(matmul(x, kernel) + bias)
    return y
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    let da =
      place == .preactivation
      ? gradient : activation.backward(gradient, output: y)
    kernelGradient = matmul(transposed: x, da)
    biasGradient = da.reshaped([-1, units]).sum(axis: 0)
    return matmul(da, transposed: kernel)
  }

  public override func visit(
    _ body: (String, inout Tensor, Tensor) -> Void
  ) {
    guard isBuilt || kernel.count > 0 else { return }
    body("kernel", &kernel, kernelGradient)
    if useBias { body("bias", &bias, biasGradient) }
  }
}
