// Item (e): products of square matrices. Next: Curve.swift.

import Foundation

/// Billions of operations a second.
struct Multiplication: Codable {
  static let sizes = [64, 256, 1024]

  let threads: Int
  /// What the multiply-add units could do.
  var peak = Summary()
  /// Of each program, by size.
  var speeds: [Program: [Int: Summary]] = [:]
  var missing: [Program: String] = [:]

  /// Everyone in turn.
  init(threads: Int, programs: [Program], rounds: Int, in house: House) {
    self.threads = threads
    for _ in 0..<rounds {
      for program in programs where missing[program] == nil {
        do {
          let session = try Session(
            program, .products, ["\(threads)"], threads: threads, in: house)
          let found = try JSONDecoder().decode(
            [String: Double].self, from: session.line())
          try session.wait()
          if let value = found["peak"] { peak.values.append(value) }
          for size in Multiplication.sizes {
            speeds[program, default: [:]][size, default: Summary()].values
              .append(found["\(size)"] ?? .nan)
          }
        } catch {
          missing[program] = "\(error)"
          speeds[program] = nil
        }
      }
    }
  }

  /// The fastest product anyone reached.
  var best: Double? {
    speeds.values.flatMap { $0.values.map(\.median) }.max()
  }
}
