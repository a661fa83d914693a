// A block's code as a page can run it: Embedded Swift has no `any Error`.

import SwiftSyntax

/// Makes code that throws stop instead: in a page's program nobody catches
/// what reaches the top, and an error of unknown type cannot exist.
///
///     try tokenizer.fit(on: texts)    →  try! tokenizer.fit(on: texts)
///     func f() throws -> Int { … }    →  func f()        -> Int { … }
///
/// What says its type, `throws(DataError)`, and what is caught, stays.
func pageCode(_ code: String) -> String {
  let marks = ThrowingMarks(viewMode: .sourceAccurate)
  marks.walk(SourceFileSyntax.parsed(code))
  var bytes = Array(code.utf8)
  for edit in marks.edits.sorted(by: {
    $0.range.lowerBound > $1.range.lowerBound
  }) {
    bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Finds the words to change.
private final class ThrowingMarks: SyntaxVisitor {
  private(set) var edits: [(range: Range<Int>, text: String)] = []

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil, !node.isHandled {
      let end = node.tryKeyword.endPositionBeforeTrailingTrivia.utf8Offset
      edits.append((end..<end, "!"))
    }
    return .visitChildren
  }

  override func visit(_ node: ThrowsClauseSyntax) -> SyntaxVisitorContinueKind {
    if node.type == nil {
      let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
      let end = node.endPositionBeforeTrailingTrivia.utf8Offset
      let spaces = String(repeating: " ", count: end - start)
      edits.append((start..<end, spaces))
    }
    return .visitChildren
  }
}

extension TryExprSyntax {
  /// Whether somebody around it catches errors, or passes on a typed one.
  fileprivate var isHandled: Bool {
    var next = parent
    while let node = next {
      if let loop = node.as(DoStmtSyntax.self), !loop.catchClauses.isEmpty {
        return true
      }
      if let function = node.as(FunctionDeclSyntax.self) {
        return function.signature.effectSpecifiers?.throwsClause?.type != nil
      }
      next = node.parent
    }
    return false
  }
}
