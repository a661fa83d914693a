// What is wrong with a block by itself, before the compiler sees it.

import SwiftDiagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

extension Block {
  /// Errors of syntax, which would otherwise spill into other blocks.
  var syntaxErrors: [Diagnostic] {
    let tree = SourceFileSyntax.parsed(code)
    let converter = SourceLocationConverter(fileName: "", tree: tree)
    let errors = ParseDiagnosticsGenerator.diagnostics(for: tree)
      .filter { $0.diagMessage.severity == .error }
      .map { error in
        let place = error.location(converter: converter)
        return Diagnostic(
          line: codeLine + place.line - 1, column: place.column,
          message: error.message)
      }
    return errors + ownDirectives(tree, converter)
  }

  /// The engine says where a block stands; a block must not.
  private func ownDirectives(
    _ tree: SourceFileSyntax, _ converter: SourceLocationConverter
  ) -> [Diagnostic] {
    tree.statements.filter { $0.item.is(PoundSourceLocationSyntax.self) }.map {
      let place = $0.startLocation(converter: converter)
      return Diagnostic(
        line: codeLine + place.line - 1, column: place.column,
        message: "a lesson's lines are its own: leave out #sourceLocation")
    }
  }
}
