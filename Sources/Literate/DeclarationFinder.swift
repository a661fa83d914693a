// Finds what a file declares. Next: Library.swift.

import SwiftSyntax

/// Walks a file's types and their members; what functions declare inside of
/// them is nobody else's.
final class DeclarationFinder: SyntaxVisitor {
  private(set) var found: [Declaration] = []
  private let path: String
  private let lines: SourceLocationConverter
  /// The types around, from the outside in, with what their members are
  /// unless they say otherwise, and what they are themselves.
  private var owners: [Owner] = []

  private struct Owner {
    let path: String
    let reach: Declaration.Reach
    var own = Declaration.Reach.module
  }

  init(path: String, tree: SourceFileSyntax) {
    self.path = path
    lines = SourceLocationConverter(fileName: path, tree: tree)
    super.init(viewMode: .sourceAccurate)
  }

  private func add(
    _ name: String, _ kind: Declaration.Kind, _ node: some SyntaxProtocol,
    _ modifiers: DeclModifierListSyntax,
    parameters: FunctionParameterListSyntax? = nil, type: String? = nil,
    parents: InheritanceClauseSyntax? = nil
  ) {
    let words = modifiers.filter { $0.detail == nil }.map(\.name.text)
    found.append(
      Declaration(
        name: name, owner: owners.last?.path, kind: kind,
        reach: Declaration.Reach(words)
          ?? (kind == .enumCase ? owners.last?.own : owners.last?.reach)
            ?? .module,
        isStatic: kind == .enumCase || kind == .type
          || words.contains("static") || words.contains("class"),
        parameters: (parameters.map(Array.init) ?? []).map {
          Declaration.Parameter($0)
        },
        type: type,
        parents: (parents?.inheritedTypes.map(\.type.plainName) ?? [])
          .compactMap(\.self),
        summary: node.leadingTrivia.summary, file: path,
        line: node.startLocation(converter: lines).line,
        lastLine: node.endLocation(converter: lines).line))
  }

  private func enter(
    _ name: TokenSyntax, _ node: some SyntaxProtocol,
    _ modifiers: DeclModifierListSyntax,
    _ parents: InheritanceClauseSyntax?, reachesOn: Bool = false
  ) -> SyntaxVisitorContinueKind {
    add(name.plainText, .type, node, modifiers, parents: parents)
    let own = found.last?.reach ?? .module
    owners.append(
      Owner(
        path: found.last?.path ?? "", reach: reachesOn ? own : .module,
        own: own))
    return .visitChildren
  }

  // MARK: - Types

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name, node, node.modifiers, node.inheritanceClause)
  }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name, node, node.modifiers, node.inheritanceClause)
  }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name, node, node.modifiers, node.inheritanceClause)
  }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name, node, node.modifiers, node.inheritanceClause)
  }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(
      node.name, node, node.modifiers, node.inheritanceClause,
      reachesOn: true)
  }
  override func visit(_ node: ExtensionDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    let words = node.modifiers.map(\.name.text)
    let name = node.extendedType.plainName ?? "\(node.extendedType.trimmed)"
    owners.append(
      Owner(path: name, reach: Declaration.Reach(words) ?? .module))
    for parent in node.inheritanceClause?.inheritedTypes.map(\.type) ?? [] {
      guard let parent = parent.plainName else { continue }
      conformances.append(SourceFile.Conformance(type: name, parent: parent))
    }
    return .visitChildren
  }

  private(set) var conformances: [SourceFile.Conformance] = []

  override func visitPost(_: StructDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ClassDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ActorDeclSyntax) { owners.removeLast() }
  override func visitPost(_: EnumDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ProtocolDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ExtensionDeclSyntax) { owners.removeLast() }

  override func visit(_ node: TypeAliasDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(
      node.name.plainText, .type, node, node.modifiers,
      type: node.initializer.value.plainName)
    return .skipChildren
  }
  override func visit(_ node: AssociatedTypeDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(node.name.plainText, .type, node, node.modifiers)
    return .skipChildren
  }

  // MARK: - Members

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    add(
      node.name.plainText, .function, node, node.modifiers,
      parameters: node.signature.parameterClause.parameters,
      type: node.signature.returnClause?.type.plainName)
    return .skipChildren
  }
  override func visit(_ node: InitializerDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(
      "init", .initializer, node, node.modifiers,
      parameters: node.signature.parameterClause.parameters, type: "Self")
    return .skipChildren
  }
  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind
  {
    add(
      "subscript", .subscript, node, node.modifiers,
      parameters: node.parameterClause.parameters,
      type: node.returnClause.type.plainName)
    return .skipChildren
  }
  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    for binding in node.bindings {
      guard let name = binding.pattern.as(IdentifierPatternSyntax.self)
      else { continue }
      add(
        name.identifier.plainText, .property, node, node.modifiers,
        type: binding.typeAnnotation?.type.plainName
          ?? binding.initializer?.value.madeType)
    }
    return .skipChildren
  }
  override func visit(_ node: EnumCaseDeclSyntax) -> SyntaxVisitorContinueKind {
    for element in node.elements {
      add(
        element.name.plainText, .enumCase, node, node.modifiers, type: "Self")
    }
    return .skipChildren
  }
}

// MARK: - Parts

extension Declaration.Reach {
  fileprivate init?(_ words: [String]) {
    if words.contains(where: ["public", "open", "package"].contains) {
      self = .everyone
    } else if words.contains(where: ["private", "fileprivate"].contains) {
      self = .file
    } else if words.contains("internal") {
      self = .module
    } else {
      return nil
    }
  }
}

extension Declaration.Parameter {
  fileprivate init(_ node: FunctionParameterSyntax) {
    let name = node.firstName.plainText
    self.init(
      label: name == "_" ? nil : name,
      mayBeLeftOut: node.defaultValue != nil || node.ellipsis != nil,
      isVariadic: node.ellipsis != nil)
  }
}

extension TokenSyntax {
  /// Its letters, without backticks.
  var plainText: String { text.filter { $0 != "`" } }
}

extension TypeSyntax {
  /// `Unroll.Forward` of `Unroll<C>.Forward`; nil for what has no name of
  /// its own, like optionals, arrays and functions.
  var plainName: String? {
    if let type = self.as(IdentifierTypeSyntax.self) {
      return type.name.plainText
    }
    if let type = self.as(MemberTypeSyntax.self) {
      return type.baseType.plainName.map { "\($0).\(type.name.plainText)" }
    }
    if let type = self.as(AttributedTypeSyntax.self) {
      return type.baseType.plainName
    }
    return nil
  }
}

extension ExprSyntax {
  /// `CellDropout` of `CellDropout()`.
  fileprivate var madeType: String? {
    guard let call = self.as(FunctionCallExprSyntax.self),
      let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?
        .baseName.plainText, name.first?.isUppercase ?? false
    else { return nil }
    return name
  }
}

extension Trivia {
  /// The first sentence of the comment right above.
  fileprivate var summary: String {
    let lines = pieces.compactMap { piece -> String? in
      guard case .docLineComment(let text) = piece else { return nil }
      return text.dropFirst(3).trimmingSpaces
    }
    return lines.prefix { !$0.isEmpty }.joined(separator: " ").firstSentence
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension String {
  /// Up to the first full stop that ends one, without backticks.
  fileprivate var firstSentence: String {
    let words = filter { $0 != "`" }
    guard let end = words.firstRange(of: ". ") else { return words }
    return String(words[..<end.upperBound]).trimmingSpaces
  }
}
