// `knob`: a value that a reader may change, and run the lesson anew.
//
// It is what the lesson says, unless this run was told otherwise:
//
//     unrolled run 12 --set "learning rate=0.5"

import CShims
import Frames

/// A number between two ends: 0.2, unless this run says otherwise.
///
///     let rate = knob("learning rate", 0.2, in: 0.01...3)
public func knob(
  _ name: String, _ value: Double, in range: ClosedRange<Double>
) -> Double {
  let words = turned(
    Knob(name, .numbers(range), recorded: value.description))
  return words.flatMap { Double($0) } ?? value
}

/// A number in single precision.
///
/// Its ends keep their own digits: 0.1 stays 0.1, not 0.10000000149.
public func knob(
  _ name: String, _ value: Float, in range: ClosedRange<Float>
) -> Float {
  let lower = Double(range.lowerBound.description)
  let upper = Double(range.upperBound.description)
  let ends = (lower ?? 0)...(upper ?? 0)
  let words = turned(Knob(name, .numbers(ends), recorded: value.description))
  return words.flatMap { Float($0) } ?? value
}

/// A whole number between two ends.
///
///     let units = knob("units", 8, in: 1...64)
public func knob(
  _ name: String, _ value: Int, in range: ClosedRange<Int>
) -> Int {
  let words = turned(
    Knob(name, .wholes(range), recorded: value.description))
  return words.flatMap { Int($0) } ?? value
}

/// One of some words.
///
///     let cell = knob("cell", "LSTM", among: ["LSTM", "GRU"])
public func knob(
  _ name: String, _ value: String, among words: [String]
) -> String {
  turned(Knob(name, .words(words), recorded: value)) ?? value
}

/// A switch.
///
///     let usesBias = knob("bias", true)
public func knob(_ name: String, _ value: Bool) -> Bool {
  let words = turned(
    Knob(name, .truth, recorded: value ? "true" : "false"))
  return words.map { $0 == "true" } ?? value
}

/// A line of text.
///
///     let review = knob("review", "good film")
public func knob(_ name: String, _ value: String) -> String {
  turned(Knob(name, .text, recorded: value)) ?? value
}

/// What this run sets a knob to, if it does; tells the runner of the knob.
private func turned(_ knob: Knob) -> String? {
  var knob = knob
  if knob.name.isEmpty || knob.name.contains(where: { "=\n".contains($0) }) {
    stop("a knob's name is a line of text without “=”, like “learning rate”")
  }
  if let refusal = knob.refusal(of: knob.recorded) { stop(refusal) }
  let setting = Settings.value(of: knob.name, in: settings)
  if let setting {
    if let refusal = knob.refusal(of: setting) { stop(refusal) }
    knob.value = setting
  }
  Channel.write(.knob(knob))
  return setting
}

/// What this run's knobs are set to.
private let settings: String = {
  let length = unrolled_settings(nil, 0)
  guard length > 0 else { return "" }
  var bytes = [UInt8](repeating: 0, count: Int(length))
  bytes.withUnsafeMutableBufferPointer {
    _ = unrolled_settings($0.baseAddress, length)
  }
  return String(decoding: bytes, as: UTF8.self)
}()

private func stop(_ message: String) -> Never {
  #if hasFeature(Embedded)
    // There `fatalError` traps without a word.
    print("Fatal error: " + message)
    fatalError()
  #else
    fatalError(message)
  #endif
}
