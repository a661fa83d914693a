// The glossary: every word the lessons explain. Next: SearchIndex.swift.

import Literate

/// What the glossary template is filled in with; in the alphabet's order.
struct Glossary: Sendable {
  let count: String
  let letters: [Letter]

  struct Letter: Sendable {
    let letter: String
    let terms: [TermView]
  }

  struct TermView: Sendable {
    let name: String
    let anchor: String
    let sentence: String
    /// The lesson that explains it first.
    let lesson: LessonMention
    let hasOthers: Bool
    /// Those that explain it, too.
    let others: [LessonMention]
  }

  init(_ entries: [Atlas.Entry], typesetting: Typesetting) {
    let all = entries.flatMap { entry in
      entry.terms.map { (entry: entry, term: $0) }
    }
    let byKey = Dictionary(grouping: all) { $0.term.key }
    let terms = byKey.keys.sorted().compactMap { key -> TermView? in
      guard let uses = byKey[key], let first = uses.first else { return nil }
      let mentions = uses.map { LessonMention($0.entry, $0.term) }
      return TermView(
        name: first.term.name, anchor: first.term.anchor,
        sentence: first.term.sentence(typesetting), lesson: mentions[0],
        hasOthers: mentions.count > 1, others: Array(mentions.dropFirst()))
    }
    count = terms.count.of("word")
    let byLetter = Dictionary(grouping: terms) { $0.initial }
    letters = byLetter.keys.sorted().map {
      Letter(letter: $0, terms: byLetter[$0] ?? [])
    }
  }

  static let address = "glossary.html"

  var terms: [TermView] { letters.flatMap(\.terms) }
}

extension Glossary.TermView {
  fileprivate var initial: String {
    let first = name.folded.uppercased().first
    return first.map { ("A"..."Z").contains($0) ? String($0) : "#" } ?? "#"
  }
}

extension LessonMention {
  init(_ entry: Atlas.Entry, _ term: Term) {
    self.init(
      mentionAddress: "\(entry.address)#\(term.anchor)",
      mentionTitle: entry.lesson.title,
      mentionName: entry.number.isEmpty
        ? "“\(entry.lesson.title)”" : "lesson \(entry.number)")
  }
}
