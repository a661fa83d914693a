// Whether two programs did the same work. Next: Table.swift.

import Workloads

extension Comparison {
  /// What is said of a comparison that does not hold; nil if it does.
  ///
  /// From the same weights, twenty steps on the same data must lead to the
  /// same loss and the same outputs. Keras on TensorFlow takes squares of an
  /// embedding's gradient for each occurrence of a word, not of their sum, so
  /// its Adam is another one there: its loss only has to be near.
  func disagreement(_ program: Program) -> String? {
    guard let ours = measured[.unrolled], let other = measured[program],
      program.isPeer
    else { return nil }
    let gap = abs(other.loss - ours.loss) / abs(ours.loss)
    let isNear = program == .tensorFlow && workload.kind == .reviews
    guard gap <= (isNear ? 0.03 : 1e-3) else {
      return "loss \(fixed(other.loss, 5)), ours \(fixed(ours.loss, 5))"
    }
    guard !isNear else { return nil }
    let apart = zip(ours.outputs, other.outputs).map { abs($0 - $1) }.max()
    guard ours.outputs.count == other.outputs.count, (apart ?? 0) <= 1e-3
    else { return "outputs differ by \(short(apart ?? .nan))" }
    return nil
  }

  /// The peers whose work was ours.
  var peers: [Program] {
    Program.trainers.filter {
      $0.isPeer && measured[$0] != nil && disagreement($0) == nil
    }
  }

  /// How many times faster than the fastest peer we are.
  func ratio(_ value: (Measured) -> Double) -> Double? {
    guard let ours = measured[.unrolled] else { return nil }
    let best = peers.map { value(measured[$0]!) }.filter { $0.isFinite }.min()
    return best.map { $0 / value(ours) }
  }
}
