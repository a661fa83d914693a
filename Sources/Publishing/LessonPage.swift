// A lesson's page. Next: LessonReceipt.swift, its last part.

import CommonMark
import Literate

/// What the lesson template is filled in with.
struct LessonPage: Sendable {
  let part: PartView
  let number: String
  let title: String
  let summary: String
  let minutes: String
  let facts: [FactView]
  /// The script with the program that the page runs.
  let program: String?
  /// The numbers of the blocks that run in it.
  let programBlocks: String
  /// The row of buttons that runs it, where no knob brings one.
  let bar: LiveBar?
  let sourceFile: String
  let chain: [ChainLink]
  let body: String
  let receipt: [ReceiptItem]
  let command: String
  let slug: String
  let tools: [ToolLink]
  /// What a report of a mistake begins with, where no host takes reports.
  let mistakeLine: String?
  let previous: PageLink?
  let next: PageLink?

  struct FactView: Sendable {
    let fact: String
    let factClass: String?
  }

  struct PartView: Sendable {
    let partAnchor: String
    let partNumeral: String
    let partTitle: String
    let partSummary: String

    init(_ part: Atlas.Part) {
      partAnchor = part.anchor
      partNumeral = part.position.roman
      partTitle = part.title
      partSummary = part.summary
    }
  }

  struct ChainLink: Sendable {
    let linkAddress: String
    let linkTitle: String
    let linkNumber: String
    let isHere: Bool
    let hasSections: Bool
    let sections: [Section]

    struct Section: Sendable {
      let sectionAnchor: String
      let sectionTitle: String
    }
  }

  init(_ text: LessonText, receipt: Receipt, tools: [ToolLink]) {
    let (entry, outcome) = (text.entry, text.outcome)
    let entries = text.atlas.entries
    let position = entries.firstIndex { $0.address == entry.address } ?? 0
    part = PartView(entry.part)
    number = entry.number
    title = text.title
    summary = text.summary
    minutes = entry.lesson.minutes.of("minute")
    facts = LessonPage.facts(outcome) + LessonPage.liveFacts(text.program)
    program = text.programFile
    programBlocks = (text.program?.blocks ?? []).sorted().map(String.init)
      .joined(separator: " ")
    bar = text.hasKnobs ? nil : text.bar
    sourceFile = entry.lesson.fileName
    chain = LessonPage.chain(entries, around: position)
    body = text.body
    self.receipt = lessonReceipt(outcome, receipt)
    command = "\(receipt.command) test \(entry.lesson.shortName)"
    slug = entry.lesson.slug
    self.tools = tools
    mistakeLine =
      tools.contains(where: \.takesReports)
      ? nil : entry.lesson.place(in: receipt)
    previous = position > 0 ? PageLink(entries[position - 1]) : nil
    next =
      position + 1 < entries.count ? PageLink(entries[position + 1]) : nil
  }

  /// The lessons before and after, two of each where there are.
  private static func chain(
    _ entries: [Atlas.Entry], around position: Int
  ) -> [ChainLink] {
    let first = max(0, min(position - 2, entries.count - 5))
    let last = min(entries.count, max(position + 3, first + 5))
    return entries[first..<last].map { entry in
      let isHere = entry.address == entries[position].address
      let sections = entry.outline.sections.filter { $0.level == 2 }.map {
        ChainLink.Section(sectionAnchor: $0.anchor, sectionTitle: $0.title)
      }
      return ChainLink(
        linkAddress: entry.address, linkTitle: entry.lesson.title,
        linkNumber: entry.number, isHere: isHere,
        hasSections: !sections.isEmpty, sections: isHere ? sections : [])
    }
  }

  /// What is neither right nor wrong.
  private static func rest(_ blocks: [BlockOutcome]) -> String {
    let varying = blocks.filter { $0.verdict == .varies }.count
    let excused = blocks.filter(\.verdict.isExcused).count
    return (varying > 0 ? ", \(varying) not compared" : "")
      + (excused > 0 ? ", \(excused) not run" : "")
  }

  /// Whether the page runs the lesson, or why it does not.
  private static func liveFacts(_ program: PageProgram?) -> [FactView] {
    guard let program else { return [] }
    let fact =
      program.size.map { "runs in this page, \($0)" }
      ?? "recorded only: \(program.refusal ?? "")"
    return [FactView(fact: fact, factClass: nil)]
  }

  private static func facts(_ outcome: LessonOutcome) -> [FactView] {
    let blocks = outcome.blocks
    let bad = blocks.filter { !$0.verdict.held }.count
    let wrong = outcome.references.filter { !$0.held }.count
    let matched = blocks.filter { $0.verdict == .matched }.count
    var facts: [FactView] = []
    if bad > 0 {
      facts.append(
        FactView(
          fact: "✕ \(bad) of \(blocks.count.of("block")) not as recorded",
          factClass: "bad"))
    } else if matched > 0 {
      facts.append(
        FactView(
          fact: "✓ \(matched.of("block"))"
            + (matched == blocks.count && matched > 1 ? ", all" : "")
            + " as recorded" + LessonPage.rest(blocks),
          factClass: "ok"))
    }
    if wrong > 0 {
      facts.append(
        FactView(
          fact: "✕ \(wrong.of("number")) not as the program says",
          factClass: "bad"))
    }
    facts.append(
      FactView(
        fact: "runs in \(outcome.seconds.running.seconds)", factClass: nil))
    return facts
  }
}

extension Page {
  static func lesson(
    _ text: LessonText, _ receipt: Receipt, _ tools: [ToolLink]
  ) -> Page {
    let lesson = text.entry.lesson
    return Page(
      kind: "lesson", address: text.entry.address, title: lesson.title,
      description: lesson.summary, hasContents: true,
      isLive: text.program?.bytes != nil
    ) {
      text.theme.render(
        .lesson, LessonPage(text, receipt: receipt, tools: tools))
    }
  }
}

extension Lesson {
  /// `05`, as one calls it on the command line.
  var shortName: String { String(fileName.prefix { $0.isNumber }) }

  /// How long it takes to read, at 200 words a minute, code included.
  var minutes: Int {
    let words = document.allNodes.map { node -> Int in
      let text: String
      switch node.kind {
      case .text(let words), .inlineCode(let words): text = words
      case .code("output", _, _): text = ""
      case .code(_, let code, _): text = code
      default: text = ""
      }
      return text.split(whereSeparator: \.isWhitespace).count
    }.reduce(0, +)
    return max(1, Int((Double(words) / 200).rounded()))
  }
}
