// What must hold of pictures in two layouts: both are well formed and themed,
// say the same, and no words leave them or touch others.

import LessonRuntime
import Tensors
import Testing

@testable import Figures

private struct Leftover: StepTrace {
  var named: [NamedTensor]
}

@Suite struct LayoutTests {
  static let states: [[Double]] = [[0.2, -0.75], [0.8, 0.1], [-0.31, 1]]

  static let all: [Sample] = [
    Sample("plain", UnrolledGraph("", reading: [], states: states)),
    Sample("traces", both),
    Sample(
      "everything",
      UnrolledGraph(
        "reading “bac”", reading: ["b", "a", "c"], states: states,
        from: [0.1, 0.2], gradientNorms: [0.01, 0.2, 1e-7], loss: 1.2325,
        readout: [Bar("a", 0.7), Bar("a longer answer", 0.3)])),
    Sample(
      "long words",
      UnrolledGraph(
        "words", reading: ["Donaudampfschifffahrtsgesellschaft", "a", "was"],
        states: states, gradientNorms: [.nan, .infinity, 0])),
    Sample(
      "many steps",
      UnrolledGraph(
        "long", reading: (0..<60).map { "word \($0)" },
        states: (0..<60).map { [Double($0) * 1e5, -1e-9] },
        gradientNorms: (0..<60).map { Double($0) }, loss: 3)),
    Sample(
      "many units",
      UnrolledGraph(
        "wide", reading: ["a", "b"],
        states: (0..<2).map { _ in (0..<64).map { Double($0) / 64 } })),
    Sample(
      "gates",
      TokenStrip(
        "gates", over: Sample.words,
        Series("forget gate", [Double](repeating: 0.5, count: 7)),
        Series("contribution", [-1.5, 2, .nan, .infinity, 0, 1e-9, 3]))),
    Sample(
      "many tokens",
      TokenStrip(
        "gates", over: (0..<200).map { "token\($0)" },
        Series("f", (0..<200).map { Double($0) / 200 }))),
    Sample(
      "algebra",
      MatrixEquation(
        .matrix("x", [[1.0, 0]]), "·", .matrix("W", states), "+",
        .matrix("hidden", [[0.5, -0.25]]), "=", .matrix("a", [[1e7, 0.1]]))),
    Sample(
      "large matrices",
      MatrixEquation(
        .matrix("W", Tensor.zeros([64, 100])), "=",
        .matrix("b", Tensor.zeros([3])))),
  ]

  static var both: UnrolledGraph {
    let traces = (0..<3).map { step in
      Leftover(named: [
        NamedTensor("x", Tensor([[0, Scalar(step)], [5, 6]])),
        NamedTensor("previous h", Tensor([[0.5, 0.25], [7, 8]])),
        NamedTensor("h", Tensor([[0.5, -0.25], [9, 10]])),
      ])
    }
    let gradients = (0..<3).map { step in
      Leftover(named: [
        NamedTensor("dL/dh", Tensor([[3, 4], [Scalar(step), 0]])),
        NamedTensor("dL/dprevious h", Tensor([[0, 0.5], [0, 0]])),
      ])
    }
    return UnrolledGraph("traces", traces, backward: gradients, loss: 0.25)
  }

  @Test(arguments: all)
  func drawsBothLayouts(_ sample: Sample) {
    let styles = drawings(of: sample.picture).map { $0[0].style }
    #expect(styles == ["across", "down"] || styles == ["down only"])
  }

  @Test(arguments: all)
  func isThemedByClassesAlone(_ sample: Sample) {
    let plain: Set<String> = [
      "class", "x", "y", "width", "height", "rx", "cx", "cy", "r", "d",
      "stroke-dasharray", "transform", "dy",
    ]
    for element in drawings(of: sample.picture).flatMap({ $0.dropFirst() }) {
      #expect(!element.style.isEmpty || element.name == "text")
      #expect(plain.isSuperset(of: element.attributes.keys))
      #expect(!element.attributes.values.contains { $0.contains("nan") })
    }
  }

  @Test(arguments: all)
  func wordsStayInThePictureAndApart(_ sample: Sample) {
    for drawing in drawings(of: sample.picture) {
      let bounds = drawing[0].text("viewBox").split(separator: " ")
        .compactMap { Double($0) }
      let boxes = drawing.filter {
        // An index hangs on its letter.
        $0.name == "text" && !$0.style.contains("math")
      }.map(Extent.init)
      for (position, box) in boxes.enumerated() {
        #expect(box.left >= -0.5 && box.right <= bounds[2] + 0.5, "\(box)")
        #expect(box.y >= 8 && box.y <= bounds[3], "\(box)")
        for other in boxes[..<position] {
          #expect(!box.touches(other), "\(box) touches \(other)")
        }
      }
    }
  }

  @Test func tracesGiveTheirRow() {
    #expect(
      Self.both.description
        == """
        traces, unrolled over 3 steps of 2 units:
        step 1, reads 0, 0: 0.5000, −0.2500; ‖dL/dh‖ 5
        step 2, reads 0, 1: 0.5000, −0.2500; ‖dL/dh‖ 5
        step 3, reads 0, 2: 0.5000, −0.2500; ‖dL/dh‖ 5
        before step 1: ‖dL/dh‖ 0.5000
        loss: 0.2500
        """)
    #expect(Self.both.start == [0.5, 0.25])
  }

  /// Twice the norm, twice the width.
  @Test func theBandIsDrawnToScale() throws {
    let graph = UnrolledGraph(
      "", reading: ["a", "b"], states: [[0.1], [0.2]],
      gradientNorms: [0.5, 1])
    let river = try #require(
      elements(of: graph.picture).first { $0.style == "river" })
    // Forth along one side and back along the other: the first point and the
    // last, of the first step; those in the middle, of the second.
    let numbers = river.text("d").split { !"0123456789.-".contains($0) }
      .compactMap { Double($0) }
    let first = numbers[1] - numbers[numbers.count - 1]
    let middle = numbers.count / 2
    #expect(first == 30)
    #expect(numbers[middle - 1] - numbers[middle + 1] == 60)
  }

  /// A product is not torn apart where a sum can be.
  @Test func anEquationBreaksBeforeASum() {
    let (four, three) = ([[0.5, 0.5, 0.5, 0.5]], [[0.5, 0.5, 0.5]])
    let equation = MatrixEquation(
      .matrix("x", four), "·", .matrix("W", three), "+",
      .matrix("h", three), "·", .matrix("U", three))
    let signs = drawings(of: equation.picture)[0].filter {
      $0.style.contains("sign")
    }
    #expect(signs.map { $0.content } == ["·", "+", "·"])
    let lines = signs.map { $0.number("y") }
    #expect(lines[0] < lines[1])
    #expect(lines[1] == lines[2])
  }

  @Test func manyStepsAreSummedUp() {
    let graph = UnrolledGraph(
      "long", reading: [], states: (0..<200).map { [Double($0)] },
      gradientNorms: (0..<200).map { Double($0) + 0.5 })
    #expect(
      graph.description
        == "long, unrolled over 200 steps of 1 unit, states from 0 to 199; "
        + "‖dL/dh‖ from 199.5 at step 200 back to 0.5000 at step 1")
  }
}

/// How wide words are in a picture whose words do not grow.
private struct Extent: CustomStringConvertible {
  var words: String
  var left: Double
  var right: Double
  var y: Double

  init(_ element: Element) {
    words = element.content
    // Half an em for each letter: what no face exceeds on average.
    let size =
      element.style.contains("word")
      ? 17.0
      : element.style.contains("sign") ? 20 : 13
    let width = Double(words.unicodeScalars.count) * size * 0.45
    let anchors = element.style.split(separator: " ")
    let isCentred = ["mid", "cell", "token", "word"].contains {
      anchors.contains($0)
    }
    let share = anchors.contains("end") ? 1.0 : isCentred ? 0.5 : 0
    left = element.number("x") - share * width
    right = left + width
    y = element.number("y")
  }

  func touches(_ other: Extent) -> Bool {
    left < other.right && other.left < right && abs(y - other.y) < 10
  }

  var description: String { "“\(words)” at \(left)…\(right), \(y)" }
}
