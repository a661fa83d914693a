// Code as a page shows it: its words told apart, its names linked.

import Foundation
import Literate

/// Swift, coloured by its parser, with names that lead somewhere, or with a
/// word that the compiler points to.
func swiftMarkup(
  _ code: String, links: [CodeLink] = [],
  squiggle: (line: Int, column: Int)? = nil
) -> String {
  let code = code.hasSuffix("\n") ? String(code.dropLast()) : code
  let spans = CodeSpan.spans(of: code)
  let marked = squiggle.flatMap {
    code.offset(line: $0.line, column: $0.column)
  }
  guard let marked else {
    return swiftLines(spans, links: links).joined(separator: "\n")
  }
  var (html, offset) = ("", 0)
  for span in spans {
    let range = offset..<offset + span.text.utf8.count
    offset = range.upperBound
    html += span.markup(
      range.contains(marked)
        ? span.text.marked(at: marked - range.lowerBound)
        : span.text.escaped)
  }
  return html
}

/// The lines of coloured Swift, each with its elements closed.
///
/// - Parameter links: in the order of their bytes.
func swiftLines(_ spans: [CodeSpan], links: [CodeLink]) -> [String] {
  var (lines, offset) = ([""], 0)
  var rest = links[...]
  for span in spans {
    let bytes = Array(span.text.utf8)
    let end = offset + bytes.count
    func add(_ range: Range<Int>, _ link: CodeLink? = nil) {
      let text = String(
        decoding: bytes[range.lowerBound - offset..<range.upperBound - offset],
        as: UTF8.self)
      let parts = text.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append("") }
        guard !part.isEmpty else { continue }
        let html = String(part).escaped
        lines[lines.count - 1] +=
          link.map { span.markup(html, link: $0) } ?? span.markup(html)
      }
    }
    var start = offset
    while let link = rest.first, link.range.upperBound <= end {
      rest.removeFirst()
      guard link.range.lowerBound >= start else { continue }
      add(start..<link.range.lowerBound)
      add(link.range, link)
      start = link.range.upperBound
    }
    add(start..<end)
    offset = end
  }
  return lines
}

extension CodeSpan {
  fileprivate func markup(_ html: String) -> String {
    kind.map { "<span class=\"\($0.letter)\">\(html)</span>" } ?? html
  }

  /// A name, and where it leads.
  fileprivate func markup(_ html: String, link: CodeLink) -> String {
    "<a class=\"d\(kind.map { " \($0.letter)" } ?? "")\" "
      + "href=\"\(link.address.escaped)\" title=\"\(link.title.escaped)\">"
      + "\(html)</a>"
  }
}

extension String {
  /// Of links in code that lead to the same place, the first can be reached
  /// with the keyboard; a page of code would otherwise be a page of stops.
  var withOneStopForEachName: String {
    let start = "<a class=\"d"
    let parts = components(separatedBy: start)
    var seen: Set<Substring> = []
    var html = parts[0]
    for part in parts.dropFirst() {
      // The rest of the class, ` href=`, and the address.
      let words = part.split(
        separator: "\"", maxSplits: 3, omittingEmptySubsequences: false)
      let isFirst = words.count < 3 || seen.insert(words[2]).inserted
      html += (isFirst ? start : "<a tabindex=\"-1\" class=\"d") + part
    }
    return html
  }
}

/// Other languages: only what stands behind `#` is told apart.
func plainMarkup(_ code: String, language: String) -> String {
  let code = code.hasSuffix("\n") ? String(code.dropLast()) : code
  guard ["python", "sh", "bash", "console", "yaml"].contains(language) else {
    return code.escaped
  }
  return code.split(separator: "\n", omittingEmptySubsequences: false)
    .map { line in
      guard let start = line.comment else { return String(line).escaped }
      return String(line[..<start]).escaped
        + "<span class=\"c\">\(String(line[start...]).escaped)</span>"
    }.joined(separator: "\n")
}

extension CodeSpan.Kind {
  /// The class of the theme.
  fileprivate var letter: String {
    switch self {
    case .keyword: "k"
    case .type: "t"
    case .string: "s"
    case .number: "n"
    case .comment: "c"
    }
  }
}

extension Substring {
  /// Where a comment begins: a `#` after a space, outside quotation marks.
  fileprivate var comment: Index? {
    var (quote, last) = (Character?.none, Character(" "))
    for index in indices {
      let letter = self[index]
      if letter == "#", quote == nil, last == " " { return index }
      if letter == quote {
        quote = nil
      } else if quote == nil, letter == "\"" || letter == "'" {
        quote = letter
      }
      last = letter
    }
    return nil
  }
}

extension String {
  /// The byte at a line and a column, both from 1.
  fileprivate func offset(line: Int, column: Int) -> Int? {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1), column >= 1,
      column <= lines[line - 1].utf8.count
    else { return nil }
    return lines[..<(line - 1)].map { $0.utf8.count + 1 }.reduce(0, +) + column
      - 1
  }

  /// The word, or the sign, at a byte, underlined.
  fileprivate func marked(at byte: Int) -> String {
    let bytes = Array(utf8)
    let isWord = { (byte: UInt8) in
      byte >= 128
        || Character(
          UnicodeScalar(byte)
        ).isLetter || (48...57).contains(byte) || byte == 95
    }
    var end = byte + 1
    if isWord(bytes[byte]) {
      while end < bytes.count, isWord(bytes[end]) { end += 1 }
    }
    let part = { (range: Range<Int>) in
      String(decoding: bytes[range], as: UTF8.self).escaped
    }
    return part(0..<byte)
      + "<span class=\"squiggle\">\(part(byte..<end))</span>"
      + part(end..<bytes.count)
  }
}
