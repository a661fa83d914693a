// SVG, written by hand. Colours come from the page's style sheet alone: an
// element names a class, so one picture serves light, dark and print.

/// A picture under construction, 640 units wide unless it says otherwise.
///
///     var drawing = Drawing()
///     drawing.line("axis", from: (40, 268), to: (634, 268))
///     drawing.words("epochs", x: 634, y: 308, "end faint")
///     drawing.finished(height: 316)
struct Drawing {
  static let width = 640.0

  private let style: String
  private let width: Double
  private var elements = ""

  /// - Parameter style: `chart` is drawn once, and its words grow in a narrow
  ///   column; `across` and `down` are two layouts, of which one is seen.
  init(_ style: String = "chart", width: Double = Drawing.width) {
    self.style = style
    self.width = width
  }

  /// The whole picture. Its words stand beside it, so it is hidden from
  /// those who cannot see it.
  ///
  /// - Parameter plot: where the plot is, and what its ends are, for scripts.
  func finished(height: Double, plot: String = "") -> String {
    "<svg class=\"" + style + "\" viewBox=\"0 0 " + Drawing.number(width)
      + " " + Drawing.number(height) + "\""
      + Drawing.attribute("data-plot", plot)
      + " aria-hidden=\"true\" focusable=\"false\">" + elements + "</svg>"
  }

  // MARK: - Elements

  /// What the picture is about, in its upper left corner.
  mutating func title(_ title: String) {
    guard !title.isEmpty else { return }
    words(
      Lettering.shortened(title, to: Drawing.width), x: 0, y: 15, "faint")
  }

  mutating func words(
    _ words: String, x: Double, y: Double, _ style: String = "",
    turned degrees: Double = 0
  ) {
    var attributes = Drawing.attribute("class", style)
    attributes += Drawing.attribute("x", x) + Drawing.attribute("y", y)
    if degrees != 0 {
      let turn = [degrees, x, y].map(Drawing.number).joined(separator: " ")
      attributes += Drawing.attribute("transform", "rotate(" + turn + ")")
    }
    elements +=
      "<text" + attributes + ">" + Drawing.escaped(words) + "</text>"
  }

  /// A letter of a formula, with an index below the line.
  mutating func symbol(
    _ letter: String, _ index: String = "", x: Double, y: Double,
    _ style: String = ""
  ) {
    var content = Drawing.escaped(letter)
    if !index.isEmpty {
      content +=
        "<tspan class=\"sub\" dy=\"4\"><tspan class=\"up\">"
        + Drawing.escaped(index) + "</tspan></tspan>"
    }
    elements +=
      "<text"
      + Drawing.attribute("class", style.isEmpty ? "math" : "math " + style)
      + Drawing.attribute("x", x) + Drawing.attribute("y", y) + ">"
      + content + "</text>"
  }

  /// A straight wire, and a head where it ends.
  mutating func arrow(from start: (Double, Double), to end: (Double, Double)) {
    let isAcross = abs(end.0 - start.0) > abs(end.1 - start.1)
    let way = isAcross ? end.0 - start.0 : end.1 - start.1
    let back = way < 0 ? 7.0 : -7.0
    let neck =
      isAcross ? (end.0 + back / 2, end.1) : (end.0, end.1 + back / 2)
    line("wire", from: start, to: neck)
    let sides =
      isAcross
      ? [(end.0 + back, end.1 - 4.5), (end.0 + back, end.1 + 4.5)]
      : [(end.0 - 4.5, end.1 + back), (end.0 + 4.5, end.1 + back)]
    path(
      "wire-head",
      Drawing.move(end.0, end.1) + Drawing.draw(sides[0].0, sides[0].1)
        + Drawing.draw(sides[1].0, sides[1].1) + "Z")
  }

  mutating func box(
    _ style: String, x: Double, y: Double, width: Double, height: Double,
    radius: Double = 3
  ) {
    elements += "<rect" + Drawing.attribute("class", style)
    elements += Drawing.attribute("x", x) + Drawing.attribute("y", y)
    elements += Drawing.attribute("width", width)
    elements += Drawing.attribute("height", height)
    elements += radius > 0 ? Drawing.attribute("rx", radius) : ""
    elements += "/>"
  }

  mutating func ring(_ style: String, x: Double, y: Double) {
    elements += "<circle" + Drawing.attribute("class", style)
    elements += Drawing.attribute("cx", x) + Drawing.attribute("cy", y)
    elements += Drawing.attribute("r", 3.5) + "/>"
  }

  mutating func path(_ style: String, _ commands: String, dashes: String = "") {
    guard !commands.isEmpty else { return }
    elements += "<path" + Drawing.attribute("class", style)
    elements += Drawing.attribute("stroke-dasharray", dashes)
    elements += Drawing.attribute("d", commands) + "/>"
  }

  mutating func line(
    _ style: String, from start: (Double, Double), to end: (Double, Double)
  ) {
    path(style, Drawing.move(start.0, start.1) + Drawing.draw(end.0, end.1))
  }

  // MARK: - Spelling

  static func move(_ x: Double, _ y: Double) -> String {
    "M" + number(x) + " " + number(y)
  }

  static func draw(_ x: Double, _ y: Double) -> String {
    "L" + number(x) + " " + number(y)
  }

  /// To a tenth of a unit: finer than a screen, and short.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = "\(tenths.magnitude / 10)"
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : ".\(rest)")
  }

  private static func attribute(_ name: String, _ value: Double) -> String {
    attribute(name, number(value))
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : " " + name + "=\"" + value + "\""
  }

  /// Text that may stand in markup. Characters that XML knows no way to
  /// write become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
