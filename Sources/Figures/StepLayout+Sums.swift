// The sums of one unit written out. The page's script writes the same.
// Next: StepLayout+Data.swift.

import Tensors

extension StepLayout {
  func forwardSums(_ algebra: StepAlgebra, unit: Int) -> [String] {
    var terms: [String] = []
    for (row, x) in numbers(forward[0]).enumerated() where x.multiple != 0 {
      let weight = four(forwardScale.number(algebra.kernel[row][unit]))
      let isOne = x.value == 1
      terms.append(isOne ? weight : StepLayout.product(four(x), weight))
    }
    for (row, h) in numbers(forward[1]).enumerated() {
      let weight = forwardScale.number(algebra.recurrentKernel[row][unit])
      terms.append(StepLayout.product(four(h), four(weight)))
    }
    if !algebra.bias.isEmpty, algebra.bias[unit] != 0 {
      terms.append(four(forwardScale.number(algebra.bias[unit])))
    }
    var sum = terms.first ?? "0"
    for term in terms.dropFirst() {
      if let rest = term.dropping(Numeral.minus) {
        sum += " " + Numeral.minus + " " + rest
      } else {
        sum += " + " + term
      }
    }
    let a = four(numbers(forward[2])[unit])
    let h = four(numbers(forward[3])[unit])
    let name = algebra.isTanh ? "tanh " : "activation of "
    return [
      StepLayout.unitName(unit) + sum + " = <b>" + a + "</b>",
      name + a + " = <b>" + h + "</b>",
    ]
  }

  func backwardSums(_ algebra: StepAlgebra, unit: Int) -> [String] {
    let da = four(numbers(backward[1])[unit])
    let dh = four(numbers(backward[0])[unit])
    let h = numbers(forward[3])[unit]
    let size = four(forwardScale.rounded(abs(h.value)))
    let before = numbers(forward[1])[0]
    let share = backwardScale.rounded(
      before.value * numbers(backward[1])[unit].value)
    var lines: [String] = []
    if algebra.isTanh {
      lines.append(
        StepLayout.unitName(unit) + dh + "·(1 − " + size + "²) = <b>" + da
          + "</b>")
    }
    lines.append(
      "share of U, first row: " + StepLayout.product(four(before), da)
        + " = <b>" + four(share) + "</b>")
    return lines
  }

  /// A digit more than in the cells.
  private func four(_ number: StepNumber) -> String {
    number.text(decimals: number.scale.decimals + 1)
  }

  private static func unitName(_ unit: Int) -> String {
    "<b>unit \(unit + 1)</b>: "
  }

  /// A negative factor stands in brackets.
  private static func product(_ a: String, _ b: String) -> String {
    a + "·" + (b.dropping(Numeral.minus) == nil ? b : "(" + b + ")")
  }
}
