// What an unrolled graph says: every step, or of many the ends and extremes.
// Next: UnrolledGraph+Across.swift.

extension UnrolledGraph {
  public var description: String {
    var words = title.isEmpty ? "a network" : title
    words += ", unrolled over " + counted(steps.count, "step")
    words += " of " + counted(unitCount, "unit")
    if steps.count * max(1, unitCount) <= 120 {
      words += steps.isEmpty ? "" : ":" + listing
    } else {
      words += range
    }
    if let startNorm {
      words += "\nbefore step 1: ‖dL/dh‖ " + Numeral(startNorm).description
    }
    if let loss { words += "\nloss: " + Numeral(loss).description }
    if !readout.isEmpty {
      words +=
        "\nreadout: "
        + readout.map { $0.name + " " + Numeral($0.value).description }
        .joined(separator: ", ")
    }
    return words
  }

  /// A line for each step.
  private var listing: String {
    steps.enumerated().map { position, step in
      var words = "\nstep \(position + 1)"
      words += step.name.isEmpty ? "" : ", " + step.name
      if !step.input.isEmpty, step.input.count <= 8 {
        words += ", reads " + numbers(step.input)
      }
      words += ": " + numbers(step.state)
      if let norm = step.gradientNorm {
        words += "; ‖dL/dh‖ " + Numeral(norm).description
      }
      return words
    }.joined()
  }

  /// ", states from −0.9812 to 0.8074; ‖dL/dh‖ from 0.9465 at step 40 back to
  /// 0.0001200 at step 1"
  private var range: String {
    let finite = steps.flatMap { $0.state }.filter { $0.isFinite }
    var words = ""
    if let low = finite.min(), let high = finite.max() {
      words += ", states from " + Numeral(low).description + " to "
      words += Numeral(high).description
    }
    if let last = steps.last?.gradientNorm,
      let first = steps.first?.gradientNorm
    {
      words += "; ‖dL/dh‖ from " + Numeral(last).description
      words += " at step \(steps.count) back to "
      words += Numeral(first).description + " at step 1"
    }
    return words
  }

  private func numbers(_ values: [Double]) -> String {
    values.map { Numeral($0).description }.joined(separator: ", ")
  }
}

extension UnrolledGraph {
  var unitCount: Int { steps.map { $0.state.count }.max() ?? 0 }

  /// The state before the first step, as it is drawn.
  var origin: [Double] {
    start.isEmpty ? Array(repeating: 0, count: unitCount) : start
  }

  /// Words are written as words, letters and digits in a box.
  var readsWords: Bool {
    steps.contains { $0.name.unicodeScalars.count > 2 }
  }

  var hasWayBack: Bool { steps.contains { $0.gradientNorm != nil } }

  /// The size at which colours are strongest: 1 for states that a tanh made.
  var limit: Double {
    let map = HeatMap("", steps.map { $0.state + $0.input } + [start])
    return map.largest <= 1 ? 1 : map.strongest
  }
}

/// "1 step", "2 steps"
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) " + noun + (count == 1 ? "" : "s")
}
