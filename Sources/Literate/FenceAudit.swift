// Every fence is accounted for.

/// The fences of some lessons, counted: every one is accounted for.
public struct FenceAudit: Equatable, Sendable, CustomStringConvertible {
  public private(set) var run = 0
  public private(set) var refused = 0
  public private(set) var stopped = 0
  public private(set) var excerpts = 0
  public private(set) var exercises = 0
  public private(set) var excused = 0
  public private(set) var recorded = 0
  public private(set) var failing = 0
  public private(set) var references = 0
  public private(set) var failingReferences = 0

  /// Lessons whose pages run them, and lessons whose pages do not.
  public private(set) var live = 0
  public private(set) var notLive = 0

  /// - Parameter programs: what the lessons' pages run, if that is known.
  public init(_ outcomes: [LessonOutcome], programs: [PageProgram] = []) {
    live = programs.count { $0.bytes != nil }
    notLive = programs.count - live
    for outcome in outcomes {
      outcome.blocks.forEach { count($0) }
      references += outcome.references.count
      failingReferences += outcome.references.count { !$0.held }
    }
  }

  private mutating func count(_ block: BlockOutcome) {
    guard block.verdict.held else {
      failing += 1
      return
    }
    if case .recorded = block.verdict {
      recorded += 1
      return
    }
    switch block.block.fence.role {
    case .runs, .timing: run += 1
    case .fails: refused += 1
    case .traps: stopped += 1
    case .excerpt: excerpts += 1
    case .exercise, .solution, .check, .wrong: exercises += 1
    case .illustration, .hint: excused += 1
    }
  }

  public var total: Int {
    run + refused + stopped + excerpts + exercises + excused + recorded
      + failing
  }

  /// `14 fences: 11 run, 1 checked to fail, 1 checked to stop, 1 excused; …`
  public var description: String {
    var parts = ["\(run) run"]
    if refused > 0 { parts.append("\(refused) checked to fail") }
    if stopped > 0 { parts.append("\(stopped) checked to stop") }
    if excerpts > 0 { parts.append("\(excerpts) as in the source") }
    if exercises > 0 { parts.append("\(exercises) of exercises") }
    if recorded > 0 { parts.append("\(recorded) recorded, not run here") }
    if excused > 0 { parts.append("\(excused) excused") }
    if failing > 0 { parts.append("\(failing) not as recorded") }
    let prose =
      references == 0
      ? ""
      : "; \(references) numbers and claims in the prose, "
        + (failingReferences == 0
          ? "all agree" : "\(failingReferences) do not hold")
    let pages =
      live + notLive == 0
      ? "" : "; \(live) of \(live + notLive) lessons run in their pages"
    return "\(total) fences: " + parts.joined(separator: ", ") + prose + pages
  }
}
