// A file of the library, as its page shows it. Next: DeclarationFinder.swift.

import SwiftParser
import SwiftSyntax

/// Swift source and what it declares.
///
///     let file = SourceFile(path: "RNN/Cells/Cell.swift", code: text)
///     file.declarations[0].path   // "Cell"
public struct SourceFile: Sendable {
  /// Below the folder of sources: `RNN/Cells/Cell.swift`.
  public let path: String
  public let code: String
  /// In the order of their lines.
  public let declarations: [Declaration]
  /// What extensions add to what types say they are.
  let conformances: [Conformance]
  let tree: SourceFileSyntax

  struct Conformance: Sendable {
    let type: String
    let parent: String
  }

  public init(path: String, code: String) {
    self.path = path
    self.code = code
    tree = Parser.parse(source: code)
    let finder = DeclarationFinder(path: path, tree: tree)
    finder.walk(tree)
    declarations = finder.found
    conformances = finder.conformances
  }

  /// `Cell.swift`
  public var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// `RNN/Cells`
  public var folder: String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// `RNN`
  public var room: String { path.room }

  /// Its code, its words told apart.
  public var spans: [CodeSpan] { CodeSpan.spans(of: tree, code: code) }
}

extension SourceFile: Equatable {
  /// The same words are the same file.
  public static func == (one: SourceFile, other: SourceFile) -> Bool {
    one.path == other.path && one.code == other.code
  }
}
