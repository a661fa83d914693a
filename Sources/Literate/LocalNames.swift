// The names that code itself gives, which hide those of the library. Next:
// NameFinder.swift.

import SwiftSyntax

/// Every name some code declares, wherever in it, and what is known of its
/// type. Scopes are not told apart: a name means something only if it means
/// the same everywhere.
final class LocalNames: SyntaxVisitor {
  /// What a name was declared to be.
  enum Meaning {
    /// A value of a type that is written down.
    case typed(TypeSyntax)
    /// A value that an expression makes.
    case made(ExprSyntax)
    /// A function that gives this.
    case gives(TypeSyntax?)
    /// Anything else.
    case unknown
  }

  private(set) var meanings: [String: [Meaning]] = [:]
  /// What extensions add to types, perhaps to those of the library.
  private(set) var added: Set<String> = []
  /// The modules it imports.
  private(set) var imports: Set<String> = []
  /// Its own name is not one of them.
  private var root: SyntaxIdentifier?

  init() { super.init(viewMode: .sourceAccurate) }

  /// The names inside a member of a type.
  convenience init(of member: some DeclSyntaxProtocol) {
    self.init()
    root = Syntax(member).id
    walk(member)
  }

  private func add(_ name: TokenSyntax, _ meaning: Meaning) {
    meanings[name.plainText, default: []].append(meaning)
  }

  // MARK: - Values

  override func visit(_ node: IdentifierPatternSyntax)
    -> SyntaxVisitorContinueKind
  {
    guard let binding = node.parent?.as(PatternBindingSyntax.self) else {
      add(node.identifier, .unknown)
      return .skipChildren
    }
    if binding.parent?.parent?.id == root, root != nil { return .skipChildren }
    add(
      node.identifier,
      binding.typeAnnotation.map { .typed($0.type) }
        ?? binding.initializer.map { .made($0.value) } ?? .unknown)
    return .skipChildren
  }

  override func visit(_ node: FunctionParameterSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(
      node.secondName ?? node.firstName,
      node.ellipsis == nil ? .typed(node.type) : .unknown)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(
      node.secondName ?? node.firstName,
      node.type.map { .typed($0) } ?? .unknown)
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(node.name, .unknown)
    return .skipChildren
  }

  override func visit(_ node: ClosureCaptureSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(node.name, .unknown)
    return .visitChildren
  }

  // MARK: - Functions and types

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.id != root {
      add(node.name, .gives(node.signature.returnClause?.type))
    }
    return .visitChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node.name, .unknown)
    return .visitChildren
  }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node.name, .unknown)
    return .visitChildren
  }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node.name, .unknown)
    return .visitChildren
  }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node.name, .unknown)
    return .visitChildren
  }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node.name, .unknown)
    return .visitChildren
  }
  override func visit(_ node: TypeAliasDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(node.name, .unknown)
    return .visitChildren
  }
  override func visit(_ node: GenericParameterSyntax)
    -> SyntaxVisitorContinueKind
  {
    add(node.name, .unknown)
    return .visitChildren
  }

  override func visit(_ node: ExtensionDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    for member in node.memberBlock.members {
      if let function = member.decl.as(FunctionDeclSyntax.self) {
        added.insert(function.name.plainText)
      }
      for binding in member.decl.as(VariableDeclSyntax.self)?.bindings ?? [] {
        if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
          added.insert(name.identifier.plainText)
        }
      }
    }
    return .visitChildren
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    if let module = node.path.first { imports.insert(module.name.plainText) }
    return .skipChildren
  }
}
