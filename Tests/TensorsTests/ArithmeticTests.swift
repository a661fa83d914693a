import Testing

@testable import Tensors

@Suite struct ArithmeticTests {
  @Test func elementByElement() {
    let (a, b) = (
      Tensor([[1, 2, 3], [4, 5, 6]]), Tensor([[2, 2, 2], [4, 4, 4]])
    )
    #expect(a + b == Tensor([[3, 4, 5], [8, 9, 10]]))
    #expect(a - b == Tensor([[-1, 0, 1], [0, 1, 2]]))
    #expect(a * b == Tensor([[2, 4, 6], [16, 20, 24]]))
    #expect(a / b == Tensor([[0.5, 1, 1.5], [1, 1.25, 1.5]]))
    #expect(-a + 1 == Tensor([[0, -1, -2], [-3, -4, -5]]))
    #expect(1 / Tensor([2, 4]) - 0.5 == Tensor([0, -0.25]))
  }

  @Test(
    arguments: [
      ([2, 3, 4], [4]), ([2, 3, 4], [3, 1]), ([2, 1, 4], [3, 1]),
      ([1], [5, 2]), ([], [2, 3]), ([4, 1], [1, 6]),
    ] as [(Shape, Shape)])
  func axesOfSizeOneAreRepeated(_ left: Shape, _ right: Shape) throws {
    var generator = SeededGenerator(seed: 3)
    let a = Tensor.uniform(left, using: &generator)
    let b = Tensor.uniform(right, using: &generator)
    let shape = try #require(Shape.broadcast(left, right))
    let difference = a - b
    #expect(difference.shape == shape)
    for index in 0..<shape.count {
      let expected =
        a.scalars[place(index, of: left, in: shape)]
        - b.scalars[place(index, of: right, in: shape)]
      #expect(difference.scalars[index] == expected)
    }
    var changed = Tensor.zeros(shape)
    changed += b
    #expect(changed == Tensor.zeros(shape) + b)
  }

  /// Where an element of the result comes from, found axis by axis.
  private func place(_ index: Int, of small: Shape, in shape: Shape) -> Int {
    var rest = index
    var positions: [Int] = []
    for size in shape.sizes.reversed() {
      positions.insert(rest % size, at: 0)
      rest /= size
    }
    var place = 0
    for (axis, size) in small.sizes.enumerated() {
      let position = positions[axis + shape.rank - small.rank]
      place = place * size + (size == 1 ? 0 : position)
    }
    return place
  }

  @Test func changesInPlace() {
    var a = Tensor([1, 2, 3])
    let kept = a
    a += Tensor([1, 1, 1])
    a -= Tensor([0, 1, 2])
    a *= Tensor([2, 2, 2])
    a *= 0.5
    #expect(a == Tensor([2, 2, 2]))
    #expect(kept == Tensor([1, 2, 3]))
    let rate = 0.5  // a Double, as in a lesson
    #expect(rate * a == Tensor([1, 1, 1]))
  }

  @Test func sumsAlongAxes() {
    let x = Tensor([
      [[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 0]],
    ])
    #expect(x.sum(axis: 1) == Tensor([[9, 12], [27, 18]]))
    #expect(x.sum(axis: 0).shape == [3, 2])
    #expect(x.mean(axis: -1, keepsAxis: true).shape == [2, 3, 1])
    #expect(x.mean(axis: -1)[1, 2] == 5.5)
    #expect(x.max(axis: 1) == Tensor([[5, 6], [11, 10]]))
    #expect(x.argmax(axis: 1) == IntTensor([[2, 2], [2, 1]]))
    #expect(Tensor([3, 7, 7]).argmax() == 1)
    #expect(x.sum() == 66)
    #expect(x.mean() == 5.5)
    #expect(x.max() == 11)
  }

  @Test func emptyAxesSumToZero() {
    #expect(Tensor.zeros([2, 0]).sum(axis: 1) == Tensor([0, 0]))
    #expect(Tensor.zeros([2, 0]).sum(axis: 0).shape == [0])
    #expect((Tensor.zeros([0, 3]) + Tensor([1, 2, 3])).shape == [0, 3])
    #expect((-Tensor.zeros([0])).count == 0)
    #expect(tanh(Tensor.zeros([0, 4])).shape == [0, 4])
  }

  @Test func sharesSumToOne() {
    let shares = softmax(Tensor([[1000, 1000, 1000], [0, 1, -1000]]))
    expectClose(shares.sum(axis: 1), Tensor([1, 1]))
    expectClose(shares.row(0), Tensor([1, 1, 1]) / 3)
    #expect(shares[1, 2] == 0)
  }
}
