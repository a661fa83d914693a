import RNN
import Tensors
import Testing

@Suite struct EmbeddingTests {
  /// Seven words of size 3, for sentences of 4.
  private func built() -> Embedding {
    let layer = Embedding(words: 7, size: 3)
    var generator = SeededGenerator(seed: 1)
    layer.build([4], using: &generator)
    return layer
  }

  @Test func rowsAreLookedUp() throws {
    let layer = built()
    let vectors = try layer(IntTensor([[1, 2, 1, 0], [6, 0, 0, 3]]))
    #expect(vectors.shape == [2, 4, 3])
    #expect(vectors.row(0).row(2) == layer.embeddings.row(1))
    #expect(vectors.row(1).row(3) == layer.embeddings.row(3))
    #expect(abs(layer.embeddings).max() <= 0.05)
    #expect(layer.parameterCount == 21)
  }

  @Test func isTheProductWithOneHotRows() throws {
    let layer = built()
    let ids = IntTensor([[1, 2, 1, 0], [6, 0, 0, 3]])
    expectClose(
      try layer(ids), matmul(try oneHot(ids, classes: 7), layer.embeddings))
  }

  @Test(.enabled(if: Scalar.isDouble, "slopes are measured in Double"))
  func gradientsAreSlopes() throws {
    let layer = built()
    let ids = IntTensor([[1, 2, 1, 0], [6, 0, 0, 3]])
    let coefficients = coefficients([2, 4, 3])
    _ = try layer(ids)
    let dx = layer.backward(coefficients, at: .output)
    #expect(dx == .zeros([2, 4]))
    let gradient = layer.gradients[0].tensor
    let numeric = try numericGradient(at: layer.embeddings) {
      layer.setParameters([$0])
      return (try layer(ids) * coefficients).sum()
    }
    expectClose(gradient, numeric, slopes)
  }

  @Test func idsOutsideTheVocabularyAreNamed() throws {
    let layer = built()
    let error = #expect(throws: DataError.self) {
      try layer(IntTensor([[1, 2, 1, 0], [6, 0, 7, 3]]))
    }
    #expect(error?.description == "sample 1: expected ids in 0..<7; got 7")
    #expect(
      throws: DataError(.idOutsideVocabulary(id: -1, limit: 7), sample: 0)
    ) {
      try layer(IntTensor([[-1, 0, 0, 0]]))
    }
  }
}
