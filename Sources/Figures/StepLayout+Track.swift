// All steps side by side, above the slider: outputs in columns, under them
// how strongly the loss is heard. Next: StepLayout+Ledger.swift.

import Tensors

extension StepLayout {
  var track: String {
    guard steps.count > 1 else { return "" }
    return hasColumns ? columns : map
  }

  private var output: StepQuantity? {
    StepView.output(forward)
  }

  private var heard: StepQuantity? { StepView.heard(backward) }

  // MARK: - Columns

  /// A column of numbers for each step.
  private var columns: String {
    let top = hasLabels || heard == nil || output == nil
    var names = top ? "<b></b>" : ""
    if output != nil {
      for unit in 0..<units { names += Markup.element("i", "unit \(unit + 1)") }
    }
    if let heard {
      names += Markup.element("em", normName(heard.name))
    }
    var track = Markup.element("div", [("class", "sv-names")], names)
    let most = heard?.norms.max() ?? 0
    for time in steps {
      let label = hasLabels ? view.label(time) : "\(time + 1)"
      var cells = top ? Markup.element("b", Markup.words(label)) : ""
      for value in output.map({ row($0, at: time) }) ?? [] {
        let number = forwardScale.number(value)
        let text = number.text(decimals: min(2, forwardScale.decimals))
        cells += Markup.element("i", [("class", number.shade)], text)
      }
      if let heard { cells += norm(heard.norms[time], most) }
      track += Markup.element(
        "div", [("class", time == chosen ? "sv-col on" : "sv-col")], cells)
    }
    return Markup.element(
      "div", [("class", "sv-track"), ("aria-hidden", "true")], track)
  }

  private func normName(_ name: String) -> String {
    "‖∂" + Markup.letter("L") + "/∂"
      + Markup.letter(name.dropping("dL/d") ?? name) + "‖"
  }

  /// A bar as wide as the norm, and the norm.
  private func norm(_ value: Double, _ most: Double) -> String {
    let share = most > 0 ? value / most : 0
    let width = share * 100
    return "<em><svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\">"
      + "<rect class=\"sv-bar\" x=\""
      + Drawing.number(50 - width / 2) + "\" y=\"0\" width=\""
      + Drawing.number(width) + "\" height=\"6\"/></svg>"
      + Numeral(value).description + "</em>"
  }

  // MARK: - Map

  /// Units × time in colours, for many of either.
  private var map: String {
    var drawing = Drawing()
    let width = Drawing.width / Double(steps.count)
    let rows = output == nil ? 0 : shownUnits
    let height = min(max(180 / Double(max(rows, 1)), 4), 20)
    var bottom = Double(rows) * height
    var strongest = 1.0
    if let output {
      let values = (0..<rows).map { unit in
        steps.map { time -> Double in
          let values = output.values[time]
          return unit < values.count ? values[unit] : .nan
        }
      }
      strongest = HeatMap("", values).strongest
      StepLayout.draw(
        values, limit: strongest, cell: (width, height), in: &drawing)
    }
    if let heard {
      let most = heard.norms.max() ?? 0
      for time in steps where most > 0 {
        let tall = heard.norms[time] / most * 30
        drawing.box(
          "sv-bar", x: Double(time - steps.lowerBound) * width + width * 0.15,
          y: bottom + 36 - tall, width: width * 0.7, height: tall, radius: 0)
      }
      bottom += 36
    }
    drawing.box(
      "sv-cursor", x: Double(chosen - steps.lowerBound) * width, y: -2,
      width: width, height: bottom + 4, radius: 2)
    return Markup.element(
      "div", [("class", "sv-map"), ("aria-hidden", "true")],
      drawing.finished(height: bottom + 2) + mapNames(strongest))
  }

  private func mapNames(_ strongest: Double) -> String {
    var middle = ""
    if let output {
      middle =
        "each column a step, each row a unit’s " + Markup.words(output.name)
        + ", strongest at " + Numeral(round: strongest).description
    }
    if let heard {
      middle += (middle.isEmpty ? "" : "; ") + "bars: " + normName(heard.name)
    }
    return Markup.element(
      "p", [("class", "sv-ends")],
      Markup.element("span", "step \(steps.lowerBound + 1)")
        + Markup.element("span", middle)
        + Markup.element("span", "step \(steps.upperBound)"))
  }

  /// One path for each colour; what is below zero has a line through it.
  static func draw(
    _ values: [[Double]], limit: Double, cell: (Double, Double),
    in drawing: inout Drawing
  ) {
    let (width, height) = cell
    let shades = values.map { row in
      row.map { $0.isNaN ? "zero" : HeatMap.shade(of: $0 / limit) }
    }
    for shade in Grid.shades {
      var runs = ""
      var strokes = ""
      for (row, line) in shades.enumerated() {
        for (column, one) in line.enumerated() where one == shade {
          let (x, y) = (Double(column) * width, Double(row) * height)
          runs += Drawing.move(x, y) + "h" + Drawing.number(width)
          runs += "v" + Drawing.number(height) + "h-" + Drawing.number(width)
          runs += "z"
          if shade.utf8.first == UInt8(ascii: "n") {
            strokes += Drawing.move(x + width / 4, y + height / 2)
            strokes += "h" + Drawing.number(width / 2)
          }
        }
      }
      drawing.path(shade, runs)
      drawing.path("axis", strokes)
    }
  }
}
