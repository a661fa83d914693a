// Of what type an expression is, where that can be told. Next: CodeNames.swift.

import SwiftSyntax

extension NameFinder {
  /// What is known of an expression.
  struct Value {
    /// A type of the library.
    let type: String
    /// The type itself, not something of it.
    let isType: Bool
  }

  /// What an expression is; nil if that cannot be told.
  func value(of expression: ExprSyntax) -> Value? {
    if let node = expression.as(TryExprSyntax.self) {
      return node.questionOrExclamationMark?.tokenKind == .postfixQuestionMark
        ? nil : value(of: node.expression)
    }
    if let node = expression.as(AwaitExprSyntax.self) {
      return value(of: node.expression)
    }
    if let node = expression.as(TupleExprSyntax.self), node.elements.count == 1
    {
      return node.elements.first.flatMap { value(of: $0.expression) }
    }
    if let node = expression.as(GenericSpecializationExprSyntax.self) {
      return value(of: node.expression)
    }
    if let node = expression.as(DeclReferenceExprSyntax.self) {
      return value(named: node.baseName.plainText)
    }
    if let node = expression.as(MemberAccessExprSyntax.self) {
      return value(of: node, call: nil)
    }
    if let node = expression.as(FunctionCallExprSyntax.self) {
      return value(of: node)
    }
    return nil
  }

  private func value(named name: String) -> Value? {
    if name == "self" || name == "Self" {
      guard let owner = owners.last, !owner.isEmpty else { return nil }
      return Value(type: owner, isType: name == "Self")
    }
    if let meanings = locals.meanings[name] { return value(name, meanings) }
    if let type = type(named: name) {
      return Value(type: index.meaning(of: type, for: reader), isType: true)
    }
    return result(of: choice(amongPlain: name, call: nil), isCalled: false)
  }

  /// What all of a name's declarations agree on.
  private func value(_ name: String, _ meanings: [LocalNames.Meaning])
    -> Value?
  {
    guard pending.insert(name).inserted else { return nil }
    defer { pending.remove(name) }
    let values = meanings.map { meaning -> Value? in
      switch meaning {
      case .typed(let type): value(ofType: type)
      case .made(let expression):
        value(of: expression).flatMap { $0.isType ? nil : $0 }
      case .gives, .unknown: nil
      }
    }
    return agreed(values)
  }

  private func agreed(_ values: [Value?]) -> Value? {
    guard let first = values.first ?? nil,
      values.allSatisfy({ $0?.type == first.type })
    else { return nil }
    return first
  }

  private func value(ofType type: TypeSyntax) -> Value? {
    guard let name = type.plainName, let type = self.type(named: name) else {
      return nil
    }
    return Value(type: index.meaning(of: type, for: reader), isType: false)
  }

  private func value(
    of access: MemberAccessExprSyntax, call: FunctionCallExprSyntax?
  ) -> Value? {
    guard let base = access.base, let value = value(of: base) else {
      return nil
    }
    let name = access.declName.baseName.plainText
    if value.isType {
      if name == "init", call != nil {
        return Value(type: value.type, isType: false)
      }
      if let type = index.nested(name, in: value.type, for: reader) {
        return Value(
          type: index.meaning(of: type, for: reader), isType: call == nil)
      }
    }
    return result(
      of: choice(name, of: value, call: call), on: value.type,
      isCalled: call != nil)
  }

  /// What a call gives.
  private func value(of call: FunctionCallExprSyntax) -> Value? {
    if let access = call.calledExpression.as(MemberAccessExprSyntax.self) {
      return value(of: access, call: call)
    }
    guard
      let node = call.calledExpression.as(DeclReferenceExprSyntax.self)
    else {
      return value(of: call.calledExpression).flatMap {
        $0.isType ? Value(type: $0.type, isType: false) : nil
      }
    }
    let name = node.baseName.plainText
    if let meanings = locals.meanings[name] {
      return agreed(
        meanings.map {
          guard case .gives(let type?) = $0 else { return nil }
          return value(ofType: type)
        })
    }
    if let type = type(named: name) {
      return Value(type: index.meaning(of: type, for: reader), isType: false)
    }
    return result(of: choice(amongPlain: name, call: call), isCalled: true)
  }

  /// What a declaration gives, if all that could be meant give the same.
  private func result(
    of choice: Choice?, on type: String? = nil, isCalled: Bool
  ) -> Value? {
    let results = (choice?.all ?? []).map { declaration -> Value? in
      guard declaration.isCalled == isCalled else { return nil }
      if declaration.type == "Self", let type {
        return Value(type: type, isType: false)
      }
      return index.result(of: declaration, for: reader)
        .map { Value(type: $0, isType: false) }
    }
    return agreed(results)
  }
}

extension Declaration {
  fileprivate var isCalled: Bool {
    kind == .function || kind == .initializer
  }
}
