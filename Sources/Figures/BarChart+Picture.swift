// How a bar chart is laid out.

extension BarChart {
  private var rowHeight: Double { 30 }

  public var picture: String {
    var drawing = Drawing()
    drawing.title(title)
    let top = 28.0
    let bottom = top + Double(bars.count) * rowHeight
    let layout = BarLayout(self)
    for (row, bar) in bars.enumerated() {
      let middle = top + (Double(row) + 0.5) * rowHeight
      drawing.words(
        Lettering.shortened(bar.name, to: layout.widestName),
        x: layout.nameEnd, y: middle + 5, "end")
      layout.draw(bar, middle: middle, in: &drawing)
    }
    let zero = layout.x(0)
    drawing.line("axis", from: (zero, top), to: (zero, bottom))
    var baseline = bottom
    for reference in references where reference.value.isFinite {
      baseline += 19
      let x = layout.x(reference.value)
      drawing.line("ref", from: (x, top), to: (x, bottom + 4))
      let words = Lettering.shortened(reference.name, to: Drawing.width)
      let half = Lettering.width(of: words) / 2
      // Centred under its line, but never over the edge.
      let middle = min(max(x, half), Drawing.width - half)
      drawing.words(words, x: middle, y: baseline, "mid faint")
    }
    return drawing.finished(height: baseline + 8) + table
  }
}

/// Where bars begin and end.
private struct BarLayout {
  let widestName = 240.0
  /// Where names end, and where the lowest and the highest value stand.
  let nameEnd: Double
  let left: Double
  let right: Double
  let low: Double
  let high: Double
  let decimals: Int

  init(_ chart: BarChart) {
    let finite =
      (chart.bars.map { $0.value }
      + chart.references.map { $0.value }).filter { $0.isFinite }
    let lowest = min(0, finite.min() ?? 0)
    let highest = max(0, finite.max() ?? 0)
    low = lowest
    high = highest > lowest ? highest : lowest + 1
    let name = chart.bars.map { Lettering.width(of: $0.name) }.max() ?? 0
    // All with the same decimals, so that they can be compared at a glance.
    let sizes = chart.bars.map { abs($0.value) }.filter { $0.isFinite }
    let isWhole = sizes.allSatisfy { $0 == $0.rounded() }
    decimals = isWhole ? 0 : max(0, 3 - Decade.order(of: sizes.max() ?? 0))
    var value = 0.0
    for bar in chart.bars {
      let number = Numeral(bar.value, decimals: decimals).description
      value = max(value, Lettering.boldWidth(of: number))
    }
    // Values stand beyond the ends of their bars: to the left of those
    // below zero.
    nameEnd = min(name, widestName)
    left = nameEnd + 10 + (lowest < 0 ? value + 8 : 0)
    right = Drawing.width - value - 8
  }

  func x(_ value: Double) -> Double {
    left + (value - low) / (high - low) * (right - left)
  }

  func draw(_ bar: Bar, middle: Double, in drawing: inout Drawing) {
    let zero = x(0)
    let number = Numeral(bar.value, decimals: decimals).description
    guard bar.value.isFinite else {
      drawing.words(number, x: zero + 6, y: middle + 5, "faint")
      return
    }
    let end = x(bar.value)
    drawing.box(
      "bar-a", x: min(zero, end), y: middle - 8, width: abs(end - zero),
      height: 16, radius: 2)
    let isBelow = bar.value < 0
    drawing.words(
      number, x: isBelow ? end - 6 : end + 6, y: middle + 5,
      isBelow ? "end strong" : "strong")
  }
}
