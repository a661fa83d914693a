// A lesson's headings and their addresses. Next: Atlas.swift.

import CommonMark
import Literate

/// The sections of a lesson, in order, with their permanent anchors.
struct Outline: Sendable {
  struct Section: Equatable, Sendable {
    let title: String
    let level: Int
    let anchor: String
    /// “What Keras does”: set apart from the text.
    let isAside: Bool
    /// Every word below the heading once, for the search.
    var words: String
  }

  let sections: [Section]
  /// The words above the first heading but the title.
  let introduction: String
  /// By the place of the heading.
  private let positions: [Place: Int]

  init(_ lesson: Lesson) {
    var (sections, positions) = ([Section](), [Place: Int]())
    var introduction = ""
    var taken: Set<String> = Outline.reserved
    for node in lesson.document.allNodes.dropTitle {
      guard case .heading(let level) = node.kind else {
        guard node.holdsWords else { continue }
        if let last = sections.indices.last {
          sections[last].words += " " + node.plainText
        } else {
          introduction += " " + node.plainText
        }
        continue
      }
      let title = node.plainText
      positions[node.place] = sections.count
      sections.append(
        Section(
          title: title, level: max(2, level),
          anchor: Outline.anchor(title, &taken),
          isAside: title.hasPrefix("What ") && title.hasSuffix(" does"),
          words: ""))
    }
    self.sections = sections.map {
      var section = $0
      section.words = section.words.distinctWords
      return section
    }
    self.introduction = introduction.distinctWords
    self.positions = positions
  }

  /// The position of the section whose heading stands here.
  func position(of heading: Place) -> Int? { positions[heading] }

  /// What pages call their own parts.
  fileprivate static let reserved: Set<String> = [
    "main", "contents", "receipt", "receipt-title", "rerun", "tip",
  ]

  /// GitHub's rule, so that a link to a section holds there too: small
  /// letters, hyphens for spaces, and nothing but letters and numbers.
  private static func anchor(
    _ title: String, _ taken: inout Set<String>
  ) -> String {
    var plain = ""
    for letter in title.lowercased() {
      if letter == " " || letter == "-" {
        plain.append("-")
      } else if letter.isLetter || letter.isNumber || letter == "_" {
        plain.append(letter)
      }
    }
    if plain.isEmpty { plain = "section" }
    var (anchor, count) = (plain, 0)
    while taken.contains(anchor) || anchor.isPartName {
      count += 1
      anchor = "\(plain)-\(count)"
    }
    taken.insert(anchor)
    return anchor
  }
}

extension [Node] {
  /// All but the first heading, which is the lesson's title.
  fileprivate var dropTitle: [Node] {
    let title = firstIndex {
      if case .heading = $0.kind { true } else { false }
    }
    return enumerated().filter { $0.offset != title }.map(\.element)
  }
}

extension Node {
  fileprivate var holdsWords: Bool {
    kind == .paragraph || kind == .other("table_cell")
  }
}

extension String {
  /// Whether an element of a page's own may be called so.
  var isTakenByPage: Bool { Outline.reserved.contains(self) || isPartName }

  /// `block-1`, `code-1`, `figure-1`, `listing-1`
  fileprivate var isPartName: Bool {
    let parts = split(separator: "-")
    return parts.count == 2 && Int(parts[1]) != nil
      && ["block", "code", "figure", "listing"].contains(parts[0])
  }
}

extension String {
  /// Its words in small letters, each once, in the order they come.
  fileprivate var distinctWords: String {
    var seen: Set<Substring> = []
    return lowercased()
      .split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      .filter { seen.insert($0).inserted }
      .joined(separator: " ")
  }
}
