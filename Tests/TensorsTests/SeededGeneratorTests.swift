import Testing

@testable import Tensors

@Suite struct SeededGeneratorTests {
  @Test func drawsWhatItsAuthorsDraw() {
    // From the authors' C code, with the state SplitMix64 gives for seed 0.
    var generator = SeededGenerator(seed: 0)
    #expect(
      (0..<4).map { _ in generator.next() } == [
        0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a,
        0x1a5f_849d_4933_e6e0, 0x6aa5_94f1_262d_2d2c,
      ])
  }

  @Test func evenNumbersFillTheirRange() {
    var generator = SeededGenerator(seed: 1)
    let x = Tensor.uniform([100, 100], in: -2...4, using: &generator)
    #expect(x.scalars.allSatisfy { $0 >= -2 && $0 < 4 })
    #expect(abs(x.mean() - 1) < 0.05)
    #expect(x.max() > 3.99)
  }

  @Test func normalNumbersHaveTheirMoments() {
    var generator = SeededGenerator(seed: 2)
    let x = Tensor.normal([100, 100], mean: 3, deviation: 2, using: &generator)
    let centred = x - 3
    #expect(abs(centred.mean()) < 0.05)
    #expect(abs((centred * centred).mean() - 4) < 0.1)
    let far = x.scalars.filter { abs($0 - 3) > 4 }.count
    #expect((400..<510).contains(far))  // 4.55 % beyond two deviations
  }

  @Test func wholeNumbersAreEquallyLikely() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[generator.below(7)] += 1 }
    #expect(counts.allSatisfy { (880..<1120).contains($0) })
  }

  @Test func shufflingLosesNothing() {
    var (one, two) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
    var (a, b) = (Array(0..<50), Array(0..<50))
    one.shuffle(&a)
    two.shuffle(&b)
    #expect(a == b)
    #expect(a != Array(0..<50))
    #expect(a.sorted() == Array(0..<50))
  }
}
