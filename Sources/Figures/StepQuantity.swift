// One named quantity of a step view over all its steps.
// Next: StepScale.swift.

import Tensors

/// A quantity, such as a gate: a row of numbers for every step, those of the
/// first sample.
struct StepQuantity {
  let name: String
  let shape: Shape
  let values: [[Double]]

  /// All quantities of some steps, in the order the first step names them.
  static func all(of steps: [[NamedTensor]]) -> [StepQuantity] {
    guard let first = steps.first else { return [] }
    return first.filter { $0.tensor.count > 0 }.map { item in
      StepQuantity(
        name: item.name, shape: item.tensor.shape,
        values: steps.map { step in
          for other in step where other.name == item.name {
            return row(of: other.tensor)
          }
          return []
        })
    }
  }

  /// The first sample of a batch, or a vector.
  private static func row(of tensor: Tensor) -> [Double] {
    guard tensor.count > 0 else { return [] }
    let count =
      tensor.shape.rank > 1 ? tensor.count / tensor.shape[0] : tensor.count
    return tensor.scalars[0..<count].map { Double($0) }
  }

  var width: Int { values.map { $0.count }.max() ?? 0 }

  /// Its length at every step, of the first sample.
  var norms: [Double] { values.map(StepQuantity.norm) }

  static func norm(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}

extension StepView {
  var forwardQuantities: [StepQuantity] { StepQuantity.all(of: forward) }
  var backwardQuantities: [StepQuantity] { StepQuantity.all(of: backward) }

  /// How many samples the steps have.
  var batch: Int {
    guard let first = (forward.first ?? backward.first)?.first else {
      return 1
    }
    return first.tensor.shape.rank > 1 ? first.tensor.shape[0] : 1
  }

  /// What a step puts out: h, or else what it computed last.
  static func output(_ quantities: [StepQuantity]) -> StepQuantity? {
    for one in quantities where one.name == "h" { return one }
    return quantities.last
  }

  /// What a step's output hears of the loss: dL/dh, or else the first.
  static func heard(_ quantities: [StepQuantity]) -> StepQuantity? {
    for one in quantities where one.name == "dL/dh" { return one }
    return quantities.first
  }

  /// The norm of every step's share of each parameter's gradient, and of
  /// their sum.
  var shareNorms: [(name: String, steps: [Double], sum: Double)] {
    guard let first = shares.first else { return [] }
    return first.indices.map { place in
      var sum = [Double](repeating: 0, count: first[place].tensor.count)
      let norms = shares.map { share -> Double in
        let values = share[place].tensor.scalars.map { Double($0) }
        for index in sum.indices { sum[index] += values[index] }
        return StepQuantity.norm(values)
      }
      return (first[place].name, norms, StepQuantity.norm(sum))
    }
  }

  /// What a step reads: its label, or the name of the feature that is on.
  func label(_ time: Int) -> String {
    if time < labels.count { return labels[time] }
    guard !inputs.isEmpty, time < forward.count else { return "" }
    for item in StepQuantity.all(of: [forward[time]])
    where item.name == "x" {
      let on = item.values[0].indices.filter { item.values[0][$0] != 0 }
      guard on.count == 1, item.values[0][on[0]] == 1, on[0] < inputs.count
      else { return "" }
      return inputs[on[0]]
    }
    return ""
  }
}
