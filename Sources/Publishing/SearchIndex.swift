// What the search field looks in: a script, so that it loads from disk too,
// when it is first used.

import Foundation
import Literate

/// Lessons, their sections, the words of the glossary and what the library
/// declares: of each its kind, its title, its address, a line about it and
/// the words below it, in small letters without accents.
func searchIndex(_ atlas: Atlas, _ glossary: Glossary) -> String {
  let entries =
    lessons(atlas) + terms(glossary) + sections(atlas)
    + declarations(atlas.shelf)
  let lines = entries.map { entry in
    "[" + entry.map(\.quoted).joined(separator: ",") + "]"
  }
  return "window.UNROLLED_INDEX = [\n" + lines.joined(separator: ",\n")
    + "\n];\n"
}

private func lessons(_ atlas: Atlas) -> [[String]] {
  atlas.entries.map { entry in
    [
      "lesson",
      entry.number.isEmpty
        ? entry.lesson.title : "\(entry.number). \(entry.lesson.title)",
      entry.address, entry.lesson.summary, entry.outline.introduction.folded,
    ]
  }
}

private func sections(_ atlas: Atlas) -> [[String]] {
  atlas.entries.flatMap { entry in
    entry.outline.sections.map { section in
      [
        "section", section.title, "\(entry.address)#\(section.anchor)",
        "Lesson \(entry.number): \(entry.lesson.title)",
        section.words.folded,
      ]
    }
  }
}

private func terms(_ glossary: Glossary) -> [[String]] {
  glossary.terms.map { term in
    [
      "term", term.name, "\(Glossary.address)#\(term.anchor)",
      "Glossary, from \(term.lesson.mentionName)", "",
    ]
  }
}

/// The files, and what of them everybody may use, overloads once.
private func declarations(_ shelf: Shelf) -> [[String]] {
  shelf.listings.flatMap { listing in
    var seen: Set<String> = []
    let declared = listing.file.declarations.filter {
      $0.isPublic && $0.kind != .subscript && seen.insert($0.path).inserted
    }
    return [["file", listing.file.name, listing.address, listing.summary, ""]]
      + declared.compactMap { declaration in
        listing.anchors[declaration].map {
          [
            declaration.kind == .type ? "type" : "member",
            declaration.path, "\(listing.address)#\($0)",
            declaration.summary, "",
          ]
        }
      }
  }
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
