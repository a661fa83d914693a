// One step of any cell: a row for each quantity, a column for each unit.
// Next: StepLayout+Shares.swift.

import Tensors

extension StepLayout {
  /// All quantities of one direction, those of the input apart: above what is
  /// made of them, below what is said of them.
  func ledger(isBack: Bool) -> String {
    let quantities = isBack ? backward : forward
    let letter = isBack ? "b" : "f"
    var inputs: [(row: String, width: Int, isInput: Bool)] = []
    var rows = ""
    for (place, quantity) in quantities.enumerated() {
      let isInput = quantity.name == (isBack ? "dL/dx" : "x")
      let line = row(
        quantity, id: letter + "\(place)", isBack: isBack,
        among: quantities.map { $0.name })
      if isInput || quantity.width != units {
        inputs.append((line, quantity.width, isInput))
      } else {
        rows += line
      }
    }
    let main = table(
      rows, names: (0..<units).map { "unit \($0 + 1)" }, isApart: false)
    let apart = inputs.map { input in
      table(
        input.row,
        names: (0..<input.width).map {
          input.isInput ? featureName($0) : "\($0 + 1)"
        }, isApart: true)
    }.joined()
    let caption = caption(isBack: isBack)
    return isBack ? caption + main + apart : caption + apart + main
  }

  private func table(
    _ rows: String, names: [String], isApart: Bool
  ) -> String {
    Markup.element(
      "table", [("class", kind(names.count) + (isApart ? " apart" : ""))],
      columnGroup(names.count) + heads(names) + Markup.element("tbody", rows))
  }

  private func kind(_ width: Int) -> String {
    width <= 12 ? "ledger rows" : "ledger rows strips"
  }

  func columnGroup(_ width: Int) -> String {
    "<colgroup><col class=\"q\">"
      + (width <= 12
        ? "<col span=\"\(width)\">" : "<col><col class=\"m\">")
      + "</colgroup>"
  }

  func heads(_ names: [String]) -> String {
    guard names.count <= 12 else { return "" }
    let heads = names.map { name in
      Markup.element("th", [("scope", "col")], Markup.words(name))
    }
    return "<thead><tr><td></td>" + heads.joined() + "</tr></thead>"
  }

  private func caption(isBack: Bool) -> String {
    let step = Markup.set("t", "\(chosen + 1)")
    let before = Markup.set("t1", "\(chosen)")
    let title =
      isBack
      ? "Backward: what step " + step + " owes"
      : "Forward: step " + step
        + (hasLabels
          ? " reads "
            + Markup.element(
              "code", Markup.set("label", view.label(chosen))) : "")
    let words =
      isBack
      ? "What it hears, what that means inside, and what it hands on to step "
        + before + "."
      : "Read it downwards: what comes in, what is made of it, what goes on."
    return Markup.element(
      "p", [("class", "sv-caption")], Markup.element("b", title) + words)
  }

  // MARK: - Rows

  private func row(
    _ quantity: StepQuantity, id: String, isBack: Bool, among names: [String]
  ) -> String {
    let scale = scale(isBack: isBack)
    let role = StepName.role(quantity.name, among: names)
    var name = StepName.markup(quantity.name, step: chosen + 1)
    if !role.isEmpty { name += Markup.element("small", Markup.words(role)) }
    let cells =
      quantity.width <= 12
      ? row(quantity, at: chosen).map { cell(scale.number($0)) }.joined()
      : strip(StepStrip(row(quantity, at: chosen), isBack ? nil : scale))
    return Markup.element(
      "tr", [("data-row", id)],
      Markup.element("th", [("scope", "row")], name) + cells)
  }

  func cell(
    _ number: StepNumber, _ kind: String = "e", isIdle: Bool = false
  ) -> String {
    Markup.element(
      "td", [("class", kind + " " + (isIdle ? "idle" : number.shade))],
      number.text)
  }

  /// Many numbers as a strip of colours: a path for each, and one for the
  /// lines through what is below zero.
  private func strip(_ strip: StepStrip) -> String {
    let shades = strip.shades
    var paths = ""
    for shade in Grid.shades {
      var runs = ""
      for (place, one) in shades.enumerated() where one == shade {
        runs += "M\(place) 0h1v1h-1z"
      }
      paths += "<path class=\"" + shade + "\" d=\"" + runs + "\"/>"
    }
    var strokes = ""
    for (place, one) in shades.enumerated()
    where one.utf8.first == UInt8(ascii: "n") {
      strokes += "M\(place).2 .5h.6"
    }
    paths += "<path class=\"axis\" d=\"" + strokes + "\"/>"
    return "<td class=\"strip\"><svg viewBox=\"0 0 \(shades.count) 1\" "
      + "preserveAspectRatio=\"none\" aria-hidden=\"true\">" + paths
      + "</svg></td><td class=\"most\">" + strip.most + "</td>"
  }
}
