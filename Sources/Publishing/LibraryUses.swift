// Which lessons use what of the library.

import Literate

/// A lesson that uses something, and its first block that does.
struct LessonMention: Hashable, Sendable {
  let mentionAddress: String
  let mentionTitle: String
  /// Its number, or its title, if it has none.
  let mentionName: String
}

/// Where lessons use what the library declares.
struct LibraryUses: Sendable {
  private var byDeclaration: [Declaration: [LessonMention]] = [:]
  private var byFile: [String: [LessonMention]] = [:]

  init(_ entries: [Atlas.Entry]) {
    for entry in entries {
      var (declarations, files) = (Set<Declaration>(), Set<String>())
      for (block, uses) in zip(entry.lesson.blocks, entry.uses) {
        let mention = LessonMention(
          mentionAddress: "\(entry.address)#block-\(block.number)",
          mentionTitle: entry.lesson.title,
          mentionName: entry.number.isEmpty
            ? entry.lesson.title : entry.number)
        for declaration in uses.map(\.declaration) {
          if declarations.insert(declaration).inserted {
            byDeclaration[declaration, default: []].append(mention)
          }
          if files.insert(declaration.file).inserted {
            byFile[declaration.file, default: []].append(mention)
          }
        }
      }
    }
  }

  func lessons(of declaration: Declaration) -> [LessonMention] {
    byDeclaration[declaration] ?? []
  }

  func lessons(of file: SourceFile) -> [LessonMention] {
    byFile[file.path] ?? []
  }
}
