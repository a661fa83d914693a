// Which of several declarations of one name a place in code means. Next:
// NameFinder.swift.

import SwiftSyntax

/// A declaration, and others of its name beside it in its file that could be
/// meant as well.
struct Choice {
  let declaration: Declaration
  let all: [Declaration]
  var others: Int { all.count - 1 }

  init(_ declaration: Declaration) {
    (self.declaration, all) = (declaration, [declaration])
  }

  /// The nearest that fit; nil if there are none, or if they stand apart.
  init?(among groups: [[Declaration]], call: FunctionCallExprSyntax?) {
    let fitting = groups.lazy
      .map { group in group.filter { $0.fits(call) } }
      .first { !$0.isEmpty }
    guard let fitting, let first = fitting.first,
      fitting.allSatisfy({ $0.file == first.file })
    else { return nil }
    declaration = fitting.first { !$0.summary.isEmpty } ?? first
    all = fitting
  }
}

extension Declaration {
  /// Whether a call can mean it, by its labels; or, where nothing is called,
  /// whether it can stand alone.
  fileprivate func fits(_ call: FunctionCallExprSyntax?) -> Bool {
    guard let call else { return true }
    switch kind {
    case .property, .enumCase: return true
    case .type, .subscript: return false
    case .function, .initializer: break
    }
    var arguments = call.arguments.map { $0.label?.plainText }[...]
    var closures =
      (call.trailingClosure == nil ? 0 : 1)
      + call.additionalTrailingClosures.count
    for parameter in parameters {
      if let next = arguments.first, next == parameter.label {
        arguments.removeFirst()
        while parameter.isVariadic, let next = arguments.first, next == nil {
          arguments.removeFirst()
        }
      } else if parameter.mayBeLeftOut {
        continue
      } else if closures > 0 {
        closures -= 1
      } else {
        return false
      }
    }
    return arguments.isEmpty
  }
}

extension DeclReferenceExprSyntax {
  /// The call it is what is called in.
  var call: FunctionCallExprSyntax? { calling(ExprSyntax(self)) }
}

extension MemberAccessExprSyntax {
  var call: FunctionCallExprSyntax? { calling(ExprSyntax(self)) }
}

private func calling(_ node: ExprSyntax) -> FunctionCallExprSyntax? {
  guard let call = node.parent?.as(FunctionCallExprSyntax.self),
    call.calledExpression.id == node.id
  else { return nil }
  return call
}
