// Whether a step is the sum of products that a simple cell makes of it.
// Next: StepLayout+Algebra.swift.

import Tensors

/// The numbers of `a = x · W + h · U + b`, where a step is that.
struct StepAlgebra {
  let kernel: [[Double]]
  let recurrentKernel: [[Double]]
  /// Empty in a cell without bias.
  let bias: [Double]
  let isTanh: Bool

  /// Nil unless the steps have the quantities of a simple cell, parameters
  /// that fit them, and shares that are products of input and dL/da.
  init?(
    _ view: StepView, _ forward: [StepQuantity], _ backward: [StepQuantity]
  ) {
    guard forward.map({ $0.name }) == ["x", "previous", "a", "h"],
      backward.isEmpty
        || backward.map({ $0.name })
          == ["dL/dh", "dL/da", "dL/dx", "dL/dprevious"]
    else { return nil }
    let (features, units) = (forward[0].width, forward[3].width)
    guard features <= 12, units <= 12, view.count <= 24, features > 0,
      let kernel = StepAlgebra.matrix("kernel", view, features, units),
      let recurrent = StepAlgebra.matrix(
        "recurrent_kernel", view, units, units)
    else { return nil }
    self.kernel = kernel
    recurrentKernel = recurrent
    bias = StepAlgebra.matrix("bias", view, 1, units)?[0] ?? []
    isTanh = StepAlgebra.isTanh(view.forward)
    guard StepAlgebra.sharesAreProducts(view, forward, backward) else {
      return nil
    }
  }

  private static func matrix(
    _ name: String, _ view: StepView, _ rows: Int, _ columns: Int
  ) -> [[Double]]? {
    for item in view.parameters where item.name == name {
      guard item.tensor.count == rows * columns else { return nil }
      let values = item.tensor.scalars.map { Double($0) }
      return (0..<rows).map {
        Array(values[$0 * columns..<($0 + 1) * columns])
      }
    }
    return nil
  }

  private static func isTanh(_ steps: [[NamedTensor]]) -> Bool {
    steps.allSatisfy { step in
      let (a, h) = (step[2].tensor, step[3].tensor)
      return zip(tanh(a).scalars, h.scalars).allSatisfy {
        abs($0 - $1) < 1e-4
      }
    }
  }

  /// With dropout, or for several samples, they are not.
  private static func sharesAreProducts(
    _ view: StepView, _ forward: [StepQuantity], _ backward: [StepQuantity]
  ) -> Bool {
    for (time, share) in view.shares.enumerated() {
      let da = backward[1].values[time]
      for item in share {
        let left =
          item.name == "kernel"
          ? forward[0].values[time]
          : item.name == "bias" ? [1] : forward[1].values[time]
        let values = item.tensor.scalars.map { Double($0) }
        guard values.count == left.count * da.count else { return false }
        let largest = values.map { abs($0) }.max() ?? 0
        for (row, weight) in left.enumerated() {
          for (unit, gradient) in da.enumerated() {
            let found = values[row * da.count + unit]
            if abs(found - weight * gradient) > 1e-4 * largest {
              return false
            }
          }
        }
      }
    }
    return true
  }
}
