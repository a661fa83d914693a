// What the slider needs: every number of every step. And a table of all steps
// for those who do without. Next: Drawing.swift.

import Tensors

extension StepLayout {
  // MARK: - For the script

  var script: String {
    guard steps.count > 1 || algebra != nil || drawnShares != nil else {
      return ""
    }
    var parts = [
      "\"first\":\(steps.lowerBound + 1)", "\"count\":\(view.count)",
      "\"labels\":" + Markup.json(steps.map { Markup.json(view.label($0)) }),
      "\"f\":" + StepLayout.json(forwardScale),
      "\"b\":" + StepLayout.json(backwardScale),
      "\"rows\":{" + rowData.joined(separator: ",") + "}",
    ]
    if let algebra {
      let isTanh = algebra.isTanh ? "true" : "false"
      parts.append(
        "\"algebra\":{\"W\":" + weights(algebra.kernel) + ",\"U\":"
          + weights(algebra.recurrentKernel) + ",\"b\":"
          + weights([algebra.bias]) + ",\"tanh\":" + isTanh + "}")
    }
    if let shares = drawnShares {
      let names = gateNames.map { Markup.json($0) }
      parts.append("\"gates\":" + Markup.json(names))
      parts.append("\"shares\":" + Markup.json(shares.map(json)))
    }
    return "<script type=\"application/json\">{"
      + parts.joined(separator: ",") + "}</script>"
  }

  private static func json(_ scale: StepScale) -> String {
    "[\(scale.decimals + scale.spare),\(scale.decimals),"
      + StepLayout.plain(scale.limit) + "]"
  }

  /// A limit is 1, 2 or 5 times a power of ten.
  private static func plain(_ limit: Double) -> String {
    let power = Decade.order(of: limit)
    let digit = Int((limit / Decade.power(power)).rounded())
    return "\(digit)e\(power)"
  }

  private var rowData: [String] {
    func data(
      _ quantities: [StepQuantity], _ letter: String, _ scale: StepScale
    ) -> [String] {
      quantities.indices.map { place in
        let rows = steps.map { time -> String in
          let values = row(quantities[place], at: time)
          return quantities[place].width > 12
            ? StepStrip(values, letter == "b" ? nil : scale).json
            : Markup.json(values.map { scale.number($0).json })
        }
        return "\"" + letter + "\(place)\":" + Markup.json(rows)
      }
    }
    return data(forward, "f", forwardScale)
      + data(backward, "b", backwardScale)
  }

  private func weights(_ rows: [[Double]]) -> String {
    Markup.json(
      rows.map { row in
        Markup.json(row.map { forwardScale.number($0).json })
      })
  }

  /// For each gate, for each step: a column and a row, or all rows.
  private func json(_ shares: Shares) -> String {
    Markup.json(
      shares.gates.map { gate in
        Markup.json(
          gate.map { share in
            switch share {
            case .product(let column, let row):
              let column = column.map {
                "\(Int(($0 * StepShare.places).rounded()))"
              }
              return "[" + Markup.json(column) + ","
                + Markup.json(row.map { backwardScale.number($0).json }) + "]"
            case .matrix(let rows):
              let rows = rows.map { row in
                Markup.json(row.map { backwardScale.number($0).json })
              }
              return "{\"m\":" + Markup.json(rows) + "}"
            }
          })
      })
  }

  // MARK: - For everybody

  /// Outputs and norms of every step.
  var allSteps: String {
    guard view.count > 1 else { return "" }
    let output = StepView.output(forward)
    let heard = StepView.heard(backward)
    let shares = view.shareNorms
    var heads = ["step"]
    if hasLabels { heads.append("reads") }
    if output != nil, hasNumbers {
      heads += (1...max(1, units)).map { "unit \($0)" }
    }
    if let output { heads.append("‖" + output.name + "‖") }
    if let heard { heads.append("‖" + heard.name + "‖") }
    heads += shares.map { "‖share of " + $0.name.replacingUnderscores + "‖" }
    let rows = (0..<view.count).map { time in
      var cells = hasLabels ? [view.label(time)] : []
      if let output {
        if hasNumbers {
          cells += output.values[time].map { forwardScale.number($0).text }
        }
        cells.append(Numeral(output.norms[time]).description)
      }
      if let heard { cells.append(Numeral(heard.norms[time]).description) }
      cells += shares.map { Numeral($0.steps[time]).description }
      return Markup.element(
        "tr",
        "<th scope=\"row\">\(time + 1)</th>"
          + cells.map { Markup.element("td", Markup.words($0)) }.joined())
    }
    let head = heads.map {
      Markup.element("th", [("scope", "col")], Markup.words($0))
    }
    return "<details class=\"sv-all\"><summary>All "
      + StepView.counted(view.count, "step") + " in a table</summary>"
      + "<div class=\"table-wrap\" tabindex=\"0\"><table><thead><tr>"
      + head.joined() + "</tr></thead><tbody>" + rows.joined()
      + "</tbody></table></div></details>"
  }
}

extension StepNumber {
  /// Whether it has no decimals.
  var isWhole: Bool { word == nil && value == value.rounded() }
}
