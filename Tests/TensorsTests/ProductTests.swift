import Testing

@testable import Tensors

@Suite struct ProductTests {
  /// Sizes around the kernel's four rows and sixteen columns.
  static let sizes = [
    (1, 1, 1), (4, 5, 16), (3, 7, 15), (5, 2, 17), (8, 33, 32), (9, 16, 50),
    (2, 3, 0), (6, 0, 5), (13, 64, 31),
  ]

  @Test(arguments: sizes)
  func equalsAPlainLoop(_ m: Int, _ k: Int, _ n: Int) {
    var generator = SeededGenerator(seed: 5)
    let a = Tensor.uniform([m, k], in: -1...1, using: &generator)
    let b = Tensor.uniform([k, n], in: -1...1, using: &generator)
    var expected = Tensor.zeros([m, n])
    for row in 0..<m {
      for column in 0..<n {
        var sum: Scalar = 0
        for inner in 0..<k {
          sum = multiplyAdd(a[row, inner], b[inner, column], sum)
        }
        expected[row, column] = sum
      }
    }
    // Not only close: the kernel sums in the loop's order.
    #expect(matmul(a, b) == expected)
    guard k > 0 && n > 0 else { return }
    #expect(matmul(a, transposed: b.transposed()) == expected)
    #expect(matmul(transposed: a.transposed(), b) == expected)
    var twice = expected
    twice.addProduct(transposed: a.transposed(), b)
    expectClose(twice, 2 * expected)
  }

  @Test func allAxesButTheLastAreRows() {
    var generator = SeededGenerator(seed: 6)
    let a = Tensor.uniform([2, 3, 4], using: &generator)
    let b = Tensor.uniform([4, 5], using: &generator)
    let product = matmul(a, b)
    #expect(product.shape == [2, 3, 5])
    #expect(product.row(1) == matmul(a.row(1), b))
    let c = Tensor.uniform([2, 3, 6], using: &generator)
    expectClose(
      matmul(transposed: a, c),
      matmul(transposed: a.row(0), c.row(0))
        + matmul(transposed: a.row(1), c.row(1)))
  }
}
