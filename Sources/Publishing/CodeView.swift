// Code as a page shows it, its words told apart.

import Literate

/// Swift, coloured by its parser.
func swiftMarkup(_ code: String, squiggle: (line: Int, column: Int)? = nil)
  -> String
{
  let code = code.hasSuffix("\n") ? String(code.dropLast()) : code
  var (html, offset) = ("", 0)
  let marked = squiggle.flatMap {
    code.offset(line: $0.line, column: $0.column)
  }
  for span in CodeSpan.spans(of: code) {
    let bytes = Array(span.text.utf8)
    let range = offset..<offset + bytes.count
    offset = range.upperBound
    var text = span.text.escaped
    if let marked, range.contains(marked) {
      text = span.text.marked(at: marked - range.lowerBound)
    }
    html +=
      span.kind.map { "<span class=\"\($0.letter)\">\(text)</span>" } ?? text
  }
  return html
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
