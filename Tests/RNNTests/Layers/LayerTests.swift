import Foundation
import RNN
import Tensors
import Testing

@Suite struct LayerTests {
  /// Layers with inputs of sizes that all differ.
  static func layers() -> [(Layer, Tensor, SampleShape)] {
    [
      (SimpleRNN(3), fill([2, 5, 4], 1, 3), [5, 4]),
      (
        SimpleRNN(3, activation: .sigmoid, returnsSequences: true),
        fill([2, 5, 4], 1, 3), [5, 4]
      ),
      (Dense(3), fill([2, 4], 1, 3), [4]),
      (Dense(3, activation: .softmax), fill([2, 5, 4], 1, 3), [5, 4]),
      (Dense(3, activation: .tanh), fill([2, 4], 1, 3), [4]),
    ]
  }

  @Test(
    .enabled(if: Scalar.isDouble, "slopes are measured in Double"),
    arguments: 0..<5)
  func gradientsAreSlopes(_ index: Int) throws {
    let (layer, x, shape) = LayerTests.layers()[index]
    var generator = SeededGenerator(seed: 3)
    layer.build(shape, using: &generator)
    let coefficients = coefficients(try layer(x).shape)
    let dx = layer.backward(coefficients, at: .output)
    let gradients = layer.gradients
    expectClose(
      dx, try numericGradient(at: x) { (try layer($0) * coefficients).sum() },
      slopes)
    let parameters = layer.parameters.map(\.tensor)
    for (place, gradient) in gradients.enumerated() {
      let numeric = try numericGradient(at: parameters[place]) {
        var changed = parameters
        changed[place] = $0
        layer.setParameters(changed)
        return (try layer(x) * coefficients).sum()
      }
      layer.setParameters(parameters)
      expectClose(gradient.tensor, numeric, slopes)
    }
  }

  @Test func shapesAreThoseOfTheOutputs() throws {
    for (layer, x, shape) in LayerTests.layers() {
      var generator = SeededGenerator(seed: 3)
      layer.build(shape, using: &generator)
      let y = try layer(x)
      #expect(
        layer.outputShape?.sizes == y.shape.sizes.dropFirst().map { $0 })
    }
  }

  @Test func stepsAreKeptWhereTheyAreAskedFor() throws {
    let layer = SimpleRNN(3)
    var generator = SeededGenerator(seed: 3)
    layer.build([5, 4], using: &generator)
    let y = try layer(fill([2, 5, 4]))
    #expect(layer.lastForward?.traces.count == 5)
    _ = layer.backward(coefficients(y.shape), at: .output)
    #expect(layer.lastBackward?.steps.isEmpty == true)
    layer.keepsSteps = true
    _ = layer.backward(coefficients(y.shape), at: .output)
    let steps = try #require(layer.lastBackward?.steps)
    #expect(steps.count == 5)
    #expect(steps[4].dh == coefficients(y.shape))
    #expect(layer.gradients[0].tensor == layer.lastBackward?.parameters.kernel)
  }

  @Test func wrongShapesAreNamed() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Sequential([Input([5, 4]), SimpleRNN(3), SimpleRNN(2)])
    }
    let said = String(
      decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("expected sequences [batch, steps, features]"))
    #expect(said.contains("got (None, 3)"))
  }
}
