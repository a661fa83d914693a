// Keys of `unrolled.yml` that mean nothing: a slip, found before it matters.

import Yams

/// The keys a place in the settings may have, and what stands below each.
indirect enum SettingsKeys: Sendable {
  /// Anything may stand here.
  case anything
  /// These keys, and no others.
  case keys([String: SettingsKeys])
  /// Any names, each with this below.
  case names(SettingsKeys)
  /// A list of such.
  case list(SettingsKeys)

  static let all = keys([
    "title": .anything, "summary": .anything, "product": .anything,
    "repository": .anything,
    "hero": keys([
      "lesson": .anything, "figure": .anything, "caption": .anything,
    ]),
    "environment": .names(.anything), "imports": .list(.anything),
    "parts": .list(
      keys(["title": .anything, "summary": .anything, "lessons": .anything])),
    "data": .names(
      keys([
        "title": .anything, "archive": .anything,
        "files": .names(
          keys([
            "sha256": .anything, "url": .anything,
            "rows": .list(keys(["files": .anything, "row": .anything])),
          ])),
      ])),
    "library": .keys([
      "rooms": .list(keys(["folder": .anything, "summary": .anything])),
      "walk": .list(keys(["name": .anything, "file": .anything])),
    ]),
  ])

  /// The unknown keys of a file's text, each with its place.
  func problems(in text: String, path: String) -> [Problem] {
    // What cannot be read at all is reported by whoever decodes it.
    guard let node = try? Yams.compose(yaml: text) else { return [] }
    return problems(in: node, path: path)
  }

  private func problems(in node: Yams.Node, path: String) -> [Problem] {
    switch self {
    case .anything: []
    case .list(let below):
      (node.sequence.map(Array.init) ?? []).flatMap {
        below.problems(in: $0, path: path)
      }
    case .names(let below):
      (node.mapping.map(Array.init) ?? []).flatMap {
        below.problems(in: $0.value, path: path)
      }
    case .keys(let known):
      (node.mapping.map(Array.init) ?? []).flatMap { key, value in
        let name = key.string ?? ""
        return known[name]?.problems(in: value, path: path)
          ?? [SettingsKeys.problem(name, key, Array(known.keys), path)]
      }
    }
  }

  private static func problem(
    _ name: String, _ key: Yams.Node, _ known: [String], _ path: String
  ) -> Problem {
    let known = known.sorted()
    return Problem(
      path: path, line: key.mark?.line, column: key.mark?.column,
      message: "there is no setting “\(name)” here"
        + (name.nearest(among: known).map { "; did you mean “\($0)”?" }
          ?? "; there are " + known.joined(separator: ", ")))
  }
}
