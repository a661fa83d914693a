import Testing

@testable import Tensors

@Suite struct ProductTests {
  /// Sizes around the tiles' eight rows and thirty-two columns, or four, and
  /// around the 256 steps of the inner axis that are taken at once.
  static let sizes = [
    (1, 1, 1), (4, 5, 16), (3, 7, 15), (5, 2, 17), (8, 33, 32), (9, 16, 50),
    (2, 3, 0), (6, 0, 5), (13, 64, 31),
    (11, 300, 70), (21, 520, 33), (17, 300, 4), (9, 5, 3), (8, 3, 2),
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

  @Test func startsFromARow() {
    var generator = SeededGenerator(seed: 7)
    let a = Tensor.uniform([9, 5], in: -1...1, using: &generator)
    let b = Tensor.uniform([5, 34], in: -1...1, using: &generator)
    let start = Tensor.uniform([34], in: -1...1, using: &generator)
    var sum = Tensor.ones([9, 34])
    sum.set(start, plus: a, times: PackedMatrix(b))
    expectClose(sum, start + matmul(a, b))
    sum.set(a, times: PackedMatrix(b))
    #expect(sum == matmul(a, b))
    sum.add(a, times: PackedMatrix(b))
    expectClose(sum, 2 * matmul(a, b))
  }

  /// Rows with one number are picked, not multiplied; the sums are the same.
  @Test func oneHotRowsGiveTheSameBits() {
    var generator = SeededGenerator(seed: 8)
    let b = Tensor.uniform([40, 35], in: -1...1, using: &generator)
    var a = Tensor.zeros([10, 40])
    for row in 0..<10 { a[row, (row * 7) % 40] = Scalar(row) - 3.5 }
    let c = Tensor.uniform([10, 35], in: -1...1, using: &generator)
    // One row more, with two numbers, and nothing is picked.
    let both = Tensor([1, 1] + [Scalar](repeating: 0, count: 38))
    let dense = Tensor(a.scalars + both.scalars, shape: [11, 40])
    #expect(matmul(a, b) == matmul(dense, b).rows(0..<10))
    let last = Tensor(
      c.scalars + [Scalar](repeating: 0, count: 35), shape: [11, 35])
    #expect(matmul(transposed: a, c) == matmul(transposed: dense, last))
  }

  @Test func sumsOverPairs() {
    var generator = SeededGenerator(seed: 9)
    var xs: [Tensor] = []
    var ds: [Tensor] = []
    var expected = Tensor.zeros([18, 37])
    for rows in [3, 300, 1, 211] {
      xs.append(.uniform([rows, 18], in: -1...1, using: &generator))
      ds.append(.uniform([rows, 37], in: -1...1, using: &generator))
      for row in 0..<rows {
        for i in 0..<18 {
          for j in 0..<37 {
            expected[i, j] = multiplyAdd(
              xs[xs.count - 1][row, i], ds[ds.count - 1][row, j],
              expected[i, j])
          }
        }
      }
    }
    var sum = Tensor.zeros([18, 37])
    sum.addProducts(transposed: xs, ds)
    #expect(sum == expected)
  }

  /// Large enough to be shared among threads.
  @Test func sharedWorkGivesTheSameBits() {
    var generator = SeededGenerator(seed: 10)
    let a = Tensor.uniform([130, 97], in: -1...1, using: &generator)
    let b = Tensor.uniform([97, 121], in: -1...1, using: &generator)
    let whole = matmul(a, b)
    for row in [0, 63, 64, 65, 129] {
      #expect(whole.rows(row..<row + 1) == matmul(a.rows(row..<row + 1), b))
    }
    let sum = matmul(transposed: a, whole)
    let left = matmul(transposed: a, whole.columns(0..<5))
    #expect(sum.columns(0..<5) == left)
  }
}
