// Finds the library's names in code. Next: NameFinder+Values.swift, how it
// knows of what type something is.

import SwiftSyntax

/// Walks code, and says which of its words name what of the library. It knows
/// less than the compiler, and where it does not know, it says nothing.
final class NameFinder: SyntaxVisitor {
  let index: NameIndex
  let reader: NameIndex.Reader
  /// What the code itself gives names to.
  private(set) var locals: LocalNames
  /// The types around, from the outside in; empty where that is the code's
  /// own.
  private(set) var owners: [String] = []
  private(set) var found: [NameUse] = []
  /// What each word that begins small was found to mean, nil among it.
  private(set) var said: [String: Set<Declaration?>] = [:]
  /// Names whose meaning is being looked for.
  var pending: Set<String> = []
  /// Whether the code sees functions of others than Swift and the library.
  private let seesOthers: Bool
  /// The member of a library's type that is being walked.
  private var member: SyntaxIdentifier?

  init(
    _ index: NameIndex, for reader: NameIndex.Reader,
    locals: LocalNames = LocalNames(), seesOthers: Bool
  ) {
    self.index = index
    self.reader = reader
    self.locals = locals
    self.seesOthers = seesOthers
    super.init(viewMode: .sourceAccurate)
  }

  /// What was found since it was last asked.
  func takeFound() -> [NameUse] {
    defer { found = [] }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func add(_ word: TokenSyntax, _ meant: Choice?) {
    let name = word.plainText
    if name.first?.isLowercase ?? false {
      said[name, default: []].insert(meant?.declaration)
    }
    guard let meant else { return }
    let start = word.positionAfterSkippingLeadingTrivia.utf8Offset
    found.append(
      NameUse(
        range: start..<start + word.text.utf8.count,
        declaration: meant.declaration, others: meant.others))
  }

  // MARK: - Types

  override func visit(_ node: IdentifierTypeSyntax)
    -> SyntaxVisitorContinueKind
  {
    if let type = type(named: node.name.plainText) {
      add(node.name, Choice(type))
    }
    return .visitChildren
  }

  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
    if let name = TypeSyntax(node).plainName, let type = type(named: name) {
      add(node.name, Choice(type))
    }
    return .visitChildren
  }

  /// The library's type of a name, unless the code has one of its own.
  func type(named name: String) -> Declaration? {
    let first = String(name.prefix { $0 != "." })
    guard locals.meanings[first] == nil else { return nil }
    return index.type(
      name, in: (owners.last?.andAround ?? []), for: reader)
  }

  // MARK: - Expressions

  override func visit(_ node: DeclReferenceExprSyntax)
    -> SyntaxVisitorContinueKind
  {
    if let access = node.parent?.as(MemberAccessExprSyntax.self),
      access.declName.id == node.id
    {
      add(node.baseName, member(access))
    } else {
      add(node.baseName, plain(node))
    }
    return .visitChildren
  }

  /// What stands alone: a type, a member of the type around, or a function.
  private func plain(_ node: DeclReferenceExprSyntax) -> Choice? {
    let name = node.baseName.plainText
    guard locals.meanings[name] == nil else { return nil }
    if let type = type(named: name) { return Choice(type) }
    return choice(amongPlain: name, call: node.call)
  }

  func choice(
    amongPlain name: String, call: FunctionCallExprSyntax?
  ) -> Choice? {
    if let owner = owners.last, !owner.isEmpty, !locals.added.contains(name) {
      for isStatic in [false, true] {
        let members = index.members(
          name, of: owner, isStatic: isStatic, for: reader)
        if let choice = Choice(among: members, call: call) { return choice }
      }
    }
    guard !seesOthers, !common.contains(name) else { return nil }
    return Choice(
      among: [index.global(name, isInType: !owners.isEmpty, for: reader)],
      call: call)
  }

  private func member(_ access: MemberAccessExprSyntax) -> Choice? {
    guard let base = access.base, let value = value(of: base) else {
      return nil
    }
    let name = access.declName.baseName.plainText
    if value.isType,
      let type = index.nested(name, in: value.type, for: reader)
    {
      return Choice(type)
    }
    return choice(name, of: value, call: access.call)
  }

  func choice(
    _ name: String, of value: Value, call: FunctionCallExprSyntax?
  ) -> Choice? {
    guard !locals.added.contains(name) else { return nil }
    return Choice(
      among: index.members(
        name, of: value.type, isStatic: value.isType, for: reader),
      call: call)
  }

  // MARK: - Where we are

  /// Names of Swift's own that the library has, too.
  private let common: Set = [
    "abs", "dump", "max", "min", "print", "sequence", "stride", "swap", "zip",
  ]

  private func enter(_ name: String?) -> SyntaxVisitorContinueKind {
    if let name, let type = type(named: name) {
      owners.append(index.meaning(of: type, for: reader))
    } else {
      owners.append("")
    }
    return .visitChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name.plainText)
  }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name.plainText)
  }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name.plainText)
  }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name.plainText)
  }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(node.name.plainText)
  }
  override func visit(_ node: ExtensionDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    enter(node.extendedType.plainName)
  }
  override func visitPost(_: StructDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ClassDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ActorDeclSyntax) { owners.removeLast() }
  override func visitPost(_: EnumDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ProtocolDeclSyntax) { owners.removeLast() }
  override func visitPost(_: ExtensionDeclSyntax) { owners.removeLast() }

  // MARK: - In whose names

  // In a file of the library, each member's names are its own.

  private func enter(member node: some DeclSyntaxProtocol)
    -> SyntaxVisitorContinueKind
  {
    if reader != .lesson, member == nil {
      member = node.id
      locals = LocalNames(of: node)
    }
    return .visitChildren
  }

  private func leave(member node: some DeclSyntaxProtocol) {
    guard member == node.id else { return }
    member = nil
    locals = LocalNames()
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(member: node)
  }
  override func visit(_ node: InitializerDeclSyntax)
    -> SyntaxVisitorContinueKind
  {
    enter(member: node)
  }
  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind
  {
    enter(member: node)
  }
  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    enter(member: node)
  }
  override func visitPost(_ node: FunctionDeclSyntax) { leave(member: node) }
  override func visitPost(_ node: InitializerDeclSyntax) {
    leave(member: node)
  }
  override func visitPost(_ node: SubscriptDeclSyntax) { leave(member: node) }
  override func visitPost(_ node: VariableDeclSyntax) { leave(member: node) }
}
