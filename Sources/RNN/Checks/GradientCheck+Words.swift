// What a gradient check has to say.

import Tensors

// That a check describes itself is declared in GradientCheck.swift: a linker
// leaves out of a program the files nothing in it names, and with this one
// `print` would not find its words.
extension GradientCheck {
  /// One line: that all is well, or what goes wrong first.
  public var description: String {
    if let firstWrong { return sentence(about: firstWrong) + precision }
    guard let worst else { return "there was nothing to compare" }
    let count = comparisons.count
    return (count == 1 ? "1 tensor agrees" : "\(count) tensors agree")
      + "; the worst is " + worst.name + listed(worst.position)
      + (worst.step.map { " at step \($0)" } ?? "") + ", relative error "
      + shown(worst.error) + precision
  }

  private func sentence(about wrong: GradientComparison) -> String {
    var text = ""
    if let step = wrong.step {
      text = "step \(step): "
    } else if steps != nil {
      text = "summed over all steps: "
    }
    text += wrong.name + " is wrong: "
    guard wrong.backward.shape == wrong.differences.shape else {
      return text + "expected a gradient \(wrong.differences.shape); got "
        + "\(wrong.backward.shape)"
    }
    let index = wrong.position
    text += listed(index) + " is "
    text += number(wrong.differences, index) + " by differences, "
    text += number(wrong.backward, index) + " by backward (relative error "
    text += shown(wrong.error) + ")"
    guard let steps, let step = wrong.step else { return text }
    return text
      + (step == steps - 1
        ? "; it is the last step" : "; everything after it agrees")
  }

  private var precision: String {
    Scalar.isDouble
      ? ""
      : " (in Float, where " + shown(tolerance) + " counts as agreement)"
  }

  private func number(_ tensor: Tensor, _ position: [Int]) -> String {
    var index = 0
    for (axis, place) in position.enumerated() {
      index = index * tensor.shape[axis] + place
    }
    let value = tensor.scalars[index]
    let isPlain = value == 0 || (abs(value) >= 0.01 && abs(value) < 1e6)
    return isPlain ? fixed(value, 4) : scientific(value, 2)
  }

  private func shown(_ error: Swift.Double) -> String {
    error >= 0.01 && error < 1e6 || !error.isFinite
      ? fixed(wide: error, 2) : scientific(wide: error, 1)
  }
}

/// A position in brackets.
private func listed(_ numbers: [Int]) -> String {
  Shape(numbers).description
}
