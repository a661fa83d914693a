// A knob as a page shows it: its recorded value in words, and a control that
// scripts set going. Next: OutputView.swift.

import Foundation
import Frames
import Literate

/// The knobs of a block, and the row of buttons that runs the lesson.
struct KnobsView: Sendable {
  let knobs: [KnobView]
  let bar: LiveBar?

  /// Nil for a block without knobs.
  init?(_ calls: [KnobCall], block: Int, bar: LiveBar?) {
    knobs = calls.enumerated().compactMap { index, call in
      call.knob.map {
        KnobView($0, id: "knob-\(block)-\(index + 1)", isLive: bar != nil)
      }
    }
    if knobs.isEmpty { return nil }
    self.bar = bar
  }
}

/// The row of buttons that runs a lesson in its page.
struct LiveBar: Sendable {
  /// How long the recorded run took.
  let recordedIn: String
}

/// What the knob template is filled in with.
struct KnobView: Sendable {
  let id: String
  let name: String
  let recorded: String
  /// What it is without script: `0.2; it may be 0.01 to 3`.
  let words: String
  /// It can be turned in the page.
  let isLive: Bool
  let slider: Slider?
  let choices: [Choice]
  let isChoice: Bool
  let isSwitch: Bool
  let isOn: Bool
  let isText: Bool

  /// A range of numbers. On a logarithmic one, the slider's positions are the
  /// numbers' decimal logarithms.
  struct Slider: Sendable {
    let from: String
    let to: String
    let low: String
    let high: String
    let step: String
    let position: String
    let isLogarithmic: Bool
    let isWhole: Bool
  }

  struct Choice: Sendable {
    let choice: String
    let isRecorded: Bool
  }

  init(_ knob: Knob, id: String, isLive: Bool) {
    self.id = id
    self.isLive = isLive
    name = knob.name
    recorded = knob.recorded
    slider = Slider(knob)
    choices = knob.words.map {
      Choice(choice: $0, isRecorded: $0 == knob.recorded)
    }
    isChoice = !choices.isEmpty
    isSwitch = knob.choice == .truth
    isOn = knob.recorded == "true"
    isText = knob.choice == .text
    words =
      switch knob.choice {
      case .numbers, .wholes:
        "\(knob.recorded), from \(slider?.from ?? "") to \(slider?.to ?? "")"
      case .words(let all): "\(knob.recorded), of \(all.listed)"
      case .truth: knob.recorded == "true" ? "on" : "off"
      case .text: "“\(knob.recorded)”"
      }
  }
}

extension KnobView.Slider {
  fileprivate init?(_ knob: Knob) {
    let recorded = Double(knob.recorded) ?? 0
    switch knob.choice {
    case .wholes(let range):
      self.init(
        from: "\(range.lowerBound)", to: "\(range.upperBound)",
        low: "\(range.lowerBound)", high: "\(range.upperBound)", step: "1",
        position: knob.recorded, isLogarithmic: false, isWhole: true)
    case .numbers(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      // Over two decades and more, ratios are what a reader compares.
      let isLogarithmic = low > 0 && high / low >= 100
      let place = { (value: Double) in isLogarithmic ? log10(value) : value }
      let span = place(high) - place(low)
      // A power of ten, at most a hundredth of the way.
      let step =
        isLogarithmic
        ? 0.01 : pow(10, (log10(max(span, 1e-9)) - 2).rounded(.down))
      self.init(
        from: low.short, to: high.short, low: place(low).short,
        high: place(high).short, step: step.short,
        position: place(recorded).short, isLogarithmic: isLogarithmic,
        isWhole: false)
    default: return nil
    }
  }
}

extension Knob {
  fileprivate var words: [String] {
    if case .words(let words) = choice { words } else { [] }
  }
}

extension [String] {
  /// `a, b and c`
  fileprivate var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Double {
  /// Without a point where there is nothing behind it.
  fileprivate var short: String {
    self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)"
  }
}
