// Data with something in it to be learnt, the same on every machine.

import RNN
import Tensors
import Workloads

extension Workload {
  /// Writes the data and the starting weights of every program.
  func make(in folder: WorkFolder) throws {
    var generator = SeededGenerator(seed: 4)
    let (x, y) =
      kind == .reviews ? reviews(&generator) : characters(&generator)
    try folder.write(x, to: "x")
    try folder.write(y, to: "y")
    for (index, weight) in model().namedWeights.enumerated() {
      try folder.write(weight.tensor.scalars, to: "\(index)")
    }
    try folder.write(self)
  }

  /// Ids as often as words are, `p ~ 1 / rank`, and for each sequence whether
  /// the hidden scores of its words add up to more than nothing.
  private func reviews(
    _ generator: inout SeededGenerator
  ) -> (x: [Float], y: [Float]) {
    var shares: [Double] = []
    var sum = 0.0
    for rank in 1...words {
      sum += 1 / Double(rank)
      shares.append(sum)
    }
    let scores = (0..<words).map { _ in generator.normal() }
    var (x, y): ([Float], [Float]) = ([], [])
    x.reserveCapacity(samples * steps)
    for _ in 0..<samples {
      var score: Float = 0
      for _ in 0..<steps {
        let id = place(of: Double(generator.uniform()) * sum, in: shares)
        score += scores[id]
        x.append(Float(id))
      }
      y.append(score > 0 ? 1 : 0)
    }
    return (x, y)
  }

  /// The first place whose share is beyond a value.
  private func place(of value: Double, in shares: [Double]) -> Int {
    var (low, high) = (0, shares.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Symbols of which four in five follow from the one before; the target of
  /// each step is the next symbol.
  private func characters(
    _ generator: inout SeededGenerator
  ) -> (x: [Float], y: [Float]) {
    var (x, y): ([Float], [Float]) = ([], [])
    for _ in 0..<samples {
      var symbol = generator.below(words)
      for _ in 0..<steps {
        x.append(Float(symbol))
        let isFree = generator.below(5) == 0
        symbol =
          isFree ? generator.below(words) : (5 * symbol + 7) % words
        y.append(Float(symbol))
      }
    }
    return (x, y)
  }
}
