// What must hold of every picture: it is well formed, themed by classes
// alone, and no words touch others or leave the picture at the largest size
// that a narrow column gives them.

import LessonRuntime
import Testing

@testable import Figures

/// A picture, and a name to fail under.
struct Sample: CustomTestStringConvertible, Sendable {
  var name: String
  var picture: String
  var testDescription: String { name }

  init<Value: Showable>(_ name: String, _ value: Value) {
    self.name = name
    picture = value.picture
  }

  static let wave = (0..<40).map { step in
    // A triangle: no C library needed, and crossings everywhere.
    Double(abs(step % 16 - 8)) / 8
  }

  static let words = ["the", "movie", "was", "not", "bad", "at", "all"]

  static let all: [Sample] =
    [
      Sample("one line", LineChart("loss", wave)),
      Sample("one point", LineChart("loss", [0.5])),
      Sample("constant", LineChart("loss", [0.25, 0.25])),
      Sample("nothing", LineChart("loss", [Double.nan])),
      Sample("no lines", LineChart("loss", series: [])),
      Sample("markup", LineChart("<a> & \"b\"", over: "<i>", wave)),
      Sample(
        "a long title", LineChart(String(repeating: "loss ", count: 40), wave)),
      Sample("steps", LineChart("loss", (0...5000).map { Double($0) })),
      Sample("tiny", LineChart("norm", [1e-9, 3e-9, 2e-9])),
      Sample("huge", LineChart("norm", [1e7, 3.5e7, -2e7])),
      Sample(
        "logarithmic",
        LineChart("norm", [1e-12, 1, 100], scale: .logarithmic)),
      Sample("bundled lines", bundle(of: 4)),
      Sample("many lines", bundle(of: 14)),
      Sample(
        "long names",
        LineChart(
          "loss", Series("truncated to the last four steps", wave),
          Series("Donaudampfschifffahrtsgesellschaft", wave, from: 20))),
      Sample(
        "references",
        LineChart(
          "loss", Series("a", wave),
          references: [
            Reference("a blind guess, ln 3", at: 1.0986),
            Reference("the floor", at: 0.02), Reference("half way", at: 0.5),
          ])),
      Sample(
        "bars",
        BarChart(
          "accuracy", Bar("bag of words", 0.835),
          Bar("LSTM, two layers, in both directions", 0.87), Bar("b", -0.5),
          Bar("none", Double.nan),
          references: [
            Reference("chance", at: 0.5), Reference("the best there is", at: 1),
          ])),
      Sample("no bars", BarChart("accuracy", bars: [])),
      Sample(
        "states",
        HeatMap(
          "state", [wave, wave].map { Array($0.prefix(7)) },
          rows: ["unit 1", "unit 2"], columns: words)),
      Sample(
        "attention",
        HeatMap(
          "attention", (0..<14).map { _ in Array(wave.prefix(14)) },
          rows: words + words, columns: words + words)),
      Sample(
        "many steps",
        HeatMap(
          "state", (0..<3).map { _ in (0..<200).map { Double($0 - 90) } })),
      Sample(
        "confusion",
        HeatMap(
          "confusion", [[412, 88], [61, 439]], rows: ["negative", "positive"],
          columns: ["said negative", "said positive"])),
      Sample(
        "long names of small numbers",
        HeatMap(
          "gradient", [wave, wave].map { $0.map { -$0 * 1e-5 } },
          rows: ["the first recurrent unit", "the second recurrent unit"])),
      Sample("gaps", HeatMap("w", [[1, .nan, -0.5], [0.25, .infinity], []])),
      Sample("no cells", HeatMap("w", [[Double]]())),
    ] + newer

  static func bundle(of count: Int) -> LineChart {
    LineChart(
      "state",
      series: (0..<count).map { line in
        Series("unit \(line)", wave.map { 0.5 + $0 * Double(line) * 1e-3 })
      })
  }
}

@Suite struct PictureTests {
  @Test(arguments: Sample.all)
  func isOneHiddenDrawing(_ sample: Sample) throws {
    let drawing = try #require(elements(of: sample.picture).first)
    #expect(drawing.name == "svg")
    #expect(drawing.style == "chart")
    #expect(drawing.text("aria-hidden") == "true")
    #expect(drawing.text("focusable") == "false")
    #expect(drawing.text("viewBox").hasPrefix("0 0 640 "))
    #expect(drawing.text("role").isEmpty)
  }

  /// The classes of the style sheet, and no other way to be coloured.
  @Test(arguments: Sample.all)
  func isThemedByClassesAlone(_ sample: Sample) {
    let known: Set<String> = [
      "grid", "axis", "ref", "guide", "wire", "series-a", "series-b",
      "label-a", "label-b", "strong", "faint", "halo", "mid", "end", "cell",
      "bar-a", "zero", "z", "n5", "n4", "n3", "n2", "n1", "p1", "p2", "p3",
      "p4", "p5", "fan-a", "fan-b", "fan-c", "margin-a", "margin-b",
      "margin-c", "back", "belief-dot", "last", "bar", "tokenbox", "right",
    ]
    let plain: Set<String> = [
      "class", "x", "y", "width", "height", "rx", "cx", "cy", "r", "d",
      "stroke-dasharray", "transform",
    ]
    for element in elements(of: sample.picture).dropFirst() {
      for style in element.style.split(separator: " ") {
        #expect(known.contains(String(style)))
      }
      for name in element.attributes.keys { #expect(plain.contains(name)) }
    }
  }

  @Test(arguments: Sample.all)
  func wordsStayInThePictureAndApart(_ sample: Sample) throws {
    let all = elements(of: sample.picture)
    let bounds = try #require(
      all.first?.text("viewBox").split(separator: " ").compactMap {
        Double($0)
      })
    let boxes = all.filter { $0.name == "text" }.map(Box.init)
    for (position, box) in boxes.enumerated() {
      #expect(box.left >= -0.1 && box.right <= 640.1, "\(box)")
      #expect(box.top >= -1.1 && box.bottom <= bounds[3] + 0.1, "\(box)")
      for other in boxes[..<position] {
        #expect(!box.touches(other), "\(box) touches \(other)")
      }
    }
  }

  @Test func markupInWordsIsEscaped() {
    let chart = BarChart("a < b & \"c\"", Bar("<script>\u{1}", 1.0))
    #expect(!chart.picture.contains("<script"))
    let words = elements(of: chart.picture).map { $0.content }
    #expect(words.contains("a < b & \"c\""))
    #expect(words.contains("<script>\u{FFFD}"))
  }
}

/// What words cover at the largest size a style sheet gives them.
private struct Box: CustomStringConvertible {
  var words: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  init(_ element: Element) {
    words = element.content
    let isTurned = !element.text("transform").isEmpty
    let isBold =
      element.style.contains("label") || element.style.contains("strong")
    let width =
      isBold ? Lettering.boldWidth(of: words) : Lettering.width(of: words)
    let anchor = element.style.split(separator: " ")
    let x = element.number("x")
    let share =
      anchor.contains("end")
      ? 1.0
      : anchor.contains("mid") || anchor.contains("cell") ? 0.5 : 0
    let y = element.number("y")
    left = x - share * width
    right = left + width
    // Digits and capitals do not reach below the line.
    let isLow = words.contains { "gjpqy,()".contains($0) }
    top = y - 16
    bottom = isLow ? y + 5 : y
    if isTurned {
      // Up and to the right, by 45 degrees; its own corner must be free.
      right = x + 0.71 * width
      #expect(right <= 640, "\(words) leans out")
      right = x + 11
      top = y - 11
    }
  }

  func touches(_ other: Box) -> Bool {
    left < other.right - 0.1 && other.left < right - 0.1
      && top < other.bottom - 0.1 && other.top < bottom - 0.1
  }

  var description: String { "“\(words)” at \(left)…\(right), \(top)…\(bottom)" }
}
