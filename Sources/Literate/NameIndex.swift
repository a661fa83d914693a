// The library's names, and what each of them means where. Next:
// CodeNames.swift.

/// Looks names up as the compiler would, where that can be told from the
/// words alone; elsewhere it finds nothing.
struct NameIndex: Sendable {
  private let top: [String: [Declaration]]
  private let members: [String: [Declaration]]
  private let memberNames: Set<String>
  private let parents: [String: [String]]

  init(_ library: Library) {
    let all = library.files.flatMap(\.declarations)
    top = Dictionary(grouping: all.filter { $0.owner == nil }, by: \.name)
    members = Dictionary(grouping: all.filter { $0.owner != nil }, by: \.path)
    memberNames = Set(all.filter { $0.owner != nil }.map(\.name))
    var parents: [String: [String]] = [:]
    for type in all where type.kind == .type {
      parents[type.path, default: []] += type.parents
    }
    for conformance in library.files.flatMap(\.conformances) {
      parents[conformance.type, default: []].append(conformance.parent)
    }
    self.parents = parents
  }

  /// Who looks: a lesson, or a file of the library.
  enum Reader: Hashable {
    case lesson
    case file(String)
  }

  // MARK: - Types

  /// The type a name means, looked for in the types around it, from the
  /// inside out, and then at the top.
  func type(
    _ name: String, in owners: [String] = [], for reader: Reader
  ) -> Declaration? {
    var parts = name.split(separator: ".").map(String.init)
    guard !parts.isEmpty else { return nil }
    let first = parts.removeFirst()
    var found = owners.lazy
      .compactMap { owner in self.nested(first, in: owner, for: reader) }
      .first
    if found == nil { found = topType(first, for: reader) }
    for part in parts {
      guard let outer = found else { return nil }
      found = nested(part, in: outer.path, for: reader)
    }
    return found
  }

  private func topType(_ name: String, for reader: Reader) -> Declaration? {
    let found = visibleAtTop(name, to: reader)
    guard found.allSatisfy({ $0.kind == .type }) else { return nil }
    return one(of: found)
  }

  func nested(
    _ name: String, in owner: String, for reader: Reader
  ) -> Declaration? {
    let found = family(owner).lazy
      .map { visible(members["\($0).\(name)"] ?? [], to: reader) }
      .first { !$0.isEmpty }
    return one(of: (found ?? []).filter { $0.kind == .type })
  }

  /// What a type stands for, through its other names.
  func meaning(of type: Declaration, for reader: Reader) -> String {
    guard let name = type.type, name != type.name,
      let other = self.type(
        name, in: type.owner.map { [$0] } ?? [], for: reader)
    else { return type.path }
    return other.path
  }

  /// The type of what a declaration is or gives.
  func result(of declaration: Declaration, for reader: Reader) -> String? {
    guard let name = declaration.type else { return nil }
    if name == "Self" { return declaration.owner }
    let owners = declaration.owner?.andAround ?? []
    // Its own file knows what its words mean.
    return type(name, in: owners, for: .file(declaration.file))
      .map { meaning(of: $0, for: reader) }
  }

  // MARK: - Members and functions

  /// The members of that name that a type has: its own, then what it has
  /// from each of those it is, too.
  func members(
    _ name: String, of type: String, isStatic: Bool, for reader: Reader
  ) -> [[Declaration]] {
    family(type).map { owner in
      visible(members["\(owner).\(name)"] ?? [], to: reader)
        .filter { $0.isStatic == isStatic && $0.kind != .type }
    }
  }

  /// The functions and variables of that name outside of types; none, inside
  /// of one, if a member of the library has it, too, which could be meant.
  func global(
    _ name: String, isInType: Bool, for reader: Reader
  ) -> [Declaration] {
    guard !isInType || !memberNames.contains(name) else { return [] }
    return visibleAtTop(name, to: reader).filter { $0.kind != .type }
  }

  /// A type, and all it is, too, nearest first.
  private func family(_ type: String) -> [String] {
    var (all, next) = ([String](), 0)
    all.append(type)
    while next < all.count {
      for parent in parents[all[next]] ?? [] where !all.contains(parent) {
        all.append(parent)
      }
      next += 1
    }
    return all
  }

  private func visible(_ all: [Declaration], to reader: Reader)
    -> [Declaration]
  {
    guard case .file(let file) = reader else {
      return all.filter { $0.reach == .everyone }
    }
    return all.filter {
      switch $0.reach {
      case .everyone: true
      case .module: $0.room == file.room
      case .file: $0.file == file
      }
    }
  }

  /// A module's own names hide those of others.
  private func visibleAtTop(_ name: String, to reader: Reader)
    -> [Declaration]
  {
    let all = visible(top[name] ?? [], to: reader)
    guard case .file(let file) = reader else { return all }
    let own = all.filter { $0.room == file.room }
    return own.isEmpty ? all : own
  }

  /// The one, or the first of those that stand in one file: the same name
  /// under two conditions.
  private func one(of found: [Declaration]) -> Declaration? {
    guard let first = found.first,
      found.allSatisfy({ $0.file == first.file && $0.owner == first.owner })
    else { return nil }
    return first
  }
}

extension String {
  /// `["A.B", "A"]` of `A.B`
  var andAround: [String] {
    var (all, parts) = ([String](), split(separator: "."))
    while !parts.isEmpty {
      all.append(parts.joined(separator: "."))
      parts.removeLast()
    }
    return all
  }
}
