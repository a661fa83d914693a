// What step views say, what they are made of, and that nothing of a lesson
// gets into their markup.

import Foundation
import Tensors
import Testing

@testable import Figures

@Suite struct StepViewTests {
  @Test func wordsTellWhatStepsHoldAndTheNorms() {
    #expect(
      StepView(Sample.traces, Sample.gradients, inputs: ["a", "b"])
        .description == """
          step view, 2 steps, reading a b
          forward: x, previous, a, h [1, 2]
          ‖h‖: 0.5000, 2.500
          backward: dL/dh, dL/da, dL/dx, dL/dprevious [1, 2]
          ‖dL/dh‖: 5, 10
          shares of kernel: 3, 4; their sum: 5
          """)
  }

  @Test func manyStepsAreSummedUp() {
    let traces = (1...30).map { Step(h: [Scalar($0 == 7 ? 60 : $0), 0]) }
    #expect(
      StepView(traces).description.hasSuffix(
        "‖h‖: from 1 to 30, least at step 1: 1, most at step 7: 60"))
  }

  @Test func oneStepIsRecordedAsItsNumbers() {
    #expect(
      Step(h: [0.5, 0]).description.hasSuffix("h [1, 2]\n[[0.5000 0.0000]]"))
  }

  @Test func nothingIsDrawnOfNoSteps() {
    #expect(StepView([Step]()).picture == "")
  }

  @Test(arguments: Sample.views)
  func markupIsWellFormedAndHasNoNamesThatClash(_ view: StepView) {
    let found = elements(of: view.picture)
    #expect(found.first?.style == "stepview")
    for element in found {
      let names = element.attributes.keys
      #expect(!names.contains("id") && !names.contains("style"))
      #expect(!names.contains { $0.hasPrefix("on") })
    }
  }

  @Test func wordsOfALessonAreEscaped() {
    let evil = "</script><script>alert(1)</script>\"'&\u{2028}"
    let view = StepView(
      Sample.traces.map { Step(h: [1, 0], name: evil, x: $0.x) },
      Sample.gradients, inputs: [evil, evil], labels: [evil, evil])
    let picture = view.picture
    #expect(!elements(of: picture).isEmpty)
    #expect(!picture.contains("<script>alert"))
    #expect(picture.components(separatedBy: "</script>").count == 2)
    #expect(!picture.contains("\u{2028}\""))
  }

  @Test func theFirstSampleOfABatchIsShownAndSaidSo() {
    let batch = Step(h: Tensor([[0.25, 0.5], [0.75, 1]]))
    let view = StepView([batch, batch])
    #expect(view.description.contains("2 steps, the first of 2 samples"))
    #expect(view.picture.contains(">0.250<"))
    #expect(!view.picture.contains(">0.750<"))
  }

  @Test func manyUnitsAreColoursAndSmallNumbersShareAUnit() {
    let wide = StepView([Step(h: Tensor.ones([1, 40]))])
    #expect(wide.picture.contains("40 units, side by side"))
    #expect(elements(of: wide.picture).contains { $0.style == "strip" })
    let small = StepView([Step(h: [2e-6, 1e-6])])
    #expect(small.picture.contains("numbers × 10⁻⁶"))
  }

  @Test func sharesAreProductsOfTwoVectors() {
    guard case .product(let column, let row) = StepShare([[1, 2], [-2, -4]])
    else {
      Issue.record("not a product")
      return
    }
    #expect(column == [-0.5, 1] && row == [-2, -4])
    guard case .matrix = StepShare([[1, 0], [0, 1]]) else {
      Issue.record("a product")
      return
    }
  }

  @Test(
    arguments: [
      (0.0625, 3, "0.063"), (-0.0625, 3, "−0.063"), (-0.0004, 3, "−4e−4"),
      (0.000031, 3, "3e−5"), (0.000099, 3, "1e−4"), (0, 3, "0"), (1e-9, 3, "0"),
      (12.5, 0, "13"), (-1.2345, 2, "−1.23"), (.nan, 3, "NaN"),
    ] as [(Double, Int, String)])
  func numbersAreRoundedOnce(_ value: Double, _ digits: Int, _ text: String) {
    let scale = StepScale([1, value], coloured: [1], spare: 4)
    #expect(scale.number(value).text(decimals: digits) == text)
  }
}
