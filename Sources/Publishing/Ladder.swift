// Ladders: tables of who gets how far, with a bar in each row. Next:
// LessonPage.swift.

import CommonMark
import Foundation

extension Node {
  /// A table whose first header cell says so.
  var isLadder: Bool {
    guard kind == .table else { return false }
    return children.first?.children.first?.plainText == "Ladder"
  }
}

extension String {
  static let tableStart =
    "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" "
    + "aria-label=\"Table\">"
  static let ladderStart =
    "<div class=\"table-wrap ladder\" tabindex=\"0\" role=\"group\" "
    + "aria-label=\"The ladder: who gets how far\">"

  /// The same page with a bar beside the measure of each row of its ladders.
  var withLadders: String {
    let parts = components(separatedBy: String.ladderStart)
    return parts[0]
      + parts.dropFirst().map { part in
        let end = part.firstRange(of: "</table>")?.upperBound ?? part.endIndex
        return String.ladderStart + Ladder(String(part[..<end])).html
          + part[end...]
      }.joined()
  }
}

/// A ladder's table: a row each, the first cell who, the second how far.
private struct Ladder {
  private struct Row {
    var who = ""
    var measure = ""
    var isOurs = false

    /// `0.953`, `95.3 %`
    var value: Double? {
      let plain = measure.replacing(",", with: "")
      guard let match = plain.firstMatch(of: /\d*\.?\d+/),
        let number = Double(match.0)
      else { return nil }
      return plain.contains("%") ? number / 100 : number
    }
  }

  private let tokens: [MarkupToken]
  private var rows: [Row] = []

  init(_ table: String) {
    tokens = Array(MarkupReader(table))
    var (isBody, cell) = (false, -1)
    for token in tokens {
      switch token {
      case .open("tbody", _, _): isBody = true
      case .open("tr", _, _) where isBody:
        rows.append(Row())
        cell = -1
      case .open("td", _, _) where isBody: cell += 1
      case .open("strong", _, _) where cell == 0 && !rows.isEmpty:
        rows[rows.count - 1].isOurs = true
      case .text(let text) where isBody && cell == 0:
        rows[rows.count - 1].who += text
      case .text(let text) where isBody && cell == 1:
        rows[rows.count - 1].measure += text
      default: break
      }
    }
  }

  /// What a full bar stands for: 1, or the largest measure beyond.
  private var whole: Double { max(1, rows.compactMap(\.value).max() ?? 1) }

  private var chance: Double? {
    rows.first { $0.who.lowercased().hasPrefix("chance") }?.value
  }

  var html: String {
    var (html, row, cell) = ("", -1, -1)
    for token in tokens {
      switch token {
      case .open("tr", _, _):
        cell = -1
        let isOurs = rows.indices.contains(row + 1) && rows[row + 1].isOurs
        html += isOurs && isBody(html) ? "<tr class=\"ours\">" : token.markup
        if isBody(html) { row += 1 }
      case .open("td", _, _) where row >= 0:
        cell += 1
        html += cell == 0 ? "<th scope=\"row\">" : token.markup
        if cell == 1, rows[row].value != nil {
          html += "<span class=\"meter\"><span>"
        }
      case .close("td") where row >= 0:
        if cell == 1 { html += bar(rows[row]) }
        html += cell == 0 ? "</th>" : token.markup
      default: html += token.markup
      }
    }
    return html
  }

  private func isBody(_ html: String) -> Bool { html.contains("<tbody>") }

  private func bar(_ row: Row) -> String {
    guard let value = row.value else { return "" }
    let tick = chance.map { ";--chance:\(share($0))" } ?? ""
    return "</span><i style=\"--w:\(share(value))\(tick)\"></i></span>"
  }

  private func share(_ value: Double) -> String {
    "\((value / whole * 10_000).rounded() / 10_000)"
  }
}
