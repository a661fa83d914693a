// A vector for every word. Next: Masking.swift, Dropout.swift,
// GlobalAveragePooling1D.swift, then Model/Sequential.swift.

import Tensors

/// A layer that looks up a learnt vector for every id.
///
/// Ids `[B, T]` in, vectors `[B, T, D]` out. It is the product of one-hot
/// rows with a matrix `[words, D]`, without the zeros.
///
///     Embedding(words: 10_000, size: 32)
///
/// Row 0 is a row like any other, though padding is 0; with `maskZero` it is
/// never looked at, because all layers after it skip the steps of id 0.
///
/// - Source: Keras 3.15.1, `keras/src/layers/core/embedding.py`.
public final class Embedding: Layer {
  /// How many ids there are: 0 ..< words.
  public let words: Int
  /// How many numbers stand for an id.
  public let size: Int
  /// Whether id 0 is padding, to be skipped by later layers.
  public let maskZero: Bool
  /// One row for each id, `[words, size]`.
  public private(set) var embeddings = Tensor.zeros([0, 0])

  private var ids: [Int] = []
  private var gradient = Tensor.zeros([0, 0])

  private let initializer: Initializer

  /// A vector of `size` numbers for each of `words` ids.
  ///
  /// Keras calls the two `input_dim` and `output_dim`.
  ///
  /// - Parameters:
  ///   - maskZero: whether id 0 is padding, to be skipped by later layers.
  ///   - initializer: where the vectors start.
  public init(
    words: Int, size: Int, maskZero: Bool = false,
    initializer: Initializer = .uniform
  ) {
    require(
      words > 0 && size > 0,
      "expected positive sizes; got \(words) words of size \(size)")
    self.words = words
    self.size = size
    self.maskZero = maskZero
    self.initializer = initializer
    super.init()
  }

  public override var kind: String { "Embedding" }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    SampleShape(inputShape.sizes + [size])
  }

  public override func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    embeddings = initializer([words, size], &generator)
    gradient = .zeros(embeddings.shape)
  }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    let width = x.shape.dropping(0).count
    var ids: [Int] = []
    ids.reserveCapacity(x.count)
    for (index, scalar) in x.scalars.enumerated() {
      guard scalar >= 0 && scalar < Scalar(words) else {
        let isInt = Swift.abs(scalar) < 1e9
        throw DataError(
          .idOutsideVocabulary(id: isInt ? Int(scalar) : -1, limit: words),
          sample: index / max(width, 1))
      }
      ids.append(Int(scalar))
    }
    self.ids = ids
    if maskZero { context.mask = x.map { $0 == 0 ? 0 : 1 } }
    return embeddings.rows(at: ids)
      .reshaped(x.shape.inserting(size, at: x.rank))
  }

  // MARK: - Backward

  /// Adds each vector's gradient to the row it was copied from.
  ///
  /// Ids have no gradient: zeros go further back.
  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    self.gradient = .zeros(embeddings.shape)
    self.gradient.add(gradient, toRows: ids)
    return .zeros(gradient.shape.dropping(-1))
  }

  public override func visit(
    _ body: (String, inout Tensor, Tensor) -> Void
  ) {
    guard embeddings.count > 0 else { return }
    body("embeddings", &embeddings, gradient)
  }
}
