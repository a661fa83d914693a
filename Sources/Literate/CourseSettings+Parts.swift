// One more lesson in `unrolled.yml`, and no other byte changed.

import Yams

extension CourseSettings {
  /// The part of a title, or that of a lesson, or the last.
  func part(
    called title: String?, after slug: String?, path: String
  ) throws(Problem) -> Int {
    if let title {
      let found = parts.firstIndex {
        $0.title.lowercased() == title.lowercased()
      }
      if let found { return found }
      throw Problem(
        path: path,
        message: "there is no part “\(title)”; there are "
          + parts.map(\.title).joined(separator: ", "))
    }
    if let slug,
      let found = parts.firstIndex(where: { $0.lessons.contains(slug) })
    {
      return found
    }
    guard !parts.isEmpty else {
      throw Problem(
        path: path,
        message: "there are no parts here yet; a part has a title, a summary "
          + "and lessons: []")
    }
    return parts.count - 1
  }

  /// The text of these settings with one more slug at the end of a part.
  ///
  /// Its place is where the YAML parser saw the list; the result is read
  /// again, and must say this and nothing else.
  func adding(
    _ slug: String, toPart index: Int, of text: String, path: String
  ) throws(Problem) -> String {
    var wanted = self
    wanted.parts[index].lessons.append(slug)
    let result = adding(slug, toPart: index, of: text)
    if let result,
      let read = try? YAMLDecoder().decode(CourseSettings.self, from: result),
      read == wanted
    {
      return result
    }
    throw Problem(
      path: path,
      message: "“\(slug)” cannot be put into the part "
        + "“\(parts[index].title)” as this file is written; add it yourself, "
        + "and then make the lesson")
  }

  private func adding(_ slug: String, toPart index: Int, of text: String)
    -> String?
  {
    guard let root = try? Yams.compose(yaml: text),
      let part = root["parts"]?.sequence?[index],
      let list = part["lessons"]?.sequence, let start = list.mark
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.unicodeScalars) }
    func insert(_ words: String, line: Int, column: Int) -> String? {
      guard lines.indices.contains(line), column <= lines[line].count else {
        return nil
      }
      lines[line].insert(contentsOf: words.unicodeScalars, at: column)
      return lines.map { line in
        var text = String.UnicodeScalarView()
        text.append(contentsOf: line)
        return String(text)
      }.joined(separator: "\n")
    }
    guard let last = Array(list).last else {
      return insert(slug, line: start.line - 1, column: start.column)
    }
    guard let mark = last.mark, let word = last.string else { return nil }
    let line = mark.line - 1
    // Without brackets, each item has a line of its own, behind a hyphen.
    let opening = lines[start.line - 1].dropFirst(start.column - 1).first
    if opening != "[" {
      let indent = String(repeating: " ", count: max(0, mark.column - 3))
      return insert(
        "\n\(indent)- \(slug)", line: line, column: lines[line].count)
    }
    return insert(
      ", \(slug)", line: line,
      column: mark.column - 1 + word.unicodeScalars.count)
  }
}
