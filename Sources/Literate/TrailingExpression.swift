// Finds the value a block ends with.

import SwiftSyntax

/// The last expression of a block, if the block ends with one whose value is
/// worth showing.
struct TrailingExpression: Equatable {
  /// Its bytes in the block's code.
  let range: Range<Int>
  /// The line of the block it begins on, from 0, and the column, from 1.
  let line: Int
  let column: Int

  init?(in code: String) {
    let file = SourceFileSyntax.parsed(code)
    guard let last = file.statements.last,
      case .expr(let expression) = last.item,
      !expression.isStatementLike
    else { return nil }
    let start = expression.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = expression.endPositionBeforeTrailingTrivia.utf8Offset
    range = start..<end
    let before = Array(code.utf8.prefix(start))
    line = before.count { $0 == 10 }
    column = start - ((before.lastIndex(of: 10) ?? -1) + 1) + 1
  }
}

extension ExprSyntax {
  /// Assignments, and calls made for their effect: there is nothing to show.
  fileprivate var isStatementLike: Bool {
    if let sequence = self.as(SequenceExprSyntax.self) {
      return sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
    }
    if let call = self.as(FunctionCallExprSyntax.self),
      let name = call.calledExpression.as(DeclReferenceExprSyntax.self)
    {
      return [
        "print", "show", "note", "dump", "fatalError", "precondition",
        "assert", "exit",
      ].contains(name.baseName.text)
    }
    return false
  }
}
