// Item (d): whole processes. Next: Multiplication.swift.

import Foundation
import Workloads

/// The five questions, from the start of a process to an answer.
struct Race: Codable {
  var finishers: [Program: Finisher] = [:]
  var missing: [Program: String] = [:]

  /// One program's numbers.
  struct Finisher: Codable {
    /// From start to exit.
    var seconds = Summary()
    /// MiB.
    var memory = Summary()
  }

  /// Everyone in turn, on two threads.
  init(programs: [Program], rounds: Int, in house: House) {
    for round in 0...rounds {
      for program in programs where missing[program] == nil {
        do {
          let clock = ContinuousClock()
          let start = clock.now
          let session = try Session(
            program, .questions, [], threads: 2, in: house)
          let reply = try session.ask()
          try session.wait()
          let seconds = (clock.now - start) / .seconds(1)
          // The first start brings files into memory.
          guard round > 0 else { continue }
          finishers[program, default: Finisher()].seconds.values
            .append(seconds)
          finishers[program]!.memory.values.append(reply.memory ?? .nan)
        } catch {
          missing[program] = "\(error)"
          finishers[program] = nil
        }
      }
    }
  }

  /// How many times less than the best peer we need.
  func ratio(_ value: (Finisher) -> Double) -> Double? {
    let peers = finishers.filter { $0.key.isPeer }.values.map(value)
    guard let ours = finishers[.unrolled], let best = peers.min() else {
      return nil
    }
    return best / value(ours)
  }
}
