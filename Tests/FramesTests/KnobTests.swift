// What a knob takes, and how settings travel.

import Frames
import Testing

@Suite struct KnobTests {
  private let rate = Knob("rate", .numbers(0.01...3), recorded: "0.2")
  private let units = Knob("units", .wholes(1...64), recorded: "8")
  private let cell = Knob("cell", .words(["LSTM", "GRU"]), recorded: "LSTM")

  @Test func whatFitsIsNotRefused() {
    #expect(rate.refusal(of: "3") == nil)
    #expect(rate.refusal(of: "1e-2") == nil)
    #expect(units.refusal(of: "64") == nil)
    #expect(cell.refusal(of: "GRU") == nil)
    #expect(Knob("b", .truth, recorded: "true").refusal(of: "false") == nil)
    #expect(Knob("r", .text, recorded: "a").refusal(of: "any words") == nil)
  }

  @Test func aRefusalSaysWhatTheKnobTakes() {
    #expect(
      rate.refusal(of: "3.5")
        == "the knob “rate” takes a number from 0.01 to 3.0, and cannot be "
        + "set to “3.5”")
    #expect(
      units.refusal(of: "2.5")
        == "the knob “units” takes a whole number from 1 to 64, and cannot be "
        + "set to “2.5”")
    #expect(
      cell.refusal(of: "lstm")
        == "the knob “cell” takes one of LSTM, GRU, and cannot be set to "
        + "“lstm”")
    #expect(rate.refusal(of: "nan") != nil)
    #expect(rate.refusal(of: "") != nil)
    #expect(Knob("b", .truth, recorded: "true").refusal(of: "yes") != nil)
  }

  @Test func settingsAreFoundByTheirWholeName() {
    let text = Settings.text([
      ("learning rate", "0.5"), ("rate", "a=b"), ("rate", "2"),
    ])
    #expect(Settings.value(of: "learning rate", in: text) == "0.5")
    #expect(Settings.value(of: "rate", in: text) == "2")
    #expect(Settings.value(of: "ratio", in: text) == nil)
    #expect(Settings.value(of: "x", in: Settings.text([("x", "a=b")])) == "a=b")
    #expect(Settings.value(of: "rate", in: "") == nil)
  }
}
