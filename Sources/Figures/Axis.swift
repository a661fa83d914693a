// Where a value stands in a picture, and which round numbers are named there.

/// How a chart spaces its values.
public enum Scale: Equatable, Sendable {
  /// Equal differences are equally far apart.
  case linear
  /// Equal ratios are equally far apart. Only values above zero have a place.
  case logarithmic
}

/// A range of values with round numbers marked on it.
struct Axis {
  /// The values at the two ends.
  private(set) var ends: (low: Double, high: Double)
  private(set) var ticks: [Tick]
  let scale: Scale

  struct Tick {
    var value: Double
    var label: String
  }

  /// How far along the axis a value stands, 0 at its low end, 1 at the high.
  func share(of value: Double) -> Double {
    let (low, high) = ends
    switch scale {
    case .linear:
      return (value - low) / (high - low)
    case .logarithmic:
      let start = Decade.logarithm(low)
      return (Decade.logarithm(value) - start)
        / (Decade.logarithm(high) - start)
    }
  }

  /// The ends, or their logarithms if those are equally far apart.
  var spacedEnds: [Double] {
    let ends = [ends.low, ends.high]
    return scale == .linear ? ends : ends.map(Decade.logarithm)
  }

  // MARK: - Choosing

  /// An axis for values, its ends moved outwards to round numbers.
  ///
  /// Zero is on it, unless the values are far from zero and close together.
  ///
  /// - Parameter whole: only whole numbers are named, as counts are.
  static func covering(
    _ values: [Double], scale: Scale, whole: Bool = false
  ) -> Axis {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if scale == .logarithmic { return decades(from: low, to: high) }
    if low > 0, low < 0.7 * high || low == high { low = 0 }
    if high < 0, high > 0.7 * low || low == high { high = 0 }
    if low == high { high = 1 }
    let step =
      whole
      ? max(1, roundStep(for: high - low, parts: 4, leading: [1, 2, 5]))
      : roundStep(for: high - low, parts: 4)
    low = (low / step + 1e-9).rounded(.down) * step
    high = (high / step - 1e-9).rounded(.up) * step
    return Axis(
      ends: (low, high), ticks: steps(of: step, from: low, to: high),
      scale: .linear)
  }

  /// An axis that ends exactly where the values do: for what runs along.
  ///
  /// - Parameter whole: only whole numbers are named, as steps and epochs are.
  static func along(_ values: [Double], whole: Bool) -> Axis {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    guard low < high else {
      return Axis(
        ends: (low - 1, low + 1),
        ticks: [Tick(value: low, label: Numeral(round: low).description)],
        scale: .linear)
    }
    let step =
      whole
      ? max(1, roundStep(for: high - low, parts: 5, leading: [1, 2, 5]))
      : roundStep(for: high - low, parts: 5)
    let first = (low / step - 1e-9).rounded(.up) * step
    var ticks = steps(of: step, from: first, to: high)
    // The first epoch is 1, and no round number: name it if there is room.
    if let next = ticks.first, next.value - low > 0.6 * step {
      ticks.insert(
        Tick(value: low, label: Numeral(round: low).description), at: 0)
    }
    return Axis(ends: (low, high), ticks: ticks, scale: .linear)
  }

  private static func decades(from low: Double, to high: Double) -> Axis {
    let first = Decade.order(of: low)
    var last = Decade.order(of: high)
    if Decade.power(last) < high || last == first { last += 1 }
    // At most seven names, however many decades.
    let stride = (last - first + 5) / 6
    let isPlain = first >= -4 && last <= 5
    let orders = Swift.stride(from: first, through: last, by: stride)
    let ticks = orders.map { order in
      let value = Decade.power(order)
      let plain = Numeral(value, decimals: max(0, -order)).description
      return Tick(
        value: value, label: isPlain ? plain : Numeral.powerOfTen(order))
    }
    return Axis(
      ends: (Decade.power(first), Decade.power(last)), ticks: ticks,
      scale: .logarithmic)
  }

  private static func steps(
    of step: Double, from first: Double, to last: Double
  ) -> [Tick] {
    // Numbers too small or too large to read share a power of ten.
    let largest = Decade.order(of: max(abs(first), abs(last)))
    let order = (-3..<6).contains(largest) ? 0 : largest
    let unit = Decade.power(order)
    let decimals = decimals(of: step / unit)
    let suffix = order == 0 ? "" : "×" + Numeral.powerOfTen(order)
    let count = Int(((last - first) / step + 1e-6).rounded(.down))
    return (0...max(0, count)).map { position in
      let value = first + Double(position) * step
      let number = Numeral(value / unit, decimals: decimals).description
      return Tick(
        value: value, label: abs(value) < step / 2 ? "0" : number + suffix)
    }
  }

  /// The round step that cuts a span into about so many parts: one of
  /// `leading` times a power of ten.
  static func roundStep(
    for span: Double, parts: Double, leading: [Double] = [1, 2, 2.5, 5]
  ) -> Double {
    let rough = span / parts
    let power = Decade.power(Decade.order(of: rough))
    for digit in leading where digit * power >= 0.8 * rough {
      return digit * power
    }
    return 10 * power
  }

  /// How many decimals tell the multiples of a step apart.
  private static func decimals(of step: Double) -> Int {
    let order = Decade.order(of: step)
    let leading = step / Decade.power(order)
    let isQuarter = leading > 2.4 && leading < 2.6
    return max(0, -order + (isQuarter ? 1 : 0))
  }
}
