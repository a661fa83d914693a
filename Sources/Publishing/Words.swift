// Numbers as a page says them.

import Foundation

extension Int {
  /// `3,050`
  var grouped: String {
    let digits = Array(String(magnitude).reversed())
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "−" : "") + String(text.reversed())
  }

  /// `1 block`, `2 blocks`
  func of(_ noun: String) -> String {
    "\(grouped) \(noun)\(self == 1 ? "" : "s")"
  }

  /// `IV`
  var roman: String {
    let numerals = [
      (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    var (text, rest) = ("", self)
    for (value, numeral) in numerals {
      while rest >= value {
        text += numeral
        rest -= value
      }
    }
    return text
  }
}

extension Double {
  /// `0.7 s`, `39 s`, `1,930 s`
  var seconds: String {
    if self < 0.05 { return "under 0.1 s" }
    if self < 9.95 { return String(format: "%.1f s", self) }
    return Int(rounded()).grouped + " s"
  }
}

extension String {
  /// For HTML that does not come from Markdown, in text and attributes.
  var escaped: String {
    // By scalar: a quotation mark with an accent on it still ends an attribute.
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
