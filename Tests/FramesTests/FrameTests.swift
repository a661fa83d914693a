// Frames go through bytes and come back, or are seen to be broken.

import Frames
import Testing

@Suite struct FrameTests {
  static let mark = Mark(output: 120, error: 7)

  static let frames: [Frame] = [
    .begin(block: 3, at: mark),
    .picture(
      Picture(markup: "<svg>\n5\n</svg>", alternative: "line 1\nline “2” −3"),
      at: mark),
    .picture(Picture(markup: "", alternative: ""), at: mark),
    .note(name: "loss", value: .number(0.1)),
    .note(name: "tiny", value: .number(-Double.leastNonzeroMagnitude)),
    .note(name: "endless", value: .number(.infinity)),
    .note(name: "word", value: .text("né\u{0}e\n")),
    .knob(Knob("rate", .numbers(0.01...3), recorded: "0.2")),
    .knob(Knob("units", .wholes(-1...64), recorded: "8")),
    .knob(Knob("cell", .words(["LSTM", "GRU"]), recorded: "LSTM")),
    .knob(Knob("bias", .truth, recorded: "true")),
    .knob(Knob("review", .text, recorded: "né = \n")),
    .end(block: 3, at: mark),
    .stopped(block: 4, status: 132, at: mark),
  ]

  @Test(arguments: frames)
  func fieldsSpellTheFrame(_ frame: Frame) {
    #expect(Frame(frame.fields) == frame)
  }

  @Test func bytesAreLengthsAndFields() {
    let frame = Frame.note(name: "é", value: .number(0.5))
    #expect(
      String(decoding: frame.encoded, as: UTF8.self)
        == "3\n6\nnumber\n2\né\n3\n0.5\n")
  }

  @Test func manyFramesComeBackInOrder() {
    let (frames, whole) = Frame.decode(Self.frames.flatMap { $0.encoded })
    #expect(frames == Self.frames)
    #expect(whole)
  }

  @Test func nothingIsWhole() {
    let (frames, whole) = Frame.decode([])
    #expect(frames.isEmpty)
    #expect(whole)
  }

  /// A program may be killed at any byte.
  @Test func whatIsCutShortIsNotWholeAndLosesOnlyItsLastFrame() {
    let first = Self.frames[0].encoded
    let second = Self.frames[1].encoded
    for length in 1..<second.count {
      let (frames, whole) = Frame.decode(first + second.prefix(length))
      #expect(frames == [Self.frames[0]])
      #expect(!whole)
    }
  }

  @Test(arguments: [
    "x\n", "-1\n", "\n", "1\n5\nbegin\n", "4\n5\nbegin\n1\n3\n1\n0\n1\nx\n",
    "1\n999999999999999999999\nbegin\n", "2\n5\nbeginn\n1\n3\n",
    "3\n6\nnumber\n1\na\n3\none\n", "1\n4\nknob\n",
    "5\n4\nknob\n1\na\n1\n0\n1\n0\n5\ntruht\n",
    "7\n4\nknob\n1\na\n1\n0\n1\n0\n6\nwholes\n1\n2\n1\n1\n",
    "999999999\n", "1\n4\nunit\n",
  ])
  func nonsenseIsNoFrame(_ text: String) {
    let (frames, whole) = Frame.decode(Array(text.utf8))
    #expect(frames.isEmpty)
    #expect(!whole)
  }

  @Test func notANumberSurvives() throws {
    let encoded = Frame.note(name: "loss", value: .number(.nan)).encoded
    let frame = try #require(Frame.decode(encoded).frames.first)
    guard case .note("loss", .number(let value)) = frame else {
      Issue.record("\(frame)")
      return
    }
    #expect(value.isNaN)
  }
}
