// The gradient on its way back, drawn to scale. Next: UnrolledGraph+Down.swift.

/// A band through places in time, as wide at each as a norm is large.
struct Band {
  /// Where it passes, how wide it is there to either side.
  private var places: [(along: Double, half: Double)] = []
  private let isDown: Bool
  private let middle: Double

  /// - Parameters:
  ///   - middle: the line it runs along.
  ///   - isDown: whether time runs down the page.
  init(middle: Double, isDown: Bool) {
    self.middle = middle
    self.isDown = isDown
  }

  /// Adds a place in time; they are given in order.
  mutating func pass(_ along: Double, half: Double) {
    places.append((along, max(half, 0.7)))
  }

  /// The outline, there on one side and back on the other, and a chevron
  /// between each two places that points to earlier ones.
  func draw(in drawing: inout Drawing) {
    guard places.count > 1 else { return }
    // With labels: to add them later is a cast, which Embedded Swift has not.
    let forth = places.map { (along: $0.along, aside: $0.half) }
    let back = places.reversed().map { (along: $0.along, aside: -$0.half) }
    drawing.path(
      "river",
      curve(forth, begins: true) + curve(back, begins: false) + "Z")
    for (place, next) in zip(places, places.dropFirst()) {
      let size = min(7, 0.35 * (place.half + next.half))
      guard size > 1.5, next.along - place.along > 3 * size else { continue }
      let tip = (place.along + next.along) / 2 - size / 2
      drawing.path(
        "chevron",
        point("M", tip + size, size) + point("L", tip, 0)
          + point("L", tip + size, -size))
    }
  }

  /// Level at every place, and smooth between.
  private func curve(
    _ line: [(along: Double, aside: Double)], begins: Bool
  ) -> String {
    var commands = point(begins ? "M" : "L", line[0].along, line[0].aside)
    for (start, end) in zip(line, line.dropFirst()) {
      let half = (start.along + end.along) / 2
      commands +=
        point("C", half, start.aside) + point(" ", half, end.aside)
        + point(" ", end.along, end.aside)
    }
    return commands
  }

  private func point(
    _ command: String, _ along: Double, _ aside: Double
  ) -> String {
    let x = isDown ? middle + aside : along
    let y = isDown ? along : middle + aside
    return command + Drawing.number(x) + " " + Drawing.number(y)
  }
}

extension UnrolledGraph {
  /// Half the width of the band at a norm, the widest being `most`.
  func half(_ norm: Double?, most: Double) -> Double {
    let norms = steps.compactMap { $0.gradientNorm } + [startNorm ?? 0]
    let largest = norms.filter { $0.isFinite }.max() ?? 0
    guard let norm, norm.isFinite, largest > 0 else { return 0 }
    return norm / largest * most
  }

  /// A norm as the picture has room for.
  static func label(_ norm: Double) -> String {
    let isPlain = norm == 0 || (0.01..<1000).contains(norm)
    if isPlain { return Numeral(norm, decimals: norm < 10 ? 3 : 1).description }
    guard norm.isFinite else { return Numeral(norm).description }
    let order = Decade.order(of: norm)
    return Numeral(norm / Decade.power(order), decimals: 1).description + "×"
      + Numeral.powerOfTen(order)
  }
}
