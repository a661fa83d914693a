import Foundation
import Testing

@testable import Tensors

/// Our exp, log, tanh and sigmoid beside the C library's in Double.
@Suite(.enabled(if: !Scalar.isDouble, "our own only in Float"))
struct ElementaryTests {
  #if !Double
    /// The largest error, in units of the last place of the true value.
    ///
    /// Values stay so large that these units are no denormal numbers, which
    /// another test, by training, may have switched off on this thread.
    private func worst(
      _ inputs: [Float], _ ours: (Tensor) -> Tensor, _ truth: (Double) -> Double
    ) -> (ulps: Double, at: Float) {
      let outputs = ours(Tensor(inputs)).scalars
      var worst = (ulps: 0.0, at: Float(0))
      for (x, y) in zip(inputs, outputs) {
        let exact = truth(Double(x))
        let error = abs(Double(y) - exact) / Double(Float(exact).ulp)
        if !(error <= worst.ulps) { worst = (error, x) }
      }
      return worst
    }

    private func spread(_ range: ClosedRange<Float>) -> [Float] {
      let count = 400_000
      return (0...count).map {
        range.lowerBound
          + (range.upperBound - range.lowerBound) * Float($0) / Float(count)
      }
    }

    @Test func exponentials() {
      let found = worst(spread(-60...88.7), Tensors.exp) { Foundation.exp($0) }
      #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test func logarithms() {
      var inputs = spread(1e-3...3) + spread(3...1e6)
      inputs += (-126...127).map {
        Float(sign: .plus, exponent: $0, significand: 1.7)
      }
      let found = worst(inputs, Tensors.log) { Foundation.log($0) }
      #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test func hyperbolicTangents() {
      let inputs = spread(-10...10) + spread(-0.7...0.7) + spread(-1e-3...1e-3)
      let found = worst(inputs, Tensors.tanh) { Foundation.tanh($0) }
      #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test func sigmoids() {
      let found = worst(spread(-60...80) + spread(-2...2), Tensors.sigmoid) {
        1 / (1 + Foundation.exp(-$0))
      }
      #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test func edges() {
      let x = Tensor([.infinity, -.infinity, .nan, 0, 89, -104])
      let powers = exp(x).scalars
      #expect(powers[0] == .infinity && powers[1] == 0 && powers[2].isNaN)
      #expect(powers[3] == 1 && powers[4] == .infinity && powers[5] == 0)
      let logs = log(Tensor([0, -1, .infinity, .nan, 1])).scalars
      #expect(logs[0] == -.infinity && logs[1].isNaN)
      #expect(logs[2] == .infinity && logs[3].isNaN && logs[4] == 0)
      let turns = tanh(x).scalars
      #expect(turns[0] == 1 && turns[1] == -1 && turns[2].isNaN)
      #expect(turns[3] == 0 && turns[4] == 1 && turns[5] == -1)
    }

    @Test func aScalarsResultDoesNotDependOnItsPlace() {
      let values = (0..<37).map { Float($0) * 0.37 - 6 }
      let together = tanh(Tensor(values)).scalars
      for (value, result) in zip(values, together) {
        #expect(tanh(Tensor([value])).scalars[0] == result)
      }
    }
  #endif
}
