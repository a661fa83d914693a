// A comment of the library as a page shows it. Next: SourceLines.swift.

import CommonMark
import Foundation
import Literate

/// Comments of one file, as HTML.
struct SourceComment {
  let file: SourceFile
  let shelf: Shelf
  /// The page they stand on, if their file's names are its own.
  var page = ""

  /// A comment, read as Markdown. What looks like an element in it is none,
  /// and stands as it was written.
  func markup(_ comment: String) -> String {
    Document(parsing: comment).html { node in
      switch node.kind {
      case .html(let text): return .replace(text.escaped)
      case .text(let words):
        let linked = withFiles(words)
        return linked.map(Rewrite.replace) ?? .keep
      case .inlineCode(let code):
        let found = shelf.names.inComment(code, of: file)
          .flatMap { shelf.markup(code, naming: $0, on: page) }
        return found.map(Rewrite.replace) ?? .keep
      case .code(_, let code, _):
        let plain = code.hasSuffix("\n") ? String(code.dropLast()) : code
        return .replace(
          "<pre class=\"quoted\" tabindex=\"0\"><code>\(plain.escaped)"
            + "</code></pre>\n")
      case .heading: return .wrap(before: "<p><b>", after: "</b></p>\n")
      case .image: return .drop
      case .link(let address) where !address.hasPrefix("http"):
        return .wrap(before: "", after: "")
      default: return .keep
      }
    }
  }

  /// Words with the files they name linked; nil if they name none.
  private func withFiles(_ words: String) -> String? {
    var (html, rest, found) = ("", words[...], false)
    while let match = rest.firstMatch(of: /[A-Za-z0-9_\/+]+\.swift/) {
      html += String(rest[..<match.range.lowerBound]).escaped
      let name = String(match.output)
      if let target = shelf.file(called: name, from: file),
        let address = shelf.address(of: target.path), target != file
      {
        html += "<a href=\"\(address.escaped)\">\(name.escaped)</a>"
        found = true
      } else {
        html += name.escaped
      }
      rest = rest[match.range.upperBound...]
    }
    return found ? html + String(rest).escaped : nil
  }
}

extension SourceListing {
  /// What the file is: its head, up to where to go next.
  var summary: String {
    String(head.prefix(upTo: head.nextStart))
      .replacing("\n", with: " ").trimmed
  }

  /// Where the head says to go next.
  var next: String {
    String(head.suffix(from: head.nextStart)).replacing("\n", with: " ")
      .trimmed
  }

  /// The first file that it says to read next.
  func nextFile(on shelf: Shelf) -> SourceFile? {
    next.matches(of: /[A-Za-z0-9_\/+]+\.swift/).lazy
      .compactMap { shelf.file(called: String($0.output), from: file) }
      .first { $0 != file }
  }
}

extension String {
  fileprivate var nextStart: Index {
    firstRange(of: "Next:")?.lowerBound ?? endIndex
  }

  fileprivate var trimmed: String {
    trimmingCharacters(in: .whitespaces)
  }
}
