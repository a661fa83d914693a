// A whole layer held against differences.

import Tensors

extension GradientCheck {
  /// A layer's backward pass for a batch.
  ///
  ///     let check = try GradientCheck(layer, x)
  ///
  /// The loss is the sum of all outputs, each times a random number. A layer
  /// that reads sequences `[B, T, D]` is walked from the last step; the
  /// parameters come after that.
  ///
  /// A stateful layer, or one that draws random numbers at each call, is no
  /// function of its input, and cannot be checked so.
  ///
  /// - Parameters:
  ///   - layer: a built layer. Its parameters are as before afterwards.
  ///   - x: the inputs, `[B, ...]`.
  ///   - mask: 1 where a step counts, `[B, T]`; nil where all do.
  ///   - checksInput: whether dL/dx is looked at. Ids have no slope.
  ///   - seed: decides about the loss.
  /// - Throws: `DataError` for inputs the layer does not take.
  public init(
    _ layer: Layer, _ x: Tensor, mask: Tensor? = nil,
    checksInput: Bool = true, seed: UInt64 = 0,
    tolerance: Swift.Double = GradientCheck.tolerance
  ) throws(DataError) {
    var generator = SeededGenerator(seed: seed)
    let y = try layer(x, mask: mask)
    let dy = Tensor.uniform(y.shape, in: -1...1, using: &generator)
    let dx = layer.backward(dy, at: .output)
    let gradients = layer.gradients
    let parameters = layer.parameters.map { $0.tensor }
    func loss(_ x: Tensor) throws(DataError) -> Scalar {
      (try layer(x, mask: mask) * dy).sum()
    }
    let noise = GradientCheck.noise(of: abs(y * dy).sum())
    self.init(
      tolerance: tolerance, steps: x.rank == 3 ? x.shape[1] : nil)
    if checksInput {
      keepSteps(dx, try centralDifferences(at: x, loss), noise: noise)
    }
    for (place, gradient) in gradients.enumerated() {
      let slopes = try centralDifferences(at: parameters[place]) {
        moved throws(DataError) in
        var changed = parameters
        changed[place] = moved
        layer.setParameters(changed)
        return try loss(x)
      }
      layer.setParameters(parameters)
      keep(gradient.name, gradient.tensor, slopes, noise: noise)
    }
  }

  /// Compares an input's gradient, step by step if it has steps.
  private mutating func keepSteps(
    _ dx: Tensor, _ slopes: Tensor, noise: Scalar
  ) {
    guard let steps, dx.shape == slopes.shape else {
      keep("dL/dx", dx, slopes, noise: noise)
      return
    }
    for time in (0..<steps).reversed() {
      keep(
        "dL/dx", step: time, dx.step(time), slopes.step(time), noise: noise)
    }
  }
}
