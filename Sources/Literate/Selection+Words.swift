// Reads what the command line names.

import CommonMark

extension Course {
  /// The lessons and blocks that some words name; every lesson for none.
  ///
  ///     07  padding-and-masks  07-padding-and-masks.md    a lesson
  ///     07#3                                              its third block
  ///     07#why-masks  "07#Why masks"  "Why masks"         a section
  ///
  /// - Throws: a problem that says what there is.
  public func selections(_ words: [String]) throws(Problem) -> [Selection] {
    guard !words.isEmpty else { return lessons.map { Selection($0) } }
    var chosen: [Selection] = []
    for word in words {
      for found in try selections(named: word) {
        if let index = chosen.firstIndex(where: {
          $0.lesson == found.lesson
        }) {
          chosen[index].add(found)
        } else {
          chosen.append(found)
        }
      }
    }
    return chosen
  }

  private func selections(named word: String) throws(Problem) -> [Selection] {
    let whole = lessons(named: word).map { Selection($0) }
    if !whole.isEmpty { return whole }
    guard let hash = word.firstIndex(of: "#") else {
      let sections = lessons.compactMap { Selection($0, heading: word) }
      guard sections.isEmpty else { return sections }
      throw unknown(word)
    }
    let name = String(word[..<hash])
    let place = String(word[word.index(after: hash)...])
    let named = lessons(named: name)
    guard !named.isEmpty else { throw unknown(name) }
    return try named.map { lesson throws(Problem) in
      try lesson.selection(of: place)
    }
  }

  private func unknown(_ name: String) -> Problem {
    let hint =
      name.nearest(among: lessons.map(\.slug))
      .map { "; did you mean “\($0)”?" }
      ?? "; there are " + lessons.map(\.fileName).joined(separator: ", ")
    return Problem(
      path: folder, message: "no lesson is called “\(name)”" + hint)
  }
}

extension Lesson {
  /// The block of a number, or the section of a heading.
  func selection(of place: String) throws(Problem) -> Selection {
    if let number = Int(place) {
      if let found = Selection(self, block: number) { return found }
      throw Problem(
        path: path,
        message: "there is no block \(number) in this lesson; it has "
          + (blocks.isEmpty ? "none" : "1 to \(blocks.count)"))
    }
    if let found = Selection(self, heading: place) { return found }
    throw Problem(
      path: path,
      message: "there is no heading “\(place)” in this lesson; there are "
        + headings.map(\.words).joined(separator: " · "))
  }

  /// The lesson down to a block, or down to the last block of a section.
  public func through(_ place: String) throws(Problem) -> Lesson {
    let selection = try selection(of: place)
    guard let last = blocks.last(where: selection.contains) else {
      throw Problem(
        path: path, message: "there is no block under “\(place)”")
    }
    return try through(last)
  }

  /// The lesson down to a block, and the output under it. What the prose says
  /// of blocks further down is left out with them.
  func through(_ last: Block) throws(Problem) -> Lesson {
    let lines = SourceLines(source)
    let end = last.recorded?.place.endLine ?? last.place.endLine
    let bytes = lines.bytes[..<lines.range(1, through: end).upperBound]
    do {
      return try Lesson(
        path: path, source: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw error.problems[0]
    }
  }
}
