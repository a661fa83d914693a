// HTML, written by hand, for pictures that are tables. Next: StepView.swift.

/// Elements as text. Words that come from a lesson go through `words`.
enum Markup {
  /// `<td class="e p3">0.263</td>`. Attributes without a value are left out.
  static func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: String
  ) -> String {
    opening(name, attributes) + content + "</" + name + ">"
  }

  static func opening(
    _ name: String, _ attributes: [(String, String)]
  ) -> String {
    var text = "<" + name
    for (key, value) in attributes where !value.isEmpty {
      text += " " + key + "=\"" + Drawing.escaped(value) + "\""
    }
    return text + ">"
  }

  /// Text that may stand in markup.
  static func words(_ text: String) -> String { Drawing.escaped(text) }

  /// A formula of one letter.
  static func letter(_ letter: String) -> String {
    element("i", [("class", "mi")], words(letter))
  }

  /// A text of the page that the slider changes.
  static func set(_ name: String, _ text: String) -> String {
    element("span", [("data-set", name)], words(text))
  }

  /// A JSON string that may stand in a script element.
  static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(Character(scalar))
      case "<": result += "\\u003C"
      case ">": result += "\\u003E"
      case "&": result += "\\u0026"
      case "\u{0}"..<" ", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func json(_ items: [String]) -> String {
    "[" + items.joined(separator: ",") + "]"
  }
}
