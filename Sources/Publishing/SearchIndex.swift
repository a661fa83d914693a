// What the search field looks in: a script, so that it loads from disk too.

import Foundation
import Literate

/// Titles, addresses, a line about each and its words, of lessons and their
/// sections.
func searchIndex(_ atlas: Atlas) -> String {
  let lessons = atlas.entries.map { entry in
    [
      entry.number.isEmpty
        ? entry.lesson.title : "\(entry.number). \(entry.lesson.title)",
      entry.address, entry.lesson.summary, "",
    ]
  }
  let sections = atlas.entries.flatMap { entry in
    entry.outline.sections.map { section in
      [
        section.title, "\(entry.address)#\(section.anchor)",
        "Lesson \(entry.number): \(entry.lesson.title)", section.words,
      ]
    }
  }
  let entries = (lessons + sections).map { entry in
    "[" + entry.map(\.quoted).joined(separator: ", ") + "]"
  }
  return "window.UNROLLED_INDEX = [\n" + entries.joined(separator: ",\n")
    + "\n];\n"
}

extension String {
  /// As a string of JavaScript, whatever it holds.
  fileprivate var quoted: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..<" ":
        text += String(format: "\\u%04x", scalar.value)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
