// What was done for each lesson, all on one page. Next: ChangesPage.swift.

import Literate

/// What the receipts template is filled in with.
struct ReceiptsPage: Sendable {
  let compiler: String
  let audit: String
  let kinds: [String]
  /// Whether lessons were compiled for their pages.
  let isLive: Bool
  let rows: [Row]
  let totals: [String]

  struct Row: Sendable {
    let linkAddress: String
    let linkTitle: String
    let linkNumber: String
    let isBad: Bool
    let state: String
    let commit: String
    let seconds: [String]
    let origin: String
    /// How large the program of its page is.
    let program: String
    /// How many fences of each kind.
    let counts: [String]
    let references: String
  }

  init(_ texts: [LessonText], _ receipt: Receipt) {
    compiler = receipt.compiler
    let outcomes = texts.map(\.outcome)
    let programs = texts.compactMap(\.program)
    isLive = !programs.isEmpty
    audit = "\(FenceAudit(outcomes, programs: programs))"
    let all = ReceiptsPage.counts(FenceAudit(outcomes))
    let used = all.indices.filter { all[$0].count > 0 }
    kinds = used.map { all[$0].kind }
    totals = used.map { all[$0].count.grouped }
    rows = texts.map { text in
      let counts = ReceiptsPage.counts(FenceAudit([text.outcome]))
      return Row(text, receipt, counts: used.map { counts[$0].count })
    }
  }

  private static func counts(
    _ audit: FenceAudit
  ) -> [(kind: String, count: Int)] {
    [
      ("run", audit.run), ("must not compile", audit.refused),
      ("must stop", audit.stopped), ("of the source", audit.excerpts),
      ("of exercises", audit.exercises), ("recorded", audit.recorded),
      ("excused", audit.excused), ("✕ not as recorded", audit.failing),
    ]
  }
}

extension ReceiptsPage.Row {
  fileprivate init(_ text: LessonText, _ receipt: Receipt, counts: [Int]) {
    let outcome = text.outcome
    linkAddress = "\(text.entry.address)#receipt"
    linkTitle = text.entry.lesson.title
    linkNumber = text.entry.number
    isBad = !outcome.held
    state = outcome.held ? "✓ holds" : "✕ does not hold"
    commit = receipt.commits[outcome.lesson.path] ?? "not yet committed"
    seconds = [
      outcome.seconds.compiling.seconds, outcome.seconds.running.seconds,
    ]
    origin = outcome.isRemembered ? "remembered" : "run anew"
    program = text.program?.size ?? "–"
    self.counts = counts.map { $0 == 0 ? "–" : $0.grouped }
    let wrong = outcome.references.filter { !$0.held }.count
    references =
      outcome.references.isEmpty
      ? "–"
      : outcome.references.count.grouped
        + (wrong > 0 ? ", ✕ \(wrong.grouped) not so" : "")
  }
}

extension Page {
  static func receipts(
    _ texts: [LessonText], _ receipt: Receipt, _ theme: Theme
  ) -> Page {
    Page(
      kind: "receipts", address: "receipts.html", title: "Receipts",
      description: "What was compiled, run and checked for every lesson when "
        + "these pages were built.", link: .footer("Receipts")
    ) {
      theme.render(.receipts, ReceiptsPage(texts, receipt))
    }
  }
}
