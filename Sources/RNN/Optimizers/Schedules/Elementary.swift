// A power and a cosine for schedules: our own, so that every machine computes
// the same rates. Next: Model/Sequential.swift.

import Tensors

/// `base` to the power of `exponent`.
///
/// A whole power is a product; any other is e^(exponent · ln base).
func power(_ base: Swift.Double, _ exponent: Swift.Double) -> Swift.Double {
  let whole = Swift.abs(exponent)
  if exponent == exponent.rounded() && whole < 1e9 {
    let product = product(of: base, Int(whole))
    return exponent < 0 ? 1 / product : product
  }
  require(
    base >= 0,
    "expected a base of at least 0 for the power "
      + fixed(wide: exponent, 4) + "; got " + fixed(wide: base, 4))
  if base == 0 { return exponent < 0 ? .infinity : 0 }
  return exponential(exponent * naturalLogarithm(base))
}

/// `cos(2π · turns)`, for up to half a turn.
///
/// Near 0 and ½ a turn it is a cosine, near ¼ a sine of what is left; both
/// are Taylor's series, whose terms fall quickly that near to 0.
func cosine(turns: Swift.Double) -> Swift.Double {
  require(
    turns >= 0 && turns <= 0.5,
    "expected at most half a turn; got " + fixed(wide: turns, 4))
  if turns > 0.25 { return -cosine(turns: 0.5 - turns) }
  let isSteep = turns > 0.125
  let x = 2 * Swift.Double.pi * (isSteep ? 0.25 - turns : turns)
  var term = isSteep ? x : 1
  var sum = term
  var n = isSteep ? 1.0 : 0.0
  while Swift.abs(term) > 1e-18 {
    term *= -x * x / ((n + 1) * (n + 2))
    n += 2
    sum += term
  }
  return sum
}

private func product(of base: Swift.Double, _ count: Int) -> Swift.Double {
  var (result, square, rest) = (1.0, base, count)
  while rest > 0 {
    if rest % 2 == 1 { result *= square }
    square *= square
    rest /= 2
  }
  return result
}

private let ln2 = 0.693147180559945309417

/// With x = n · ln 2 + r, e^x = 2^n · e^r.
private func exponential(_ x: Swift.Double) -> Swift.Double {
  let n = (x / ln2).rounded()
  guard Swift.abs(n) < 1000 else { return n > 0 ? .infinity : 0 }
  let r = x - n * ln2
  var (term, sum, k) = (1.0, 1.0, 1.0)
  while Swift.abs(term) > 1e-18 {
    term *= r / k
    k += 1
    sum += term
  }
  return Swift.Double(sign: .plus, exponent: Int(n), significand: sum)
}

/// With x = 2^n · m and s = (m - 1) / (m + 1),
/// ln x = n · ln 2 + 2 · (s + s³/3 + s⁵/5 + …).
private func naturalLogarithm(_ x: Swift.Double) -> Swift.Double {
  var (n, m) = (Swift.Double(x.exponent), x.significand)
  if m > 1.4142 { (n, m) = (n + 1, m / 2) }
  let s = (m - 1) / (m + 1)
  var (term, sum, k) = (s, s, 1.0)
  while Swift.abs(term) > 1e-18 {
    term *= s * s
    k += 2
    sum += term / k
  }
  return n * ln2 + 2 * sum
}
