// Short names for long texts. Next: Fingerprint.swift.

import Foundation

/// A number that tells files and keys apart.
///
/// FNV-1a, eight bytes at a time: quick and good enough to notice a change.
/// Nobody gains by forging one, so it need not be more.
struct Digest: Codable, Hashable, Sendable, CustomStringConvertible {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ data: Data) {
    add(data)
  }

  mutating func add(_ data: Data) {
    data.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for index in 0..<words {
        mix(
          UInt64(
            littleEndian: bytes.loadUnaligned(
              fromByteOffset: index * 8, as: UInt64.self)))
      }
      for byte in bytes[(words * 8)...] { mix(UInt64(byte)) }
      mix(UInt64(bytes.count))
    }
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x0000_0100_0000_01b3
    value ^= value >> 29
  }

  /// Sixteen digits.
  var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
