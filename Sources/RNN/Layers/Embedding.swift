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
  public var embeddings: Tensor {
    settle()
    return table.rows
  }

  private let table = LookupTable(.zeros([0, 0]))
  /// Who moved the table last, and may still owe some rows a step.
  private var optimizer: Optimizer?
  private var ids: [Int32] = []
  private var gradient: RowGradient

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
    gradient = RowGradient(size: size)
    super.init()
  }

  public override var kind: String { "Embedding" }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    SampleShape(inputShape.sizes + [size])
  }

  public override func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    table.rows = initializer([words, size], &generator)
  }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    ids = try checked(x)
    if maskZero { context.mask = x.map { $0 == 0 ? 0 : 1 } }
    optimizer?.settle(table, ids)
    return table.rows.rows(at: ids)
      .reshaped(x.shape.inserting(size, at: x.rank))
  }

  /// Scalars as the ids they are meant to be.
  private func checked(_ x: Tensor) throws(DataError) -> [Int32] {
    let limit = Scalar(words)
    var ids: [Int32] = []
    ids.reserveCapacity(x.count)
    for (index, scalar) in x.scalars.enumerated() {
      guard scalar >= 0 && scalar < limit else {
        let isInt = Swift.abs(scalar) < 1e9
        throw DataError(
          .idOutsideVocabulary(id: isInt ? Int(scalar) : -1, limit: words),
          sample: index / max(x.shape.dropping(0).count, 1))
      }
      ids.append(Int32(scalar))
    }
    return ids
  }

  // MARK: - Backward

  /// Adds each vector's gradient to the row it was copied from.
  ///
  /// Ids have no gradient: zeros go further back.
  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    self.gradient = RowGradient(adding: gradient, at: ids, words: words)
    return .zeros(gradient.shape.dropping(-1))
  }

  public override func visit(
    _ body: (String, inout Tensor, Tensor) -> Void
  ) {
    guard table.rows.count > 0 else { return }
    settle()
    body("embeddings", &table.rows, gradient.dense(words: words))
  }

  // MARK: - Rows

  /// Hands over the rows that have a gradient, and not the zeros between.
  override func update(with optimizer: Optimizer, slot: inout Int) {
    guard table.rows.count > 0 else { return }
    if self.optimizer !== optimizer { settle() }
    self.optimizer = optimizer
    optimizer.update(table, by: gradient, slot: slot)
    slot += 1
  }

  override var gradientParts: [Tensor] { [gradient.values] }

  override func settle() {
    optimizer?.settle(table)
    optimizer = nil
  }
}
