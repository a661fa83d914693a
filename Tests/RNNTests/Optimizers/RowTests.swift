import Tensors
import Testing

@testable import RNN

/// A table of which few rows are looked up, beside one whose gradient is
/// written down with all its zeros.
@Suite struct RowTests {
  static let optimizers: [(String, @Sendable () -> Optimizer)] = [
    ("SGD", { SGD(learningRate: 0.3) }),
    ("SGD, momentum", { SGD(momentum: 0.9, nesterov: true) }),
    ("RMSprop", { RMSprop(momentum: 0.5, centered: true) }),
    ("Adagrad", { Adagrad(learningRate: 0.1) }),
    ("Adam", { Adam(learningRate: 0.01) }),
    (
      "Adam, scheduled",
      { Adam(learningRate: CosineDecayRestarts(from: 0.1, steps: 7)) }
    ),
    ("Adam, forgetful", { Adam(beta1: 0.1, beta2: 0.2) }),
    ("Adam, nothing in the quotient", { Adam(epsilon: 0) }),
    ("Adam, amsgrad", { Adam(amsgrad: true) }),
    ("Adam, value", { Adam(clipping: .value(0.2)) }),
    ("Adam, norm", { Adam(clipping: .norm(0.7)) }),
    ("Adam, global norm", { Adam(clipping: .globalNorm(1)) }),
    ("SGD, global norm", { SGD(clipping: .globalNorm(1)) }),
    ("AdamW", { AdamW() }),
    ("Nadam", { Nadam() }),
  ]

  /// 37 words of 19 numbers, and a matrix behind them.
  private struct Pair {
    let layer = Embedding(words: 37, size: 19)
    var table: Tensor
    var chance = SeededGenerator(seed: 5)
    var gradient = Tensor.zeros([37, 19])

    init() {
      layer.build([3], using: &chance)
      table = layer.embeddings
    }

    /// A batch of two, and its gradient; word 5 only in every 11th step.
    mutating func look(_ step: Int) throws {
      var words = Tensor.uniform([2, 3], in: 6...36.99, using: &chance)
      words[1, 2] = step % 11 == 0 ? 5 : words[0, 0]
      let ids = words.map { $0.rounded(.down) }
      let seen = try layer(ids)
      for (place, id) in ids.scalars.enumerated() {
        #expect(
          same(
            seen.reshaped([6, 19]).row(place), table.row(Int(id))))
      }
      let slopes = Tensor.uniform([2, 3, 19], in: -1...1, using: &chance)
      _ = layer.backward(slopes, at: .output)
      gradient = .zeros(table.shape)
      gradient.add(slopes, toRows: ids.scalars.map { Int($0) })
    }
  }

  @Test(arguments: optimizers.indices)
  func theResultIsThatOfAllRows(_ index: Int) throws {
    let (name, make) = Self.optimizers[index]
    var pair = Pair()
    let (few, all) = (make(), make())
    for step in 0..<60 {
      try pair.look(step)
      few.beginStep(pair.layer.gradientParts)
      all.beginStep([pair.gradient])
      var slot = 0
      pair.layer.update(with: few, slot: &slot)
      all.update(&pair.table, pair.gradient, slot: 0)
      #expect(slot == 1)
      // Now and then all rows are looked at, or changed by hand.
      if step == 17 {
        #expect(same(pair.layer.embeddings, pair.table), "\(name)")
      }
      if step == 41 {
        pair.table = 0.5 * pair.table
        pair.layer.setParameters([0.5 * pair.layer.embeddings])
      }
    }
    #expect(same(pair.layer.embeddings, pair.table), "\(name)")
    #expect(same(pair.layer.gradients[0].tensor, pair.gradient), "\(name)")
  }

  /// Their slots are one: what one step does to it, the other's next sees.
  @Test func twoTablesMayShareAnOptimizer() throws {
    var (a, b) = (Pair(), Pair())
    let (few, all) = (Adam(learningRate: 0.01), Adam(learningRate: 0.01))
    for step in 0..<40 {
      for isFirst in [true, step % 3 == 0] {
        if isFirst { try a.look(step) } else { try b.look(step) }
        few.beginStep()
        all.beginStep()
        var slot = 0
        (isFirst ? a : b).layer.update(with: few, slot: &slot)
        if isFirst {
          all.update(&a.table, a.gradient, slot: 0)
        } else {
          all.update(&b.table, b.gradient, slot: 0)
        }
      }
    }
    #expect(same(a.layer.embeddings, a.table))
    #expect(same(b.layer.embeddings, b.table))
  }

  @Test func aNewOptimizerBeginsWhereTheLastOneEnds() throws {
    var pair = Pair()
    for seed in 0..<3 {
      let rate = 0.01 * Double(seed + 1)
      let (few, all) = (
        Adam(learningRate: rate), Adam(learningRate: rate)
      )
      for step in 0..<20 {
        try pair.look(step)
        few.beginStep()
        all.beginStep()
        var slot = 0
        pair.layer.update(with: few, slot: &slot)
        all.update(&pair.table, pair.gradient, slot: 0)
      }
    }
    #expect(same(pair.layer.embeddings, pair.table))
  }

  @Test func rowsAreAddedUpInTheOrderOfTheirCopies() {
    let slopes = fill([4, 3], 1e3)
    let few = RowGradient(adding: slopes, at: [70, 2, 70, 9], words: 71)
    #expect(few.rows == [2, 9, 70])
    #expect(few.values.row(2) == slopes.row(0) + slopes.row(2))
    var dense = Tensor.zeros([71, 3])
    dense.add(slopes, toRows: [70, 2, 70, 9])
    #expect(few.dense(words: 71) == dense)
  }
}

/// Whether two tensors have the same bits, but for what is no number.
private func same(_ a: Tensor, _ b: Tensor) -> Bool {
  a.shape == b.shape
    && zip(a.scalars, b.scalars).allSatisfy {
      $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
    }
}
