// A lesson's Markdown as HTML: cmark renders it, with what the page knows put
// in place of its blocks, links, formulas and footnotes. Next:
// LessonText+Nodes.swift.

import CommonMark
import Literate

/// The text of a lesson's page.
struct LessonText: Sendable {
  let entry: Atlas.Entry
  let outcome: LessonOutcome
  let atlas: Atlas
  let theme: Theme
  let typesetting: Typesetting
  /// What runs in the page.
  let program: PageProgram?
  /// Code that stands in a heading or a link.
  let places: Set<Place>
  /// The title and the first paragraph, which stand above the text.
  private let heads: (title: Node?, summary: Node?)
  private(set) var asides: [Enclosure] = []
  private(set) var exercises: [LessonExercise] = []
  /// The knobs of its blocks: finding them reads all of its code.
  let knobs: [KnobCall]
  /// The words of the title.
  private(set) var title = ""
  /// The first paragraph.
  private(set) var summary = ""
  /// All that follows them. The lesson's page and the book have it both: it
  /// is made once.
  private(set) var body = ""

  init(
    entry: Atlas.Entry, outcome: LessonOutcome, atlas: Atlas, theme: Theme,
    typesetting: Typesetting, program: PageProgram? = nil
  ) {
    self.entry = entry
    self.outcome = outcome
    self.atlas = atlas
    self.theme = theme
    self.typesetting = typesetting
    self.program = program
    knobs = entry.lesson.knobs
    let nodes = entry.lesson.document.allNodes
    places = Set(
      nodes.filter(\.isHeadingOrLink).flatMap(\.descendants).map(\.place))
    heads = (
      nodes.first { if case .heading = $0.kind { true } else { false } },
      nodes.first { $0.kind == .paragraph }
    )
    asides = findAsides()
    exercises = findExercises()
    title = only(heads.title)
    summary = only(heads.summary)
    body = rest()
  }

  var document: Document { entry.lesson.document }

  // MARK: - Parts

  /// All but the title and the summary.
  private func rest() -> String {
    let enclosures = asides + exercises.map(enclosure)
    let nodes = stretches
    let html = document.html { node in
      let how = isHead(node) ? .drop : rewrite(node)
      guard !enclosures.isEmpty,
        let position = nodes.firstIndex(where: { $0.isSame(as: node) })
      else { return how }
      return enclosures.around(position, how)
    }
    return html.withLadders.withOneStopForEachName
  }

  /// Whether this stands above the text.
  func isHead(_ node: Node) -> Bool {
    node.isSame(as: heads.title) || node.isSame(as: heads.summary)
  }

  /// One block of the document, without its element.
  private func only(_ wanted: Node?) -> String {
    guard let wanted else { return "" }
    // Footnotes stay: their words stand where they are referred to.
    let others = stretches.filter { !$0.isSame(as: wanted) }
    let html = document.html { node in
      if node.isSame(as: wanted) { return .wrap(before: "", after: "") }
      let isOther = others.contains { $0.isSame(as: node) }
      return isOther ? .drop : rewrite(node)
    }
    return html.trimmingSuffix(while: \.isWhitespace)
  }
}

extension Node {
  fileprivate var isHeadingOrLink: Bool {
    switch kind {
    case .heading, .link: true
    default: false
    }
  }

  /// Whether this is that block of the same document.
  func isSame(as other: Node?) -> Bool {
    guard let other, place == other.place else { return false }
    return kind == other.kind
  }
}

extension String {
  fileprivate func trimmingSuffix(while test: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, test(last) { text.removeLast() }
    return text
  }
}
