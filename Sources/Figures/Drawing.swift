// SVG, written by hand. Colours come from the page's style sheet alone: an
// element names a class, so one picture serves light, dark and print.

/// A picture under construction, 640 units wide.
///
///     var drawing = Drawing()
///     drawing.line("axis", from: (40, 268), to: (634, 268))
///     drawing.words("epochs", x: 634, y: 308, "end faint")
///     drawing.finished(height: 316)
struct Drawing {
  static let width = 640.0

  private var elements = ""

  /// The whole picture. Its words stand beside it, so it is hidden from
  /// those who cannot see it.
  func finished(height: Double) -> String {
    "<svg class=\"chart\" viewBox=\"0 0 640 " + Drawing.number(height)
      + "\" aria-hidden=\"true\" focusable=\"false\">" + elements + "</svg>"
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
