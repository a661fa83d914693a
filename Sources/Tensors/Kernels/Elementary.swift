// exp, log, tanh and sigmoid of sixteen scalars: our own in Float, so that
// every machine computes the same; the C library's in Double. Next:
// LaneView.swift.

#if Double
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  private func map(
    _ x: Lanes, _ body: (Scalar) -> Scalar
  ) -> Lanes {
    var result = x
    for lane in 0..<Lanes.scalarCount { result[lane] = body(x[lane]) }
    return result
  }

  @usableFromInline
  func exponential(_ x: Lanes) -> Lanes { map(x) { exp($0) } }
  func logarithm(_ x: Lanes) -> Lanes { map(x) { log($0) } }
  func logarithm(_ x: Scalar) -> Scalar { log(x) }
  @usableFromInline
  func hyperbolicTangent(_ x: Lanes) -> Lanes { map(x) { tanh($0) } }
#else
  @usableFromInline typealias Bits = SIMD16<UInt32>

  @inlinable @inline(__always)
  func bits(_ x: Lanes) -> Bits { unsafeBitCast(x, to: Bits.self) }

  @inlinable @inline(__always)
  func lanes(_ x: Bits) -> Lanes { unsafeBitCast(x, to: Lanes.self) }

  /// `c[0] · x^n + … + c[n]`, by Horner's rule.
  @inlinable @inline(__always)
  func polynomial(_ x: Lanes, _ c: Scalar...) -> Lanes {
    var sum = Lanes(repeating: c[0])
    for index in 1..<c.count {
      sum = multiplyAdd(sum, x, Lanes(repeating: c[index]))
    }
    return sum
  }

  // ln 2 in two parts: multiples of the first are exact.
  @usableFromInline let ln2High: Scalar = 0.693359375
  @usableFromInline let ln2Low: Scalar = -2.12194440e-4

  /// e^x, to 1 ulp.
  ///
  /// x = n · ln 2 + r with |r| ≤ ln 2 / 2, so e^x = 2^n · e^r: a polynomial and
  /// an exponent.
  ///
  /// - Source: the coefficients are those of S. Moshier's Cephes, `expf`.
  @inlinable @inline(__always)
  func exponential(_ x: Lanes) -> Lanes {
    var x = x
    x.replace(with: 89, where: x .> 89)  // infinite
    x.replace(with: -104, where: x .< -104)  // zero
    // Adding 1.5 · 2^23 pushes the fraction out: what is left is rounded, and
    // its low bits are the whole number n.
    let shift = Lanes(repeating: 0x1.8p23)
    let pushed = multiplyAdd(x, Lanes(repeating: 1.44269504), shift)
    let n = pushed - shift
    let whole = bits(pushed) &- bits(shift)
    var r = multiplyAdd(n, Lanes(repeating: -ln2High), x)
    r = multiplyAdd(n, Lanes(repeating: -ln2Low), r)
    let p = polynomial(
      r, 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3,
      4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1)
    let y = multiplyAdd(p, r * r, r) + 1
    // Two factors, since 2^128 alone is no Float.
    let half = unsafeBitCast(
      unsafeBitCast(whole, to: SIMD16<Int32>.self) &>> 1, to: Bits.self)
    let first = lanes((half &+ 127) &<< 23)
    let second = lanes((whole &- half &+ 127) &<< 23)
    return y * first * second
  }

  /// ln x, to 1 ulp.
  ///
  /// x = m · 2^e with m around 1, so ln x = e · ln 2 + ln m.
  ///
  /// - Source: the coefficients are those of S. Moshier's Cephes, `logf`.
  @inline(__always)
  func logarithm(_ x: Lanes) -> Lanes {
    var scaled = x
    var e = Lanes.zero
    let isTiny = x .< Scalar.leastNormalMagnitude
    scaled.replace(with: x * 0x1p23, where: isTiny)
    e.replace(with: -23, where: isTiny)
    let raw = bits(scaled)
    // As the low bits of 2^23 + exponent, an exponent is a Float at once.
    e += lanes((raw &>> 23) | 0x4b00_0000) - (0x1p23 + 126)
    var m = lanes((raw & 0x007f_ffff) | 0x3f00_0000)  // 0.5 ..< 1
    let isLow = m .< 0.70710678
    e.replace(with: e - 1, where: isLow)
    m.replace(with: m + m, where: isLow)
    let f = m - 1
    let square = f * f
    var y =
      polynomial(
        f, 7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1,
        -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
        2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1)
      * f * square
    y = multiplyAdd(e, Lanes(repeating: ln2Low), y)
    y = multiplyAdd(square, Lanes(repeating: -0.5), y)
    y = multiplyAdd(e, Lanes(repeating: ln2High), f + y)
    y.replace(with: -.infinity, where: x .== 0)
    y.replace(with: .nan, where: x .< 0)
    y.replace(with: x, where: x .== .infinity)
    y.replace(with: x, where: x .!= x)
    return y
  }

  /// ln of one scalar.
  func logarithm(_ x: Scalar) -> Scalar {
    logarithm(Lanes(repeating: x))[0]
  }

  /// tanh x, to 2 ulp.
  ///
  /// Near zero a polynomial, elsewhere 1 - 2 / (e^2x + 1).
  ///
  /// - Source: the coefficients are those of S. Moshier's Cephes, `tanhf`.
  @inlinable @inline(__always)
  func hyperbolicTangent(_ x: Lanes) -> Lanes {
    let sign = bits(x) & 0x8000_0000
    let size = lanes(bits(x) & 0x7fff_ffff)
    let far = 1 - 2 / (exponential(size + size) + 1)
    let z = x * x
    let p = polynomial(
      z, -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2,
      1.33314422036e-1, -3.33332819422e-1)
    let near = multiplyAdd(p * z, x, x)
    return near.replacing(
      with: lanes(bits(far) | sign), where: size .>= 0.625)
  }
#endif

/// 1 / (1 + e^-x), to 2 ulp.
///
/// With p = e^-|x|, which cannot overflow, it is 1 / (1 + p), and for
/// negative x, p / (1 + p). What rounding took from 1 + p is put back in first
/// order: 1 / (1 + p) is near enough to 1 - p / 2 for that.
@inlinable @inline(__always)
func logistic(_ x: Lanes) -> Lanes {
  let isNegative = x .< 0
  let p = exponential(x.replacing(with: -x, where: x .> 0))
  let sum = 1 + p
  let lost = p - (sum - 1)
  let y = Lanes(repeating: 1).replacing(with: p, where: isNegative) / sum
  return y - y * (lost * (1 - 0.5 * p))
}

/// The hyperbolic tangent of sixteen scalars.
@inlinable @inline(__always)
public func tanh(_ x: Lanes) -> Lanes { hyperbolicTangent(x) }

/// `1 / (1 + exp(-x))` of sixteen scalars.
@inlinable @inline(__always)
public func sigmoid(_ x: Lanes) -> Lanes { logistic(x) }
