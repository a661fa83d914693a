// How a forest plot is laid out: a line of words for each change, and its
// runs on the line below.

extension ForestPlot {
  public var picture: String {
    var drawing = Drawing()
    let values = changes.flatMap { $0.finite }
    guard !values.isEmpty else {
      drawing.title(title + ": no runs")
      return drawing.finished(height: 24)
    }
    drawing.title(title)
    let axis = Axis.covering(values + [0], scale: .linear)
    // Ticks may be named beyond the ends of the axis.
    let left = 34.0
    let right = Drawing.width - 34
    func x(_ value: Double) -> Double {
      left + axis.share(of: value) * (right - left)
    }
    let top = title.isEmpty ? 4.0 : 34
    let bottom = top + Double(changes.count) * 60
    for tick in axis.ticks {
      drawing.line(
        tick.value == 0 ? "axis" : "grid", from: (x(tick.value), top),
        to: (x(tick.value), bottom))
    }
    drawing.line("axis", from: (x(0), top), to: (x(0), bottom + 4))
    var free = -1.0
    for tick in axis.ticks {
      let half = Lettering.width(of: tick.label) / 2
      let middle = min(max(x(tick.value), half), Drawing.width - half)
      guard middle - half > free else { continue }
      drawing.words(tick.label, x: middle, y: bottom + 24, "mid")
      free = middle + half + 6
    }
    for (row, change) in changes.enumerated() {
      let y = top + Double(row) * 60
      drawWords(of: change, y: y + 20, in: &drawing)
      drawRuns(of: change, x: x, y: y + 40, in: &drawing)
    }
    return drawing.finished(height: bottom + 32) + table
  }

  private func drawWords(
    of change: Change, y: Double, in drawing: inout Drawing
  ) {
    let values = change.finite
    let verdict = values.isEmpty ? "no run" : self.verdict(on: change)
    let words =
      values.isEmpty
      ? verdict
      : ForestPlot.signed(Summary(values).mean) + ", " + verdict
    drawing.words(words, x: Drawing.width, y: y, "end halo")
    let room = Drawing.width - Lettering.width(of: words) - 16
    drawing.words(
      Lettering.shortened(change.name, to: room / 1.08), x: 0, y: y,
      "strong halo")
  }

  private func drawRuns(
    of change: Change, x: (Double) -> Double, y: Double,
    in drawing: inout Drawing
  ) {
    let values = change.finite
    guard !values.isEmpty else { return }
    let summary = Summary(values)
    drawing.line(
      "series-a", from: (x(summary.low), y), to: (x(summary.high), y))
    for value in values {
      drawing.line("wire", from: (x(value), y - 7), to: (x(value), y + 7))
    }
    drawing.ring("belief-dot", x: x(summary.mean), y: y)
  }

  /// With a sign in front on either side.
  private static func signed(_ value: Double) -> String {
    let number = Numeral(value).description
    return value > 0 ? "+" + number : number
  }
}
