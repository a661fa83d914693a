// The one source of chance. Next: Tensor+Random.swift.

/// A generator of random numbers that a seed determines.
///
/// It is passed on, never global, so a program with the same seed draws the
/// same numbers in the same order, on every machine:
///
///     var generator = SeededGenerator(seed: 7)
///     let kernel = Tensor.uniform([4, 5], in: -1...1, using: &generator)
///
/// - Source: xoshiro256**, its state filled by SplitMix64. Blackman and Vigna,
///   "Scrambled linear pseudorandom number generators", 2021,
///   doi:10.1145/3460772.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var a, b, c, d: UInt64

  /// A generator that starts where `seed` says.
  public init(seed: UInt64) {
    var state = seed
    func mixed() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    a = mixed()
    b = mixed()
    c = mixed()
    d = mixed()
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotated(b &* 5, by: 7) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, by: 45)
    return result
  }

  /// A number in 0..<1.
  ///
  /// 24 bits, which a `Float` holds exactly: both builds draw equal numbers.
  public mutating func uniform() -> Scalar {
    Scalar(next() >> 40) * 0x1p-24
  }

  /// A number from the normal distribution with mean 0 and deviation 1.
  ///
  /// Marsaglia's polar method: a point drawn in the unit circle has a random
  /// direction, and its distance is stretched to the right distribution. It
  /// needs only a logarithm and a root.
  ///
  /// - Source: Marsaglia and Bray, "A convenient method for generating normal
  ///   variables", 1964, doi:10.1137/1006063.
  public mutating func normal() -> Scalar {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0 && square < 1 {
        return x * squareRoot(-2 * logarithm(square) / square)
      }
    }
  }

  /// A whole number in 0..<bound, each equally likely.
  public mutating func below(_ bound: Int) -> Int {
    require(bound > 0, "expected a positive bound; got \(bound)")
    let wide = next().multipliedFullWidth(by: UInt64(bound))
    var (high, low) = (wide.high, wide.low)
    // The few draws that would favour small numbers are drawn again.
    let uneven = (0 &- UInt64(bound)) % UInt64(bound)
    while low < uneven {
      (high, low) = next().multipliedFullWidth(by: UInt64(bound))
    }
    return Int(high)
  }

  /// Puts the elements in random order (Fisher and Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, below(last + 1))
      last -= 1
    }
  }
}

private func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
  bits << count | bits >> (64 - count)
}
