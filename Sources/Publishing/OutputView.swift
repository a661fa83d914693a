// What a block printed, and how that compares with what was recorded. Next:
// OutputWords.swift.

import Literate

/// What the output template is filled in with.
struct OutputView: Sendable {
  let label: String
  let state: String
  /// `ok`, `kept` or `bad`.
  let stateClass: String
  let pieces: [Piece]

  struct Piece: Sendable {
    var text: String?
    /// Long messages are wrapped, tables are not.
    var wraps = false
    /// Lines drawn with characters have to meet.
    var hasBoxes = false
    var difference: String?
    var figure: FigureView?
  }

  /// Nil for a block that is as it should be and printed nothing.
  init?(_ outcome: BlockOutcome, firstFigure: Int) {
    pieces = OutputView.pieces(outcome, firstFigure: firstFigure)
    if pieces.isEmpty, outcome.verdict.held { return nil }
    label = outcome.label
    state = outcome.state
    stateClass = outcome.stateClass
  }

  private static func pieces(
    _ outcome: BlockOutcome, firstFigure: Int
  ) -> [Piece] {
    let printed = pieces(
      outcome.output, isMessage: outcome.isMessage, firstFigure: firstFigure)
    let recorded = outcome.block.recorded?.text
    switch outcome.verdict {
    case .matched where outcome.block.fence.role == .fails:
      // The lesson may have recorded the telling part of a long message.
      return recorded.map { [.message($0)] } ?? printed
    case .excused, .recorded:
      return recorded.map { [.printed($0)] } ?? []
    case .matched where outcome.block.fence.isExcerpt: return []
    case .differed(let difference), .unsteady(let difference):
      let figures = printed.filter { $0.figure != nil }
      return [Piece(difference: difference.markup)] + figures
    case .printedNothing:
      let lines = (recorded ?? "").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      return [
        Piece(difference: Difference(recorded: lines, printed: []).markup)
      ]
    case .didNotCompile(let diagnostics):
      return [
        .message(
          diagnostics.map { "line \($0.line): error: \($0.message)" }
            .joined(separator: "\n"))
      ]
    case .trapped(let trap):
      let line = trap.line.map { "line \($0): " } ?? ""
      return printed + [.message(line + trap.message)]
    case .failedCheck(let trap): return printed + [.message(trap.message)]
    case .noSource(let words): return [.message(words)]
    case .matched, .varies, .unrecorded, .timedOut, .exited, .compiled,
      .returned, .passed, .notRun:
      return printed
    }
  }

  private static func pieces(
    _ output: [OutputPiece], isMessage: Bool, firstFigure: Int
  ) -> [Piece] {
    var (pieces, number) = ([Piece](), firstFigure)
    for piece in output {
      switch piece {
      case .text(var text):
        while text.hasSuffix("\n") { text.removeLast() }
        guard !text.isEmpty else { continue }
        pieces.append(isMessage ? .message(text) : .printed(text))
      case .picture:
        let figure = FigureView(
          figureNumber: number, alternative: piece.alternative ?? "",
          markup: piece.markup ?? "")
        pieces.append(Piece(figure: figure))
        number += 1
      }
    }
    return pieces
  }
}

extension OutputView.Piece {
  /// What is wider than any table of ours is a sentence.
  static func printed(_ text: String) -> Self {
    let hasBoxes = text.contains { "│┃".contains($0) }
    let isWide = text.split(separator: "\n").contains { $0.count > 76 }
    return .init(
      text: text.escaped, wraps: isWide && !hasBoxes, hasBoxes: hasBoxes)
  }

  /// What a compiler or a stopping program says: the word error stands out.
  fileprivate static func message(_ text: String) -> Self {
    var html = text.escaped
    for word in ["fatal error:", "error:"] {
      guard let range = html.firstRange(of: word) else { continue }
      html.replaceSubrange(range, with: "<b>\(word)</b>")
      break
    }
    return .init(text: html, wraps: true)
  }
}

extension Difference {
  /// Its lines, marked: by sign and by element, never by colour alone.
  fileprivate var markup: String {
    lines.map { line in
      switch line {
      case .same(let text): "  \(text.escaped)"
      case .recorded(let text): "<del>− \(text.escaped)</del>"
      case .printed(let text): "<ins>+ \(text.escaped)</ins>"
      }
    }.joined(separator: "\n")
  }
}
