// Chance with a seed, so that what was found once is found again.

import Foundation

/// Whether everything is tried (`make proof`) or a sample (`make test`).
let isProof = ProcessInfo.processInfo.environment["UNROLLED_PROOF"] != nil

/// Throws dice; the same seed throws the same. (SplitMix64.)
struct Dice: RandomNumberGenerator {
  let seed: Int
  private var state: UInt64

  init(seed: Int) {
    self.seed = seed
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number below `limit`.
  mutating func roll(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[roll(items.count)]
  }

  /// Some of these, joined.
  mutating func several(_ items: [String], upTo limit: Int) -> String {
    (0..<roll(limit + 1)).map { _ in pick(items) }.joined()
  }
}
