// The edits that record outputs. Next: Acceptance+Reading.swift.

import CommonMark

extension BlockOutcome {
  /// What its output, or an excerpt's code, has to become; nil if it holds,
  /// or lacks something else.
  var accepted: String? {
    switch verdict {
    case .differed(let difference):
      block.fence.role == .fails ? text : difference.accepted
    case .unrecorded: text
    case .printedNothing: ""
    default: nil
    }
  }
}

extension Acceptance.Edit {
  /// The edit that records a block's output, if that is what it lacks.
  init?(_ outcome: BlockOutcome, in lines: SourceLines) {
    let block = outcome.block
    guard let text = outcome.accepted else { return nil }
    switch (block.recorded, text.isEmpty) {
    case _ where block.fence.isExcerpt:
      self.init(showing: text, in: block, of: lines)
    case (let recorded?, false):
      self.init(replacing: recorded, of: block, with: text, in: lines)
    case (let recorded?, true):
      self.init(removing: recorded, of: block, in: lines)
    case (nil, _):
      self.init(recording: text, under: block, in: lines)
    }
  }

  /// Takes over what the source says now.
  private init(
    showing section: String, in block: Block, of lines: SourceLines
  ) {
    let place = block.place
    var content = section.lines
    while content.last == "" { content.removeLast() }
    range = lines.range(place.line + 1, through: place.endLine - 1)
    replacement = lines.written(content, like: place.line)
    words = "line \(place.line): takes over what the source says"
  }

  private init(
    replacing recorded: Recorded, of block: Block, with text: String,
    in lines: SourceLines
  ) {
    let place = recorded.place
    // The fences stay as their author wrote them, while they still enclose.
    let fence = lines.fence(place.line)
    if text.contains(fence) {
      range = lines.range(place.line, through: place.endLine)
      replacement = fenced(text, like: lines, line: place.line)
    } else {
      range = lines.range(place.line + 1, through: place.endLine - 1)
      replacement = lines.written(text.lines, like: place.line)
    }
    words = "line \(place.line): records the output of block \(block.number)"
  }

  /// Takes the output away, with the empty lines between it and its block.
  private init(
    removing recorded: Recorded, of block: Block, in lines: SourceLines
  ) {
    let place = recorded.place
    range = lines.range(block.place.endLine + 1, through: place.endLine)
    replacement = ""
    words =
      "line \(place.line): removes the output of block "
      + "\(block.number), which prints nothing"
  }

  private init(
    recording text: String, under block: Block, in lines: SourceLines
  ) {
    let end = lines.range(block.place.endLine, through: block.place.endLine)
      .upperBound
    range = end..<end
    replacement =
      lines.written([""], like: block.place.line)
      + fenced(text, like: lines, line: block.place.line)
    words =
      "line \(block.place.endLine + 1): records the output of block "
      + "\(block.number) for the first time"
  }
}

/// An output fence around `text`, indented or quoted as the fence on `line`.
private func fenced(_ text: String, like lines: SourceLines, line: Int)
  -> String
{
  var ticks = "```"
  while text.contains(ticks) { ticks += "`" }
  return lines.written([ticks + "output"] + text.lines + [ticks], like: line)
}

extension SourceLines {
  /// Lines as bytes of this file, indented or quoted as the fence on `line`.
  func written(_ content: [String], like line: Int) -> String {
    let prefix = String(
      text(line).prefix { !"`~".contains($0) }
        .map { $0 == ">" || $0 == "\t" ? $0 : " " })
    var bare = prefix  // no white space at the end of an empty line
    while bare.last?.isWhitespace ?? false { bare.removeLast() }
    let end = ending(of: line)
    return content.map { ($0.isEmpty ? bare : prefix + $0) + end }.joined()
  }

  /// How a line ends, or the first one, where the file ends without an end.
  private func ending(of line: Int) -> String {
    let end = bytes[range(line, through: line)].suffix(2)
    if end == [13, 10] { return "\r\n" }
    if end.last == 13 { return "\r" }
    return end.last == 10 || line == 1 ? "\n" : ending(of: 1)
  }
}
