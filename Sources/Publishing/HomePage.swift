// The first page: the course, its parts, its lessons. Next: SearchIndex.swift.

import Literate

/// What the home template is filled in with.
struct HomePage: Sendable {
  let siteTitle: String
  let summary: String
  let first: PageLink?
  let hero: Hero?
  let totals: [ReceiptItem]
  let parts: [PartView]
  /// The library's files to read first.
  let hasWalk: Bool
  let walk: [LibraryPage.WalkStep]

  /// The picture the course opens with.
  struct Hero: Sendable {
    let alternative: String
    let markup: String
    var caption: String?
    let block: Int
    let figureNumber: Int
    let linkNumber: String
    let linkTitle: String
    let linkAddress: String
  }

  struct PartView: Sendable {
    let partAnchor: String
    let partNumeral: String
    let partTitle: String
    let partSummary: String
    let lessons: [LessonView]
  }

  struct LessonView: Sendable {
    let linkAddress: String
    let linkTitle: String
    let linkNumber: String
    let lessonSummary: String
    let status: String
    let statusClass: String
    let seconds: String

    init(_ entry: Atlas.Entry, _ outcome: LessonOutcome) {
      linkAddress = entry.address
      linkTitle = entry.lesson.title
      linkNumber = entry.number
      lessonSummary = entry.lesson.summary.firstSentences
      let isWhole = !outcome.blocks.contains { $0.verdict.isRecorded }
      status =
        !outcome.held
        ? "✕ does not hold" : isWhole ? "✓ checked" : "◐ partly recorded"
      statusClass = !outcome.held ? "bad" : isWhole ? "ok" : "kept"
      seconds = outcome.seconds.running.seconds
    }
  }

  init(_ settings: CourseSettings, _ atlas: Atlas, _ outcomes: [LessonOutcome])
  {
    let lessons = Array(zip(atlas.entries, outcomes))
    siteTitle = settings.title
    summary = settings.summary
    first = atlas.entries.first.map(PageLink.init)
    hero = HomePage.hero(lessons, settings.hero)
    totals = HomePage.totals(outcomes)
    walk = atlas.shelf.walk
    hasWalk = !walk.isEmpty
    parts = atlas.parts.compactMap { part in
      HomePage.part(part, lessons.filter { $0.0.part == part })
    }
  }

  private static func part(
    _ part: Atlas.Part, _ lessons: [(Atlas.Entry, LessonOutcome)]
  ) -> PartView? {
    guard !lessons.isEmpty else { return nil }
    return PartView(
      partAnchor: part.anchor, partNumeral: part.position.roman,
      partTitle: part.title, partSummary: part.summary,
      lessons: lessons.map(LessonView.init))
  }

  /// The figure the settings name, the first chart of a block that held, or
  /// the first picture at all.
  private static func hero(
    _ lessons: [(Atlas.Entry, LessonOutcome)], _ wanted: CourseSettings.Hero?
  ) -> Hero? {
    let found = lessons.flatMap { entry, outcome -> [Hero] in
      outcome.blocks.enumerated().flatMap { index, block -> [Hero] in
        block.verdict.held
          ? heroes(
            of: block, entry,
            firstFigure: 1
              + outcome.blocks[..<index].map(\.figureCount).reduce(0, +))
          : []
      }
    }
    var named = found.first {
      $0.linkAddress == wanted.map { "\($0.lesson).html" }
        && $0.figureNumber == wanted?.figure
    }
    named?.caption = wanted?.caption
    return named ?? found.first { $0.markup.contains("series-a") }
      ?? found.first
  }

  private static func heroes(
    of block: BlockOutcome, _ entry: Atlas.Entry, firstFigure: Int
  ) -> [Hero] {
    block.output.filter { $0.markup != nil }.enumerated().map {
      Hero(
        alternative: $1.alternative ?? "",
        markup: FigureView.parts(of: PictureMarkup($1.markup ?? "").html)
          .drawing,
        block: block.block.number, figureNumber: firstFigure + $0,
        linkNumber: entry.number, linkTitle: entry.lesson.title,
        linkAddress: entry.address)
    }
  }

  private static func totals(_ outcomes: [LessonOutcome]) -> [ReceiptItem] {
    let blocks = outcomes.flatMap(\.blocks)
    let checked = blocks.filter {
      $0.verdict != .varies && !$0.verdict.isExcused
        && !$0.verdict.isRecorded
    }
    let bad = blocks.filter { !$0.verdict.held }.count
    let numbers = outcomes.flatMap(\.references)
    let wrong = numbers.filter { !$0.held }.count
    let words =
      "block\(checked.count == 1 ? "" : "s") checked when this page was built"
    return [
      ReceiptItem(
        item: outcomes.count == 1 ? "lesson" : "lessons",
        amount: outcomes.count.grouped),
      ReceiptItem(
        item: bad == 0
          ? words + ", all as recorded"
          : words + ", ✕ \(bad.grouped) not as recorded",
        amount: checked.count.grouped, isBad: bad > 0),
      ReceiptItem(
        item: "number\(numbers.count == 1 ? "" : "s") in the prose"
          + (wrong == 0
            ? numbers.count == 1 ? ", agrees" : ", all agree"
            : ", ✕ \(wrong.grouped) not so"),
        amount: numbers.count.grouped, isBad: wrong > 0),
    ]
  }
}

extension String {
  /// As many whole sentences as it takes to say something: 60 characters.
  var firstSentences: String {
    var kept = ""
    for part in split(separator: " ") {
      kept += (kept.isEmpty ? "" : " ") + part
      if kept.count >= 60, let last = part.last, ".?!".contains(last) { break }
    }
    return kept
  }
}

extension Page {
  static func home(
    _ settings: CourseSettings, _ atlas: Atlas, _ outcomes: [LessonOutcome],
    _ theme: Theme
  ) -> Page {
    Page(
      kind: "home", address: "index.html", description: settings.summary
    ) {
      theme.render(.home, HomePage(settings, atlas, outcomes))
    }
  }
}
