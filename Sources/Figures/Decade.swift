// Powers of ten and logarithms. Next: Axis.swift.

/// Powers of ten, without the C library.
enum Decade {
  static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// The power of ten a positive number's first digit stands at: 3 for 2500.
  static func order(of value: Double) -> Int {
    guard value > 0 else { return 0 }
    var order = Int(logarithm(value).rounded(.down))
    // The logarithm may fall short of a whole number by its rounding.
    if power(order + 1) <= value { order += 1 }
    if power(order) > value { order -= 1 }
    return order
  }

  /// log₁₀ of a positive number, exact enough to draw with.
  ///
  /// The exponent is in the number's bits; for the significand m in 1..<2,
  /// ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1) ≤ 1/3.
  static func logarithm(_ value: Double) -> Double {
    let s = (value.significand - 1) / (value.significand + 1)
    var sum = 0.0
    var term = s
    for order in 0..<15 {
      sum += term / Double(2 * order + 1)
      term *= s * s
    }
    let ln2 = 0.693147180559945309
    let ln10 = 2.302585092994045684
    return (Double(value.exponent) * ln2 + 2 * sum) / ln10
  }
}
