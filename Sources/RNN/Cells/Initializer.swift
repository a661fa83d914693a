// The numbers a network starts from. Next: Initializer+Orthogonal.swift.

import Tensors

/// The numbers a network starts from: a tensor for a shape.
///
///     let kernel = Initializer.glorotUniform([4, 3], &generator)
///     LSTM(64, initializers: .init(recurrent: .glorotUniform))
///
/// - Source: Keras 3.15.1, `keras/src/initializers/random_initializers.py`,
///   `keras/src/initializers/constant_initializers.py`.
public struct Initializer: Sendable {
  private let make: @Sendable (Shape, inout SeededGenerator) -> Tensor

  /// Numbers of one's own.
  public init(
    _ make: @escaping @Sendable (Shape, inout SeededGenerator) -> Tensor
  ) {
    self.make = make
  }

  /// The numbers for a tensor of this shape.
  public func callAsFunction(
    _ shape: Shape, _ generator: inout SeededGenerator
  ) -> Tensor {
    make(shape, &generator)
  }

  /// Nothing but zeros: for biases.
  public static var zeros: Initializer { constant(0) }

  /// Nothing but ones.
  public static var ones: Initializer { constant(1) }

  /// One number everywhere.
  public static func constant(_ value: Scalar) -> Initializer {
    Initializer { shape, _ in Tensor(repeating: value, shape: shape) }
  }

  /// A matrix that changes nothing, times `gain`.
  ///
  /// With relu it lets a simple network remember for long.
  ///
  /// - Source: Q. Le, N. Jaitly and G. Hinton, "A simple way to initialize
  ///   recurrent networks of rectified linear units", 2015,
  ///   arXiv:1504.00941.
  public static func identity(gain: Scalar = 1) -> Initializer {
    Initializer { shape, _ in
      require(shape.rank == 2, "expected [rows, columns]; got \(shape)")
      var matrix = Tensor.zeros(shape)
      for index in 0..<min(shape[0], shape[1]) { matrix[index, index] = gain }
      return matrix
    }
  }

  /// Even between -0.05 and 0.05: Keras' `uniform`, for embeddings.
  public static var uniform: Initializer { uniform(0.05) }

  /// Even between -limit and limit.
  public static func uniform(_ limit: Scalar) -> Initializer {
    Initializer { .uniform($0, in: -limit...limit, using: &$1) }
  }

  /// Normal with mean 0.
  public static func normal(deviation: Scalar = 0.05) -> Initializer {
    Initializer { .normal($0, deviation: deviation, using: &$1) }
  }

  /// Even between ±√(6 / (inputs + outputs)), so that signals keep their
  /// size on the way through.
  ///
  /// - Source: X. Glorot and Y. Bengio, "Understanding the difficulty of
  ///   training deep feedforward neural networks", 2010.
  public static var glorotUniform: Initializer {
    Initializer { shape, generator in
      require(shape.rank == 2, "expected [inputs, outputs]; got \(shape)")
      let limit = (6 / Scalar(shape[0] + shape[1])).squareRoot()
      return .uniform(shape, in: -limit...limit, using: &generator)
    }
  }
}

/// Where the parameters of a recurrent cell start, as Keras has it.
public struct CellInitializers: Sendable {
  /// `[D, gates · U]`.
  public var kernel: Initializer
  /// `[U, gates · U]`.
  public var recurrent: Initializer
  /// Zeros.
  public var bias: Initializer

  /// Keras' defaults, but for what is given.
  public init(
    kernel: Initializer = .glorotUniform,
    recurrent: Initializer = .orthogonal, bias: Initializer = .zeros
  ) {
    self.kernel = kernel
    self.recurrent = recurrent
    self.bias = bias
  }
}
