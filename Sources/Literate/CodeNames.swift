// The library's names in lessons, in its own files and in prose.

import SwiftSyntax

/// A word of some code that names something of the library.
public struct NameUse: Equatable, Sendable {
  /// Its bytes.
  public let range: Range<Int>
  public let declaration: Declaration
  /// How many more of the same name, beside it in its file, could be meant.
  public let others: Int
}

/// Knows the names of a library.
///
///     let names = CodeNames(library)
///     names.inLesson(["let x = Tensor([1])"]).blocks[0][0].declaration.path
///     // "Tensor"
///
/// What a lesson declares itself hides what the library calls the same,
/// wherever in the lesson; members are known where the type of what stands
/// before the dot is. All else is left alone: a missing link does no harm,
/// a wrong one does.
public struct CodeNames: Sendable {
  private let index: NameIndex
  private let rooms: Set<String>

  public init(_ library: Library) {
    index = NameIndex(library)
    rooms = Set(library.files.map(\.room))
  }

  /// The names a lesson says.
  public struct Said: Sendable {
    /// What each block says, in the order of its words.
    public let blocks: [[NameUse]]
    fileprivate let declared: Set<String>
    /// What words that begin small mean, wherever the lesson says them.
    fileprivate let said: [String: Declaration]
  }

  /// What the blocks of a lesson say. An excerpt is none of its code, and of
  /// an illustration nobody knows whose it is.
  public func inLesson(_ lesson: Lesson) -> Said {
    let own = lesson.blocks.filter { !$0.isExcerpt && !$0.isIllustration }
    let found = inLesson(own.map(\.code))
    var blocks = found.blocks[...]
    return Said(
      blocks: lesson.blocks.map { block in
        if block.isIllustration { return [] }
        return block.isExcerpt
          ? inLesson([block.code]).blocks[0] : blocks.removeFirst()
      }, declared: found.declared, said: found.said)
  }

  /// What the blocks of one lesson say.
  public func inLesson(_ blocks: [String]) -> Said {
    let trees = blocks.map { SourceFileSyntax.parsed($0) }
    let locals = LocalNames()
    for tree in trees { locals.walk(tree) }
    let finder = NameFinder(
      index, for: .lesson, locals: locals, seesOthers: seesOthers(locals))
    let found = trees.map { tree in
      finder.walk(tree)
      return finder.takeFound()
    }
    return Said(
      blocks: found, declared: Set(locals.meanings.keys),
      said: finder.said.compactMapValues {
        $0.count == 1 ? $0.first ?? nil : nil
      })
  }

  /// What a file of the library says.
  public func inFile(_ file: SourceFile) -> [NameUse] {
    let imports = LocalNames()
    imports.walk(file.tree)
    let finder = NameFinder(
      index, for: .file(file.path), seesOthers: seesOthers(imports))
    finder.walk(file.tree)
    return finder.takeFound()
  }

  private func seesOthers(_ locals: LocalNames) -> Bool {
    !locals.imports.isSubset(of: rooms)
  }

  // MARK: - Prose

  /// What a piece of code in a lesson's prose names: a type, a member by its
  /// type, or what the lesson's own code calls by that name.
  public func inProse(_ code: String, of lesson: Said) -> Declaration? {
    guard let name = code.name else { return nil }
    if let declaration = lesson.said[name] {
      return lesson.declared.contains(name) ? nil : declaration
    }
    let first = String(name.prefix { $0 != "." })
    return lesson.declared.contains(first) ? nil : typeOrMember(name, .lesson)
  }

  /// The same in a comment of the library.
  public func inComment(_ code: String, of file: SourceFile) -> Declaration? {
    code.name.flatMap { typeOrMember($0, .file(file.path)) }
  }

  private func typeOrMember(
    _ name: String, _ reader: NameIndex.Reader
  ) -> Declaration? {
    guard name.first?.isUppercase ?? false else { return nil }
    if let type = index.type(name, for: reader) { return type }
    var parts = name.split(separator: ".").map(String.init)
    guard parts.count > 1, let last = parts.popLast(),
      let type = index.type(parts.joined(separator: "."), for: reader)
    else { return nil }
    let owner = index.meaning(of: type, for: reader)
    let choices = [true, false].compactMap {
      Choice(
        among: index.members(last, of: owner, isStatic: $0, for: reader),
        call: nil)
    }
    guard choices.count == 1, choices[0].others == 0 else { return nil }
    return choices[0].declaration
  }
}

extension Block {
  fileprivate var isExcerpt: Bool {
    if case .excerpt = fence.role { true } else { false }
  }

  fileprivate var isIllustration: Bool {
    if case .illustration = fence.role { true } else { false }
  }
}

extension String {
  /// `Tensor.zeros` of `Tensor.zeros(_:)`, if this is a name at all.
  fileprivate var name: String? {
    let pattern = /([A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*)(\(.*\))?/
    return wholeMatch(of: pattern).map { String($0.1) }
  }
}
