import Testing

@testable import Tensors

@Suite struct ShapeTests {
  @Test func shapesFitFromTheLastAxis() {
    #expect(Shape.broadcast([2, 3], [3]) == [2, 3])
    #expect(Shape.broadcast([2, 1], [1, 4]) == [2, 4])
    #expect(Shape.broadcast([2, 3], [2]) == nil)
    #expect(Shape.broadcast([], [5]) == [5])
  }

  @Test func negativeAxesCountFromTheEnd() {
    let shape: Shape = [2, 3, 4]
    #expect(shape[-1] == 4)
    #expect(shape.dropping(-2) == [2, 4])
    #expect(shape.inserting(7, at: 3) == [2, 3, 4, 7])
    #expect(shape.count == 24)
    #expect(shape.description == "[2, 3, 4]")
  }
}
