// Cuts a file of the library into comments and the lines they are about.

/// Reads a file's lines from its first to its last.
struct ChunkReader {
  private let lines: [SourceListing.Line]
  private(set) var head = ""
  private(set) var chunks: [SourceListing.Chunk] = []
  private var chunk = SourceListing.Chunk()
  private var paragraph: [String] = []
  private var anchors: Set<String> = []

  init(_ lines: [SourceListing.Line]) {
    self.lines = lines
  }

  mutating func read() {
    let start = lines.prefix {
      $0.comment != nil && !$0.isDocumentation && !$0.isMark
    }.count
    head = lines[..<start].map(\.words).joined(separator: "\n")
    for (index, line) in lines.enumerated().dropFirst(start) {
      if let mark = line.mark {
        finish()
        chunk.mark = mark
        chunk.markAnchor = anchor(mark)
      } else if line.comment != nil {
        if !chunk.lines.isEmpty { finish() }
        if index > 0, lines[index - 1].comment != nil,
          lines[index - 1].isDocumentation != line.isDocumentation
        {
          endParagraph()
        }
        paragraph.append(line.words)
      } else if line.isBlank {
        endParagraph()
        if !chunk.lines.isEmpty { chunk.lines.append(index + 1) }
      } else {
        chunk.lines.append(index + 1)
      }
    }
    finish()
  }

  /// Of a comment in two parts, each is a paragraph.
  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    let text = paragraph.joined(separator: "\n")
    chunk.comment += (chunk.comment.isEmpty ? "" : "\n\n") + text
    paragraph = []
  }

  private mutating func finish() {
    endParagraph()
    while let last = chunk.lines.last, lines[last - 1].isBlank {
      chunk.lines.removeLast()
    }
    readSign()
    if chunk != SourceListing.Chunk() { chunks.append(chunk) }
    chunk = SourceListing.Chunk()
  }

  /// `① Mix what is read`: a sign is about the lines down to the next that is
  /// empty, or less indented.
  private mutating func readSign() {
    guard let sign = chunk.comment.first, sign.isSign,
      let first = chunk.lines.first
    else { return }
    chunk.sign = sign
    chunk.comment = String(chunk.comment.dropFirst().drop { $0 == " " })
    let depth = lines[first - 1].indentation
    let end = chunk.lines.first {
      lines[$0 - 1].isBlank || lines[$0 - 1].indentation < depth
    }
    chunk.signed = first..<(end ?? chunk.lines[chunk.lines.count - 1] + 1)
  }

  private mutating func anchor(_ mark: String) -> String? {
    guard !mark.isEmpty else { return nil }
    let words = mark.lowercased().split { !$0.isLetter && !$0.isNumber }
    let plain = (["mark"] + words).joined(separator: "-")
    var (anchor, number) = (plain, 1)
    while !anchors.insert(anchor).inserted {
      number += 1
      anchor = "\(plain)-\(number)"
    }
    return anchor
  }
}

extension SourceListing.Line {
  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  fileprivate var indentation: Int { text.prefix { $0 == " " }.count }

  /// A comment without its strokes and the space behind them.
  fileprivate var words: String {
    guard let comment else { return "" }
    return String(comment.hasPrefix(" ") ? comment.dropFirst() : comment)
  }

  /// What a `// MARK: - Step` says.
  fileprivate var mark: String? {
    guard let comment, comment.hasPrefix(" MARK:") else { return nil }
    let name = comment.dropFirst(6).drop { $0 == " " || $0 == "-" }
    return String(name)
  }

  fileprivate var isMark: Bool { mark != nil }
}

extension Character {
  /// `①` to `⑳`
  fileprivate var isSign: Bool { ("①"..."⑳").contains(self) }
}
