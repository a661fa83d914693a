// `note`: a value gets a name that the lesson's prose can be held to.

import Frames

/// Exports a number under a name: `[0.04](value:loss)` in the prose must agree
/// with it, and `[below 0.1](claim:loss<0.1)` must hold.
///
///     note("loss", 0.0421)
///
/// Noting a name again replaces its value.
public func note(_ name: String, _ value: Double) {
  Channel.write(.note(name: name, value: .number(value)))
}

/// Exports a number in single precision.
///
/// It keeps its own digits: 0.1 stays 0.1, not 0.10000000149.
public func note(_ name: String, _ value: Float) {
  note(name, Double(value.description) ?? Double(value))
}

/// Exports a whole number.
public func note(_ name: String, _ value: Int) {
  note(name, Double(value))
}

/// Exports a word.
public func note(_ name: String, _ value: String) {
  Channel.write(.note(name: name, value: .text(value)))
}
