// A number written out in full. It serves Decimals.swift.

/// A number's digits, most significant first, and how many stand before the
/// decimal point.
struct Decimal {
  var digits: [UInt8] = []
  var point: Int

  /// The exact expansion of `|value|`.
  ///
  /// m · 2^e is an integer for e ≥ 0; for e < 0 it is m · 5^(-e) with the
  /// point moved -e places to the left.
  init(_ value: Swift.Double) {
    let exponent = Int(value.exponentBitPattern)
    let fraction = value.significandBitPattern
    let mantissa = exponent == 0 ? fraction : fraction | 1 << 52
    let power = (exponent == 0 ? 1 : exponent) - 1075
    var limbs = [mantissa % billion, mantissa / billion]
    for _ in 0..<(power < 0 ? -power : power) {
      multiply(&limbs, by: power < 0 ? 5 : 2)
    }
    for limb in limbs.reversed() {
      var unit = billion / 10
      while unit > 0 {
        digits.append(UInt8(limb / unit % 10))
        unit /= 10
      }
    }
    point = digits.count - (power < 0 ? -power : 0)
  }

  /// Whether there are only zeros. (`value == 0` would say so of denormal
  /// numbers too, on a thread that flushes them.)
  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// The power of ten of the first digit that is not zero.
  var firstPower: Int {
    var position = 0
    while position < digits.count - 1 && digits[position] == 0 {
      position += 1
    }
    return point - position - 1
  }

  /// Keeps `place` digits after the point; a half goes to the even digit.
  mutating func round(toPlace place: Int) {
    let kept = point + place
    guard kept < digits.count else { return }
    guard kept >= 0 else {
      digits = [0]
      point = 1
      return
    }
    let next = digits[kept]
    let rest = digits[(kept + 1)...].contains { $0 != 0 }
    let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
    digits.removeSubrange(kept...)
    guard next > 5 || (next == 5 && (rest || isOdd)) else { return }
    var position = kept - 1
    while position >= 0 && digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 {
      digits[position] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  /// The digits with a point, without leading zeros.
  func text(places: Int) -> String {
    var text = ""
    for position in min(0, point - 1)..<(point + places) {
      if position == point { text += "." }
      let digit =
        position >= 0 && position < digits.count ? digits[position] : 0
      if text.isEmpty && digit == 0 && position < point - 1 { continue }
      text.unicodeScalars.append(Unicode.Scalar(48 + digit))
    }
    return text
  }
}

private let billion: UInt64 = 1_000_000_000

/// Multiplies a number held in limbs of nine digits, the lowest first.
private func multiply(_ limbs: inout [UInt64], by factor: UInt64) {
  var carry: UInt64 = 0
  for index in limbs.indices {
    let product = limbs[index] * factor + carry
    limbs[index] = product % billion
    carry = product / billion
  }
  if carry > 0 { limbs.append(carry) }
}
