// What a line chart says: its extent, the course of each line, what could
// not be drawn. Next: LineChart+Picture.swift.

extension LineChart {
  public var description: String {
    var words = "line chart of " + title + " over " + extent
    if scale == .logarithmic { words += ", logarithmic" }
    if series.isEmpty { words += ": no lines" }
    for (position, one) in series.enumerated() {
      words += position == 0 ? ": " : "; "
      words += (one.name.isEmpty ? "" : one.name + " ") + course(of: one)
    }
    return words + Reference.words(for: references)
  }

  /// "20 epochs", or "epochs 0 to 1000" where they are not counted from one.
  private var extent: String {
    let places = series.flatMap { $0.positions }
    guard let first = places.min(), let last = places.max() else {
      return "no " + unit
    }
    let counted = series.allSatisfy { $0.isCounted(to: last) }
    guard counted else {
      return unit + " " + Numeral(round: first).description + " to "
        + Numeral(round: last).description
    }
    return Numeral(round: last).description + " " + (last == 1 ? one : unit)
  }

  /// The unit in the singular: "epoch", "step of gradient descent".
  private var one: String {
    let words = unit.split(separator: " ", maxSplits: 1).map(String.init)
    guard var noun = words.first else { return unit }
    if noun.utf8.last == UInt8(ascii: "s") { noun.removeLast() }
    return words.count > 1 ? noun + " " + words[1] : noun
  }

  /// "from 1.947 to 0.5124, lowest 0.5124 at 20"
  private func course(of series: Series) -> String {
    let points = series.points(on: scale)
    let margin = series.margin.map { $0.words + ", " } ?? ""
    guard let first = points.first, let last = points.last else {
      return "no value to draw" + omissions(of: series)
    }
    // Ties go to the earliest, so that the words do not depend on the order
    // in which equal values are compared.
    var lowest = first
    var highest = first
    for point in points {
      if point.value < lowest.value { lowest = point }
      if point.value > highest.value { highest = point }
    }
    var words: String
    if points.count == 1 {
      words = first.words
    } else if lowest.value == highest.value {
      words = "always " + first.words
    } else {
      words = "from " + first.words + " to " + last.words
      // The start is the lowest value, or the highest, unless said here.
      if lowest.value < first.value { words += ", lowest " + lowest.placed }
      if highest.value > first.value {
        words += ", highest " + highest.placed
      }
    }
    return margin + words + lastMargin(of: series) + omissions(of: series)
  }

  /// ", at last between 0.4800 and 0.5400"
  private func lastMargin(of series: Series) -> String {
    guard let last = series.marginPoints(on: scale).last else { return "" }
    return ", at last between " + Numeral(last.low).description + " and "
      + Numeral(last.high).description
  }

  /// ", 3 not a number, the first at 9"
  private func omissions(of series: Series) -> String {
    var words = ""
    func mention(_ what: String, _ isOmitted: (Double) -> Bool) {
      let places = series.values.indices.filter {
        isOmitted(series.values[$0])
      }
      guard let first = places.first else { return }
      words +=
        ", \(places.count) " + what + ", the first at "
        + Numeral(round: series.positions[first]).description
    }
    mention("not a number") { $0.isNaN }
    mention("infinite") { $0.isInfinite }
    if scale == .logarithmic {
      mention("not above zero") { $0.isFinite && $0 <= 0 }
    }
    return words
  }
}

/// One value of a line, at its place.
struct Point {
  var place: Double
  var value: Double

  var words: String { Numeral(value).description }
  var placed: String { words + " at " + Numeral(round: place).description }
}

extension Series {
  /// The values that can be drawn: finite, and above zero where the scale
  /// has no place for others.
  func points(on scale: Scale) -> [Point] {
    values.indices.filter { canDraw($0, on: scale) }.map {
      Point(place: positions[$0], value: values[$0])
    }
  }

  func canDraw(_ index: Int, on scale: Scale) -> Bool {
    let value = values[index]
    return value.isFinite && positions[index].isFinite
      && (scale == .linear || value > 0)
  }

  /// Whether the positions are 1, 2, 3, … up to `last`.
  fileprivate func isCounted(to last: Double) -> Bool {
    Double(positions.count) == last
      && positions.indices.allSatisfy { positions[$0] == Double($0 + 1) }
  }
}
