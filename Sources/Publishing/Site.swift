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
  public init(
    course: Course, library: Library = Library(), outcomes: [LessonOutcome],
    receipt: Receipt, theme: Theme, typesetter: Typesetter
  ) throws(SiteError) {
    let atlas = Atlas(course, library: library)
    guard atlas.problems.isEmpty else { throw .problems(atlas.problems) }
    let outcomes = try Site.outcomes(outcomes, of: course)
    let typesetting = try typesetter.typeset(
      course.lessons.flatMap(\.formulas))
    let texts = zip(atlas.entries, outcomes).map {
      LessonText(
        entry: $0, outcome: $1, atlas: atlas, theme: theme,
        typesetting: typesetting)
    }
    var files = theme.files
    for text in texts {
      files[text.entry.address] = Site.page(
        text, course: course, receipt: receipt)
      files[text.entry.lesson.fileName] = Array(text.entry.lesson.source.utf8)
    }
    files["index.html"] = Site.home(course, atlas, outcomes, theme)
    let glossary = Glossary(atlas.entries, typesetting: typesetting)
    files.merge(Site.library(course, atlas, glossary, theme)) { $1 }
    files["search.js"] = Array(searchIndex(atlas, glossary).utf8)
    files["math.css"] = typesetting.style.map { Array($0.utf8) }
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

  private static func page(
    _ text: LessonText, course: Course, receipt: Receipt
  ) -> [UInt8] {
    let page = LessonPage(text, receipt: receipt)
    let layout = Layout(
      siteTitle: course.settings.title,
      pageTitle: "\(text.entry.lesson.title) · \(course.settings.title)",
      description: text.entry.lesson.summary, kind: "lesson",
      hasContents: true, content: text.theme.render(.lesson, page))
    return Array(text.theme.render(.layout, layout).utf8)
  }

  private static func home(
    _ course: Course, _ atlas: Atlas, _ outcomes: [LessonOutcome],
    _ theme: Theme
  ) -> [UInt8] {
    let page = HomePage(course.settings, atlas, outcomes)
    let layout = Layout(
      siteTitle: course.settings.title, pageTitle: course.settings.title,
      description: course.settings.summary, kind: "home",
      hasContents: false, content: theme.render(.home, page))
    return Array(theme.render(.layout, layout).utf8)
  }
}
