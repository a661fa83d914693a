// A file's lines as byte ranges: what positions and edits are counted in.

import CommonMark

/// Where each line of a text begins, in bytes.
struct SourceLines {
  let bytes: [UInt8]
  /// The first byte of each line, and the end of the text.
  private let starts: [Int]

  /// Lines end as cmark counts them: with ⏎, with ␍⏎, or with ␍ alone.
  init(_ source: String) {
    bytes = Array(source.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isAlone = index + 1 == bytes.count || bytes[index + 1] != 10
      if byte == 10 || (byte == 13 && isAlone) { starts.append(index + 1) }
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  /// The bytes of lines `first` to `last`, from 1, line ends included.
  func range(_ first: Int, through last: Int) -> Range<Int> {
    starts[min(first - 1, count)]..<starts[min(max(last, first - 1), count)]
  }

  /// A line's text, without its end.
  func text(_ line: Int) -> String {
    var content = bytes[range(line, through: line)]
    while let last = content.last, last == 10 || last == 13 {
      content.removeLast()
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Whether the last line of a fenced block is its closing fence: at least
  /// as long as the opening one, as deep in quotes, and nothing else.
  func closesFence(_ place: Place) -> Bool {
    guard place.endLine > place.line, place.endLine <= count else {
      return false
    }
    let opening = fence(place.line)
    let whole = text(place.endLine)
    let line = whole.drop { " \t>".contains($0) }
    let before = text(place.line).prefix { !"`~".contains($0) }
    guard quotes(before) == quotes(whole.prefix(whole.count - line.count))
    else { return false }
    let closing = line.prefix { !" \t".contains($0) }
    return closing.count >= opening.count
      && closing.allSatisfy { $0 == opening.first }
      && line.dropFirst(closing.count).allSatisfy { " \t".contains($0) }
  }

  private func quotes(_ text: Substring) -> Int {
    text.count { $0 == ">" }
  }

  /// The backticks or tildes of the fence on a line.
  func fence(_ line: Int) -> String {
    let rest = text(line).drop { !"`~".contains($0) }
    return String(rest.prefix { $0 == rest.first })
  }

  /// Whether nothing stands between two lines, but for marks of a quote.
  func areBlank(from line: Int, to next: Int) -> Bool {
    line < next
      && (line + 1..<next).allSatisfy {
        text($0).allSatisfy { " \t>".contains($0) }
      }
  }
}
