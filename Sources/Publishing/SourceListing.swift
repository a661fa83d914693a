// A file of the library, its comments beside its code. Next:
// SourceComment.swift.

import Literate

/// A file, cut where a comment begins.
struct SourceListing: Sendable {
  let file: SourceFile
  /// Its words, told apart.
  let spans: [CodeSpan]
  /// The comment at the file's head.
  let head: String
  let chunks: [Chunk]
  /// How many lines the file has.
  let count: Int
  /// By what each declaration is found on the page.
  let anchors: [Declaration: String]

  /// A comment, and the lines it is about.
  struct Chunk: Equatable, Sendable {
    /// As Markdown.
    var comment = ""
    /// What a `// MARK: -` above it says; empty for a mere line.
    var mark: String?
    var markAnchor: String?
    /// The sign the comment begins with, which other comments share.
    var sign: Character?
    /// The lines, from 1.
    var lines: [Int] = []
    /// Those of them the sign is about.
    var signed: Range<Int>?
  }

  init(_ file: SourceFile) {
    self.file = file
    spans = file.spans
    let lines = SourceListing.lines(of: file, spans)
    count = lines.count
    var reader = ChunkReader(lines)
    reader.read()
    head = reader.head
    chunks = reader.chunks
    anchors = SourceListing.anchors(file.declarations, chunks)
  }

  var address: String { SourceListing.address(of: file.path) }

  /// A path as the name of a page.
  static func address(of path: String) -> String {
    let letters = path.map { letter -> Character in
      if letter == "/" { return "." }
      let isPlain = letter.isASCII && (letter.isLetter || letter.isNumber)
      return isPlain || "._+-".contains(letter) ? letter : "-"
    }
    return String(letters) + ".html"
  }

  /// Whether its page has such a part: a line, a declaration, a section.
  func has(anchor: String) -> Bool {
    chunks.contains {
      $0.markAnchor == anchor
        || $0.lines.contains { "L\($0)" == anchor }
    } || anchors.values.contains(anchor)
  }

  // MARK: - Lines

  /// A line of a file.
  struct Line {
    let text: String
    /// What a line says that is nothing but a comment.
    let comment: Substring?
    /// It has three strokes.
    let isDocumentation: Bool
  }

  /// A comment is where the parser sees one: `//` in a string is none.
  private static func lines(
    of file: SourceFile, _ spans: [CodeSpan]
  ) -> [Line] {
    var comments: Set<Int> = []
    var offset = 0
    for span in spans {
      let count = span.text.utf8.count
      if span.kind == .comment {
        comments.formUnion(offset..<offset + count)
      }
      offset += count
    }
    var start = 0
    var lines: [Line] = []
    for text in file.code.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let indent = text.prefix { $0 == " " }.utf8.count
      let words = text.drop { $0 == " " }
      let isComment =
        words.hasPrefix("//") && comments.contains(start + indent)
      let isDocumentation = isComment && words.hasPrefix("///")
      lines.append(
        Line(
          text: String(text),
          comment: isComment
            ? words.dropFirst(isDocumentation ? 3 : 2) : nil,
          isDocumentation: isDocumentation))
      start += text.utf8.count + 1
    }
    if lines.last?.text.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  // MARK: - Anchors

  private static func anchors(
    _ declarations: [Declaration], _ chunks: [Chunk]
  ) -> [Declaration: String] {
    var taken = Set(chunks.compactMap(\.markAnchor))
    var anchors: [Declaration: String] = [:]
    for declaration in declarations where anchors[declaration] == nil {
      let path = declaration.path
      let isPlain = path.allSatisfy {
        $0.isLetter || $0.isNumber || $0 == "_" || $0 == "."
      }
      // Operators have no name to be found by.
      guard isPlain, !path.isLineName else {
        anchors[declaration] = "L\(declaration.line)"
        continue
      }
      var (anchor, number) = (path, 1)
      while !taken.insert(anchor).inserted {
        number += 1
        anchor = "\(path)-\(number)"
      }
      anchors[declaration] = anchor
    }
    return anchors
  }
}

extension String {
  /// What lines and other parts of the page are called.
  fileprivate var isLineName: Bool {
    wholeMatch(of: /L\d+|main|contents|tip/) != nil
  }
}
