import Testing

@testable import Tensors

@Suite struct TensorTests {
  /// `[2, 3, 4]`, its scalars 0, 1, 2, …
  let counted = Tensor((0..<24).map { Scalar($0) }, shape: [2, 3, 4])

  @Test func lastAxisIsFastest() {
    #expect(counted[1, 2, 3] == 23)
    #expect(counted[0, 1, 0] == 4)
    #expect(Tensor([[1, 2], [3, 4], [5, 6]]).scalars == [1, 2, 3, 4, 5, 6])
    #expect(Tensor([[[1, 2, 3]], [[4, 5, 6]]]).shape == [2, 1, 3])
  }

  @Test func copiesAreIndependent() {
    var copy = counted
    copy[0, 0, 0] = 7
    #expect(counted[0, 0, 0] == 0)
    #expect(copy[0, 0, 0] == 7)
  }

  @Test func partsOfTensors() {
    #expect(counted.row(1).shape == [3, 4])
    #expect(counted.row(1)[0, 0] == 12)
    #expect(counted.rows(1..<2).shape == [1, 3, 4])
    #expect(counted.rows(at: [1, 0, 1])[2, 0, 1] == 13)
    #expect(counted.step(2) == Tensor([[8, 9, 10, 11], [20, 21, 22, 23]]))
    #expect(Tensor([[1, 2, 3], [4, 5, 6]]).step(1) == Tensor([2, 5]))
  }

  @Test func stepsStackBackIntoTheirSequence() {
    let steps = (0..<3).map { counted.step($0) }
    #expect(Tensor(stacking: steps, axis: 1) == counted)
    #expect(
      Tensor(stacking: [Tensor([1]), Tensor([2])], axis: 1).shape == [1, 2])
  }

  @Test func otherShapes() {
    #expect(counted.reshaped([-1, 6]).shape == [4, 6])
    #expect(counted.reshaped([24]).scalars == counted.scalars)
    #expect(
      Tensor([[1, 2, 3], [4, 5, 6]]).transposed()
        == Tensor([[1, 4], [2, 5], [3, 6]]))
  }

  @Test func addsToRowsAsOftenAsTheyAreNamed() {
    var table = Tensor.zeros([3, 2])
    table.add(Tensor([[1, 2], [10, 20], [100, 200]]), toRows: [2, 0, 2])
    #expect(table == Tensor([[10, 20], [0, 0], [101, 202]]))
  }

  /// Eight rows are taken side by side, and three are left over.
  @Test func rowsAreSummedEachInItsOrder() {
    let rows = Tensor((0..<77).map { 1 / Scalar($0 + 3) }, shape: [11, 7])
    var shares = rows
    shares.changeRows(by: rows.sum(axis: -1)) { $0 / $1 }
    for row in 0..<11 {
      #expect(rows.sum(axis: -1)[row] == rows.row(row).sum())
      #expect(rows.max(axis: -1)[row] == rows[row, 0])
      #expect(shares.row(row) == rows.row(row) / rows.row(row).sum())
    }
  }

  @Test func idsHaveRowsAndBecomeNumbers() {
    let ids = IntTensor([[1, 2, 3], [4, 5, 6]])
    #expect(ids[1, 0] == 4)
    #expect(ids.row(0) == IntTensor([1, 2, 3]))
    #expect(ids.rows(1..<2).shape == [1, 3])
    #expect(Tensor(ids) == Tensor([[1, 2, 3], [4, 5, 6]]))
  }
}
