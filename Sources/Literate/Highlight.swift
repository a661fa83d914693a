// The words of Swift code, told apart for a page to colour. Next:
// Publishing/CodeView.swift.

import SwiftIDEUtils
import SwiftSyntax

/// A stretch of code whose letters are of one kind.
///
///     CodeSpan.spans(of: "let x = 1")
///     // let (keyword), " x = ", 1 (number)
public struct CodeSpan: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case keyword
    case type
    case string
    case number
    case comment
  }

  public let text: String
  /// Nil for names, operators and spaces.
  public let kind: Kind?

  public init(_ text: String, _ kind: Kind? = nil) {
    self.text = text
    self.kind = kind
  }

  /// The code, cut into spans; together they are the code again.
  public static func spans(of code: String) -> [CodeSpan] {
    spans(of: SourceFileSyntax.parsed(code), code: code)
  }

  /// The same of code that was parsed before.
  static func spans(of tree: SourceFileSyntax, code: String) -> [CodeSpan] {
    let types = tree.typeUses
    let bytes = Array(code.utf8)
    var spans: [CodeSpan] = []
    for range in tree.classifications {
      let start = range.range.lowerBound.utf8Offset
      let end = range.range.upperBound.utf8Offset
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      let kind = types.contains(start) ? .type : Kind(range.kind)
      if let last = spans.last, last.kind == kind {
        spans[spans.count - 1] = CodeSpan(last.text + text, kind)
      } else {
        spans.append(CodeSpan(text, kind))
      }
    }
    return spans
  }
}

extension CodeSpan.Kind {
  fileprivate init?(_ classification: SyntaxClassification) {
    switch classification {
    case .keyword, .attribute, .ifConfigDirective: self = .keyword
    case .type: self = .type
    case .stringLiteral, .regexLiteral: self = .string
    case .integerLiteral, .floatLiteral: self = .number
    case .blockComment, .docBlockComment, .docLineComment, .lineComment:
      self = .comment
    case .argumentLabel, .dollarIdentifier, .editorPlaceholder, .identifier,
      .none, .operator:
      return nil
    }
  }
}

extension SourceFileSyntax {
  /// Where names of types begin that the parser takes for names of values:
  /// `Tensor` in `Tensor([2])` and `Cell` in `struct Cell`.
  fileprivate var typeUses: Set<Int> {
    let names = tokens(viewMode: .sourceAccurate).filter { token in
      guard case .identifier(let name) = token.tokenKind else { return false }
      return name.first?.isUppercase ?? false
    }
    return Set(names.map { $0.positionAfterSkippingLeadingTrivia.utf8Offset })
  }
}
