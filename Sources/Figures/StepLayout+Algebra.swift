// One step of the simple cell as the sums it is made of. One table does it in
// both directions: the same quantity stands in the same place.
// Next: StepLayout+Data.swift.

import Tensors

extension StepLayout {
  // MARK: - Forward

  /// Each row is weighted by the number on its left; the columns add up.
  func forwardAlgebra(_ algebra: StepAlgebra) -> String {
    let x = numbers(forward[0])
    let before = numbers(forward[1])
    var rows: [String] = []
    let kernel = algebra.kernel.map { $0.map { forwardScale.number($0) } }
    let old = algebra.recurrentKernel.map {
      $0.map { forwardScale.number($0) }
    }
    for (row, values) in kernel.enumerated() {
      let head = row == 0 ? rowGroup("x", kernel.count) : ""
      rows.append(
        product(
          "x\(row)", head, Markup.element("code", featureHead(row)), x[row],
          values, isIdle: x[row].multiple == 0))
    }
    rows.append(gap)
    for (row, values) in old.enumerated() {
      let head = row == 0 ? rowGroup("previous", old.count) : ""
      rows.append(
        product("h\(row)", head, "\(row + 1)", before[row], values))
    }
    if !algebra.bias.isEmpty {
      let head =
        "<th scope=\"row\" colspan=\"2\">" + Markup.letter("b")
        + "</th><td class=\"one\">1</td>"
      let bias = algebra.bias.map { cell(forwardScale.number($0)) }
      rows += [gap, line("b", head, bias)]
    }
    let arrows = String(repeating: "<td class=\"op\">↓</td>", count: units)
    rows += [
      rule(2), sum("a", forward[2].name, numbers(forward[2])),
      "<tr aria-hidden=\"true\"><th colspan=\"3\" class=\"r\">"
        + (algebra.isTanh ? "tanh" : "activation") + "</th>" + arrows
        + "</tr>",
      sum("h", forward[3].name, numbers(forward[3])),
    ]
    let title =
      "Forward: step " + Markup.set("t", "\(chosen + 1)")
      + (hasLabels
        ? " reads "
          + Markup.element("code", Markup.set("label", view.label(chosen)))
        : "")
    return table(
      title,
      "Weigh each row by the framed number on its left, add up the columns, "
        + (algebra.isTanh ? "squash." : "activate."), rows)
      + worked(forwardSums(algebra, unit: 0))
  }

  // MARK: - Backward

  /// The same cells hold this step's shares, the frames what is handed on.
  func backwardAlgebra(_ algebra: StepAlgebra) -> String {
    let x = numbers(forward[0])
    let before = numbers(forward[1])
    let da = numbers(backward[1])
    let dx = numbers(backward[2])
    let dPrevious = numbers(backward[3])
    func share(_ weight: StepNumber) -> [StepNumber] {
      da.map { backwardScale.rounded(weight.value * $0.value) }
    }
    var rows: [String] = []
    for (row, weight) in x.enumerated() {
      let head = row == 0 ? rowGroup("dL/dx", x.count, isPlain: true) : ""
      rows.append(
        product(
          "x\(row)", head, Markup.element("code", featureHead(row)), dx[row],
          share(weight), isIdle: weight.multiple == 0, framesIdle: false))
    }
    rows.append(gap)
    for (row, weight) in before.enumerated() {
      let head = row == 0 ? rowGroup("dL/dprevious", before.count) : ""
      rows.append(
        product("h\(row)", head, "\(row + 1)", dPrevious[row], share(weight)))
    }
    if !algebra.bias.isEmpty {
      let head =
        "<th scope=\"row\" colspan=\"3\">share of " + Markup.letter("b")
        + "</th>"
      rows += [gap, line("b", head, da.map { cell($0) })]
    }
    rows += [rule(3), sum("da", backward[1].name, da)]
    if algebra.isTanh {
      let squared =
        "<th scope=\"row\" colspan=\"3\">↑ × (1 − "
        + StepName.markup("h", step: chosen + 1) + "²)</th>"
      let slopes = numbers(forward[3]).map {
        forwardScale.rounded(1 - $0.value * $0.value)
      }
      rows.append(line("k", squared, slopes.map { cell($0, isIdle: true) }))
    }
    let dh =
      "<th scope=\"row\" colspan=\"3\">"
      + StepName.markup(backward[0].name, step: chosen + 1) + "</th>"
    rows.append(line("dh", dh, numbers(backward[0]).map { cell($0) }))
    let title = "Backward: what step " + Markup.set("t", "\(chosen + 1)")
    return table(
      title + " owes",
      "Read it upwards. In the frames: what is handed on, to the input and to "
        + "step " + Markup.set("t1", "\(chosen)") + ". In the cells: "
        + Markup.set("share", "this step’s share of the gradient") + ".", rows)
      + worked(backwardSums(algebra, unit: 0)) + sumSwitch
  }

  // MARK: - Parts

  func numbers(_ quantity: StepQuantity) -> [StepNumber] {
    let scale = scale(isBack: quantity.name.dropping("dL/") != nil)
    return quantity.values[chosen].map { scale.number($0) }
  }

  private func featureHead(_ row: Int) -> String {
    Markup.words(featureName(row))
  }

  private func rowGroup(
    _ name: String, _ rows: Int, isPlain: Bool = false
  ) -> String {
    let markup =
      isPlain
      ? "∂" + Markup.letter("L") + "/∂" + Markup.letter("x")
      : StepName.markup(name, step: chosen + 1)
    return "<th scope=\"rowgroup\" rowspan=\"\(rows)\">" + markup + "</th>"
  }

  private func product(
    _ id: String, _ group: String, _ name: String, _ left: StepNumber,
    _ values: [StepNumber], isIdle: Bool = false, framesIdle: Bool = true
  ) -> String {
    let isWhole = left.scale == forwardScale && left.isWhole
    let frame = Markup.element(
      "td",
      [("class", "mult " + (isIdle && framesIdle ? "idle" : left.shade))],
      isWhole ? left.text(decimals: 0) : left.text)
    return line(
      id, group + "<th scope=\"row\">" + name + "</th>" + frame,
      values.map { cell($0, isIdle: isIdle) })
  }

  private func sum(
    _ id: String, _ name: String, _ values: [StepNumber]
  ) -> String {
    line(
      id,
      "<th scope=\"row\" colspan=\"3\">"
        + StepName.markup(name, step: chosen + 1) + " =</th>",
      values.map { cell($0) })
  }

  private func line(_ id: String, _ heads: String, _ cells: [String]) -> String
  {
    Markup.element("tr", [("data-sum", id)], heads + cells.joined())
  }

  private var gap: String {
    "<tr class=\"gap\" aria-hidden=\"true\"><td colspan=\"\(units + 3)\">"
      + "</td></tr>"
  }

  private func rule(_ names: Int) -> String {
    "<tr class=\"line\" aria-hidden=\"true\"><td colspan=\"\(names)\"></td>"
      + "<td colspan=\"\(units + 3 - names)\"></td></tr>"
  }

  private func table(
    _ title: String, _ words: String, _ rows: [String]
  ) -> String {
    let heads = (0..<units).map { unit in
      "<th scope=\"col\" data-unit=\"\(unit)\">unit \(unit + 1)</th>"
    }
    return Markup.element(
      "table", [("class", "ledger")],
      Markup.element("caption", Markup.element("b", title) + words)
        + "<colgroup><col class=\"g\"><col class=\"l\"><col span=\"\(units + 1)"
        + "\"></colgroup><thead><tr><td></td><td></td><td></td>"
        + heads.joined() + "</tr></thead>"
        + Markup.element("tbody", rows.joined()))
  }

  private func worked(_ lines: [String]) -> String {
    Markup.element(
      "p", [("class", "worked")],
      lines.map { Markup.element("span", $0) }.joined())
  }
}
