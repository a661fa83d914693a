import Testing

@testable import Tensors

@Suite struct PrintingTests {
  @Test func columnsAreAligned() {
    #expect(
      Tensor([[0.5, -1.25], [12, -0.00001]]).description == """
        [[ 0.5000 -1.2500]
         [12.0000  0.0000]]
        """)
    #expect(
      IntTensor([[0, 13], [-1, 2]]).description == "[[ 0 13]\n [-1  2]]")
  }

  @Test func matricesAreApart() {
    #expect(
      IntTensor(Array(1...8), shape: [2, 2, 2]).description == """
        [[[1 2]
          [3 4]]

         [[5 6]
          [7 8]]]
        """)
  }

  @Test func longRowsBreak() {
    let text = Tensor.ones([2, 12]).description
    #expect(
      text == """
        [[1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000
          1.0000 1.0000]
         [1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000 1.0000
          1.0000 1.0000]]
        """)
  }

  @Test func hugeTensorsAreShortened() {
    let text = IntTensor(Array(0..<2000), shape: [200, 10]).description
    #expect(
      text == """
        [[   0    1    2 ...    7    8    9]
         [  10   11   12 ...   17   18   19]
         [  20   21   22 ...   27   28   29]
         ...
         [1970 1971 1972 ... 1977 1978 1979]
         [1980 1981 1982 ... 1987 1988 1989]
         [1990 1991 1992 ... 1997 1998 1999]]
        """)
  }

  @Test func tinyAndHugeNumbersHavePowers() {
    #expect(Tensor([0.0000125, 0]).description == "[1.2500e-05 0.0000e+00]")
    #expect(Tensor([2e6]).description == "[2.0000e+06]")
    #expect(Tensor([.nan, 1]).description == "[   nan 1.0000]")
  }

  @Test func emptyAndSingle() {
    #expect(Tensor.zeros([0]).description == "[]")
    #expect(Tensor([2.5], shape: []).description == "2.5000")
  }

  @Test func groupsAreListedByName() {
    struct Pair: StepTrace {
      var named: [NamedTensor] {
        [NamedTensor("x", Tensor([1])), NamedTensor("h", Tensor([[2, 3]]))]
      }
    }
    #expect(
      Pair().description == """
        x [1]
        [1.0000]
        h [1, 2]
        [[2.0000 3.0000]]
        """)
    #expect(Pair()["h"] == Tensor([[2, 3]]))
    #expect(Pair()["c"] == nil)
  }
}
