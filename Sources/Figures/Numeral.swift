// Numbers as figures write them. The only place that turns a number into
// characters: pictures and text alternatives agree because both come here.

import Tensors

/// A number and how exactly to say it.
///
/// The minus sign is U+2212, as wide as a digit, and a value that rounds to
/// zero has none.
struct Numeral: CustomStringConvertible {
  let description: String

  /// Four significant digits, which is what a text alternative records:
  /// 1.947, 0.002900, 25000, 1.200×10⁻⁷. Whole numbers keep no decimals.
  init(_ value: Double) {
    description =
      Numeral.word(for: value)
      ?? Numeral.significant(value) { Numeral.fixed($0, $1) }
  }

  /// A fixed number of decimals, for numbers that stand in columns.
  init(_ value: Double, decimals: Int) {
    description =
      Numeral.word(for: value)
      ?? (abs(value) < 1e9
        ? Numeral.fixed(value, decimals) : Numeral(value).description)
  }

  /// The same for a cell, which is small: 0 is nothing at all, and what would
  /// be all zeros says how small it is, 3e−5.
  init(cell value: Double, decimals: Int) {
    let plain = Numeral(value, decimals: decimals)
    let isNothing = plain.description.utf8.allSatisfy {
      $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".")
    }
    description =
      !isNothing
      ? plain.description : value == 0 ? "0" : Numeral.tiny(value)
  }

  /// No more digits than needed, for the round numbers of a scale: 0.5.
  init(round value: Double) {
    description =
      Numeral.word(for: value)
      ?? Numeral.significant(value) {
        Numeral.withoutZeros(Numeral.fixed($0, $1))
      }
  }

  static let minus = "\u{2212}"

  // MARK: - Digits

  private static func significant(
    _ value: Double, fixed: (Double, Int) -> String
  ) -> String {
    if value == value.rounded(), abs(value) < 1e7 { return fixed(value, 0) }
    let order = Decade.order(of: abs(value))
    if (-4..<7).contains(order) { return fixed(value, max(0, 3 - order)) }
    return fixed(value / Decade.power(order), 3) + "×" + powerOfTen(order)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let digits = Tensors.fixed(wide: abs(value), decimals)
    let isZero = digits.utf8.allSatisfy {
      $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".")
    }
    return (value < 0 && !isZero ? minus : "") + digits
  }

  /// A digit and its power of ten, for a size below one: 3e−5.
  private static func tiny(_ value: Double) -> String {
    var order = Decade.order(of: abs(value))
    var digit = Int((abs(value) / Decade.power(order)).rounded())
    if digit == 10 { (digit, order) = (1, order + 1) }
    return (value < 0 ? minus : "") + "\(digit)e" + minus + "\(-order)"
  }

  private static func withoutZeros(_ digits: String) -> String {
    guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
    var digits = digits
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
    return digits
  }

  /// What stands in a picture in place of a number that is none.
  private static func word(for value: Double) -> String? {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? minus + "∞" : "∞" }
    return nil
  }

  /// 10⁻⁷, with the exponent raised.
  static func powerOfTen(_ exponent: Int) -> String {
    let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = ""
    var rest = exponent.magnitude
    repeat {
      text = raised[Int(rest % 10)] + text
      rest /= 10
    } while rest > 0
    return "10" + (exponent < 0 ? "⁻" : "") + text
  }
}
