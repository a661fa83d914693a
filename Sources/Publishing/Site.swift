// The walk of the site: Lesson + Outcomes → Page → Site, as values. Writing
// to disk is the last line. Next: Atlas.swift.

import Literate

/// A site: the bytes of every file, by its path.
///
///     let site = try Site(
///       course: course, outcomes: outcomes,
///       receipt: Receipt(compiler: "Swift 6.3.1"),
///       theme: Theme(folder: "Site/theme"),
///       typesetter: Typesetter(theme: "Site/theme", cache: ".build/site"))
///     try site.write(to: "Site/public")
public struct Site: Equatable, Sendable {
  public let files: [String: [UInt8]]

  /// - Parameters:
  ///   - outcomes: one of each lesson of the course, in any order.
  ///   - library: what lessons link against, if it has pages.
  ///   - programs: what lessons' pages run, by the lessons' slugs.
  ///   - packages: the lessons as packages, to be taken home.
  ///   - base: where it is hosted. What needs a full address is left out
  ///     without.
  public init(
    course: Course, library: Library = Library(), outcomes: [LessonOutcome],
    programs: [String: PageProgram] = [:], receipt: Receipt, theme: Theme,
    typesetter: Typesetter, packages: LessonPackages? = nil,
    base: BaseURL? = nil
  ) throws(SiteError) {
    let atlas = Atlas(course, library: library)
    guard atlas.problems.isEmpty else { throw .problems(atlas.problems) }
    let outcomes = try Site.outcomes(outcomes, of: course)
    let typesetting = try typesetter.typeset(
      course.lessons.flatMap(\.formulas))
    let texts = Array(zip(atlas.entries, outcomes)).inParallel {
      LessonText(
        entry: $0, outcome: $1, atlas: atlas, theme: theme,
        typesetting: typesetting, program: programs[$0.lesson.slug])
    }
    let problems =
      texts.flatMap(\.pictureProblems) + course.settingsProblems
    guard problems.isEmpty else { throw .problems(problems) }
    let glossary = Glossary(atlas.entries, typesetting: typesetting)
    // Each kind of page is a line here; they are made side by side.
    let pages: [Page] =
      [.home(course.settings, atlas, outcomes, theme)]
      + texts.map { text in
        Page.lesson(
          text, receipt, text.tools(course.settings, packages: packages))
      }
      + .library(atlas, theme)
      + [
        .exercises(texts, receipt, theme),
        .glossary(glossary, theme),
        .receipts(texts, receipt, theme),
        .book(texts, atlas, course.settings, receipt, theme),
        .changes(receipt, atlas, theme, base: base),
        .missing(theme),
      ].compactMap(\.self)
    let frame = Layout.Site(
      title: course.settings.title, theme: theme, base: base, pages: pages)
    var files = theme.files
    files.merge(pages.rendered(in: frame)) { $1 }
    for lesson in course.lessons {
      files[lesson.fileName] = Array(lesson.source.utf8)
    }
    for text in texts {
      if let file = text.programFile, let bytes = text.program?.bytes {
        files[file] = programScript(bytes)
      }
    }
    files.merge(packages?.archives ?? [:]) { $1 }
    files["search.js"] = Array(searchIndex(atlas, glossary).utf8)
    files["math.css"] = typesetting.style.map { Array($0.utf8) }
    if let base {
      files.merge(signposts(to: pages, at: base)) { $1 }
      files["feed.xml"] = Array(
        feed(receipt.changes, title: course.settings.title, at: base).utf8)
    }
    self.files = files
  }

  /// The outcome of each lesson, in the lessons' order.
  private static func outcomes(
    _ outcomes: [LessonOutcome], of course: Course
  ) throws(SiteError) -> [LessonOutcome] {
    var ordered: [LessonOutcome] = []
    for lesson in course.lessons {
      guard let outcome = outcomes.first(where: { $0.lesson == lesson })
      else { throw .noOutcome(lesson: lesson.path) }
      ordered.append(outcome)
    }
    return ordered
  }
}
