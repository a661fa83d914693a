import Testing

@testable import Tensors

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 3, 100])
  func everyIndexIsDoneOnce(_ count: Int) {
    var times = [Int](repeating: 0, count: count)
    times.withUnsafeMutableBufferPointer { times in
      nonisolated(unsafe) let start = times.baseAddress
      inParallel(count) { start![$0] += 1 }
    }
    #expect(times == [Int](repeating: 1, count: count))
  }

  @Test func manyPiecesOfWorkFollowEachOther() {
    var sums = [Int](repeating: 0, count: 5)
    sums.withUnsafeMutableBufferPointer { sums in
      nonisolated(unsafe) let start = sums.baseAddress!
      for piece in 1...20_000 { inParallel(5) { start[$0] += piece } }
    }
    #expect(sums == [Int](repeating: 200_010_000, count: 5))
  }

  @Test func workWithinWorkIsDoneOnTheSpot() {
    var found = [Int](repeating: 0, count: 12)
    found.withUnsafeMutableBufferPointer { found in
      nonisolated(unsafe) let start = found.baseAddress!
      inParallel(3) { outer in
        inParallel(4) { start[outer * 4 + $0] = outer * 4 + $0 }
      }
    }
    #expect(found == Array(0..<12))
  }

  @Test func partsCoverAllAndKeepToMultiples() {
    for count in [1, 7, 8, 9, 64, 65, 1000] {
      let parts = sharedParts(of: count, multiple: 8)
      #expect(parts.flatMap { Array($0) } == Array(0..<count))
      #expect(parts.dropLast().allSatisfy { $0.count % 8 == 0 })
      #expect(parts.count <= max(threadCount, 1))
    }
    #expect(sharedParts(of: 30, smallest: 16) == [0..<30])
  }
}
