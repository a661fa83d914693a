// A step view as part of a page. Next: StepLayout+Track.swift.

import Tensors

extension StepView {
  /// HTML rather than SVG: tables, a slider, and the numbers as JSON.
  public var picture: String {
    count > 0 ? StepLayout(self).picture : ""
  }
}

extension StepLayout {
  var picture: String {
    Markup.element(
      "div", [("class", "stepview"), ("data-mode", mode)],
      head + track + slider + panels + scales + notes + allSteps + script)
  }

  var mode: String {
    hasBoth ? "both" : forward.isEmpty ? "backward" : "forward"
  }

  // MARK: - Head

  var head: String {
    let label = view.label(chosen)
    let reads = ", reads " + Markup.element("code", Markup.set("label", label))
    let title =
      "Step " + Markup.element("b", [("data-set", "t")], "\(chosen + 1)")
      + " of \(view.count)"
      + (hasLabels ? Markup.element("span", reads) : "")
    return Markup.element(
      "div", [("class", "sv-head")],
      Markup.element("p", [("class", "sv-title")], title)
        + (hasBoth ? directions : ""))
  }

  var hasLabels: Bool { steps.contains { !view.label($0).isEmpty } }

  private var directions: String {
    let choices = ["Forward", "Backward", "Both"].map { name in
      let value = name == "Both" ? "both" : mode(name)
      return "<label><input type=\"radio\" value=\"" + value + "\"><span>"
        + name + "</span></label>"
    }
    return Markup.element(
      "fieldset", [("class", "segments needs-js")],
      "<legend class=\"vh\">Direction</legend>" + choices.joined())
  }

  private func mode(_ name: String) -> String {
    name == "Forward" ? "forward" : "backward"
  }

  // MARK: - Slider

  var slider: String {
    guard steps.count > 1 else { return "" }
    let input = Markup.opening(
      "input",
      [
        ("type", "range"), ("aria-label", "Time step"),
        ("min", "\(steps.lowerBound + 1)"), ("max", "\(steps.upperBound)"),
        ("step", "1"), ("value", "\(chosen + 1)"),
        ("aria-valuetext", "step \(chosen + 1) of \(view.count)"),
      ])
    let kind = hasColumns ? "sv-slider needs-js" : "sv-slider whole needs-js"
    return Markup.element("div", [("class", kind)], input)
  }

  // MARK: - Panels

  var panels: String {
    let isPair = hasBoth && hasNumbers
    return Markup.element(
      "div", [("class", isPair ? "sv-pair" : "sv-pair one")],
      (forward.isEmpty
        ? ""
        : Markup.element(
          "div", [("class", "sv-fwd")],
          algebra.map(forwardAlgebra) ?? ledger(isBack: false)))
        + (backward.isEmpty
          ? ""
          : Markup.element(
            "div", [("class", "sv-back")],
            algebra.map(backwardAlgebra) ?? ledger(isBack: true) + shareTable)))
  }

  // MARK: - Under the tables

  var scales: String {
    var scales = ""
    if !forward.isEmpty { scales += scale(forwardScale, "forward") }
    if !backward.isEmpty, hasNumbers {
      scales += scale(backwardScale, "backward")
    }
    return Markup.element("div", [("class", "scales")], scales)
  }

  private func scale(_ scale: StepScale, _ direction: String) -> String {
    let limit = Numeral(round: scale.limit).description
    let unit =
      scale.unit == 0
      ? "" : ", numbers × " + Numeral.powerOfTen(scale.unit)
    let shades = Grid.shades.dropLast().map { "<i class=\"\($0)\"></i>" }
    return Markup.element(
      "div", [("class", "scale"), ("aria-hidden", "true")],
      Numeral.minus + limit + Markup.element("span", shades.joined()) + limit
        + ", " + direction + unit)
  }

  var notes: String {
    var notes: [String] = []
    if view.batch > 1 {
      notes.append(
        "The first of \(view.batch) samples; shares are those of all.")
    }
    if !hasNumbers {
      notes.append(
        shownUnits < units
          ? "The first \(shownUnits) of \(units) units, side by side."
          : "\(units) units, side by side.")
      notes.append(
        "With a line: below zero. At the end of a row: its largest size"
          + (backward.isEmpty
            ? "." : ", at which a colour is strongest on the way back."))
    }
    if steps.count < view.count {
      notes.append("The last \(steps.count) of \(view.count) steps.")
    }
    var text = Markup.words(notes.joined(separator: " "))
    if steps.count > 1 {
      text += Markup.element(
        "span", [("class", "without-js")],
        " This is step \(chosen + 1); with JavaScript a slider shows all.")
    }
    return text.isEmpty
      ? "" : Markup.element("p", [("class", "sv-note")], text)
  }
}
