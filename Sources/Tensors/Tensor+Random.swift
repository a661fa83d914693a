// Tensors of random numbers.

extension Tensor {
  /// Numbers drawn evenly from a range.
  public static func uniform(
    _ shape: Shape, in range: ClosedRange<Scalar> = 0...1,
    using generator: inout SeededGenerator
  ) -> Tensor {
    let width = range.upperBound - range.lowerBound
    return Tensor(
      (0..<shape.count).map { _ in
        range.lowerBound + width * generator.uniform()
      }, shape: shape)
  }

  /// Numbers drawn from a normal distribution.
  public static func normal(
    _ shape: Shape, mean: Scalar = 0, deviation: Scalar = 1,
    using generator: inout SeededGenerator
  ) -> Tensor {
    Tensor(
      (0..<shape.count).map { _ in mean + deviation * generator.normal() },
      shape: shape)
  }
}
