// What a step has to say about the parameters, one gate at a time.
// Next: StepLayout+Algebra.swift.

import Tensors

extension StepLayout {
  var shareTable: String {
    guard let shares = drawnShares else { return "" }
    let gates = shares.map { $0.gates.count }.max() ?? 1
    let rows = shares.indices.map { group(shares[$0], $0) }
    let gap =
      "<tr class=\"gap\" aria-hidden=\"true\"><td colspan=\"\(units + 2)\">"
      + "</td></tr>"
    let table = Markup.element(
      "table", [("class", "ledger shares")],
      Markup.element("caption", shareCaption(gates))
        + "<colgroup><col class=\"q\"><col class=\"l\"><col span=\"\(units)\">"
        + "</colgroup>" + shareHeads
        + Markup.element("tbody", rows.joined(separator: gap)))
    return table + gateButtons(gates) + sumSwitch
  }

  private func shareCaption(_ gates: Int) -> String {
    var title = shareWords
    if gates > 1 {
      title += ": gate " + Markup.element("code", Markup.set("gate", gate(0)))
    }
    return Markup.element("b", [("class", "plain")], title)
  }

  /// "This step’s share of the gradient", until shares are added up.
  var shareWords: String {
    Markup.set("share", "This step’s share of the gradient")
  }

  private func gate(_ index: Int) -> String {
    index < gateNames.count ? gateNames[index] : "\(index + 1)"
  }

  private var shareHeads: String {
    let heads = (1...units).map { "<th scope=\"col\">unit \($0)</th>" }
    return "<thead><tr><td></td><td></td>" + heads.joined() + "</tr></thead>"
  }

  private func group(_ shares: Shares, _ place: Int) -> String {
    let block = shares.gates[0][chosen].rounded(to: backwardScale)
    return shares.rows.indices.map { row in
      var heads = ""
      if row == 0 {
        let name = Markup.words(shares.name.replacingUnderscores)
        heads =
          shares.rows.count == 1
          ? "<th scope=\"row\" colspan=\"2\">" + name + "</th>"
          : "<th scope=\"rowgroup\" rowspan=\"\(shares.rows.count)\">" + name
            + "</th>"
      }
      if shares.rows.count > 1 {
        heads += "<th scope=\"row\">" + Markup.words(shares.rows[row]) + "</th>"
      }
      return Markup.element(
        "tr", [("data-share", "\(place).\(row)")],
        heads + block[row].map { cell($0) }.joined())
    }.joined()
  }

  private func gateButtons(_ gates: Int) -> String {
    guard gates > 1 else { return "" }
    let buttons = (0..<gates).map { index in
      "<button type=\"button\" value=\"\(index)\" aria-pressed=\""
        + (index == 0 ? "true" : "false") + "\">" + Markup.words(gate(index))
        + "</button>"
    }
    return Markup.element(
      "div",
      [
        ("class", "sv-gates needs-js"), ("role", "group"),
        ("aria-label", "Gate"),
      ], "<span>Gate</span>" + buttons.joined())
  }

  /// Adds up what the later steps had to say, or not.
  var sumSwitch: String {
    guard steps.count > 1, !view.shares.isEmpty else { return "" }
    return "<label class=\"sv-sum needs-js\"><input type=\"checkbox\"><span>"
      + "Add up the shares, from the last step to this one</span></label>"
  }
}

extension StepShare {
  /// The numbers, as the page's script computes them too.
  func rounded(to scale: StepScale) -> [[StepNumber]] {
    switch self {
    case .product(let column, let row):
      return column.map { weight in
        let weight = (weight * StepShare.places).rounded() / StepShare.places
        return row.map { scale.rounded(weight * scale.number($0).value) }
      }
    case .matrix(let rows):
      return rows.map { row in row.map { scale.number($0) } }
    }
  }
}

extension String {
  /// `recurrent_kernel` in two words.
  var replacingUnderscores: String {
    split(separator: "_").map { String($0) }.joined(separator: " ")
  }
}
