// What a program says when it stops, in words worth recording.

/// The line a stopping program said, without where in the library or in
/// Swift's own sources it was said: that changes from version to version.
///
///     Swift/Array.swift:692: Fatal error: Index out of range
///     → fatal error: Index out of range
func trapMessage(said: String, signal: Int?) -> String {
  let line = said.split(separator: "\n").last { $0.contains("Fatal error") }
  guard let line, let words = line.firstRange(of: "Fatal error") else {
    return silence(signal)
  }
  let rest = line[words.upperBound...].drop { $0 == ":" || $0 == " " }
  for prefix in ["uncaught: ", "Error raised at top level: "]
  where rest.hasPrefix(prefix) {
    return "uncaught error: " + rest.dropFirst(prefix.count)
  }
  // What the check of an exercise says is said to its reader.
  if rest.hasPrefix("unmet: ") { return String(rest.dropFirst(7)) }
  return rest.isEmpty ? "fatal error" : "fatal error: " + rest
}

/// Where Swift says nothing, the engine says what the signal means.
private func silence(_ signal: Int?) -> String {
  switch signal {
  case 4, 5:
    "stopped without a word, as Swift does when arithmetic overflows or a "
      + "value cannot be converted"
  case 6: "aborted"
  case 8: "divided by zero"
  case 9: "killed: it used more than it may"
  case 11:
    "stopped: the stack is used up, as endless recursion does, or all memory"
  case 25: "stopped: it wrote more than 64 MB"
  case let signal?: "stopped by signal \(signal)"
  case nil: "stopped"
  }
}
