// What keeps a site from being built: facts here, words below.

import Literate

/// What went wrong while a site was built. The last good site still stands.
public enum SiteError: Error, Equatable, Sendable {
  /// Links, formulas or pictures of lessons that cannot be published.
  case problems([Problem])
  /// A file of the theme is missing.
  case missing(file: String)
  /// A template cannot be read, at this line.
  case template(file: String, line: Int?, reason: String)
  /// A lesson was not run.
  case noOutcome(lesson: String)
  /// Node.js is not installed.
  case noNode
  /// Node.js does not find the KaTeX package.
  case noKaTeX
  /// The script that sets formulas failed.
  case formulas(reason: String)
  /// The folder holds something that is no site.
  case notASite(path: String)
  /// Pages cannot be written.
  case unwritable(path: String, reason: String)
}

extension SiteError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .problems(let problems):
      problems.map(\.description).joined(separator: "\n")
    case .missing(let file):
      "\(file): error: the theme needs this file, and it is not there; "
        + "restore it from the repository"
    case .template(let file, let line, let reason):
      "\(file)\(line.map { ":\($0)" } ?? ""): error: this template cannot be "
        + "read: \(reason)"
    case .noOutcome(let lesson):
      "\(lesson): error: a page shows what a lesson's blocks did, and this "
        + "lesson was not run; build the site from a run of every lesson"
    case .noNode:
      "error: the lessons have formulas, and Node.js, which sets them, is not "
        + "installed; install it (apt install nodejs, brew install node)"
    case .noKaTeX:
      "error: the lessons have formulas, and KaTeX, which sets them, is not "
        + "installed; install it (apt install katex libjs-katex, or "
        + "npm install --prefix .build/katex katex)"
    case .formulas(let reason):
      "error: the formulas could not be set: \(reason)"
    case .notASite(let path):
      "\(path): error: there is something here that is not a site, and a site "
        + "would take its place; name a new or empty folder"
    case .unwritable(let path, let reason):
      "\(path): error: the site cannot be written here: \(reason); the last "
        + "one, if there was one, still stands"
    }
  }
}
