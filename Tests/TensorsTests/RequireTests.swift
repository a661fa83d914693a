import Testing

@testable import Tensors

/// Rules stop the program, and say why.
@Suite struct RequireTests {
  @Test func productsNameBothShapesAndTheAxis() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = matmul(.zeros([2, 3]), .zeros([4, 5]))
    }
    expect(
      stopped,
      "expected the last axis of [2, 3] to fit axis 0 of [4, 5]; got 3 and 4")
  }

  @Test func sumsNameBothShapesAndTheAxis() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2, 3]) + Tensor.zeros([2, 4])
    }
    expect(
      stopped,
      "expected shapes that fit; got [2, 3] and [2, 4]: sizes 3 and 4 at "
        + "axis -1")
  }

  @Test func positionsStayInside() async {
    let stopped = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2, 3])[0, 3]
    }
    expect(stopped, "expected a position in 0..<3 on axis 1 of [2, 3]; got 3")
  }

  private func expect(_ stopped: ExitTest.Result?, _ words: String) {
    let said = String(
      decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("Fatal error: " + words))
  }
}
