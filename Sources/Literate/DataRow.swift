// Which files of an archive are the rows of a table. Next: DataArchive.swift.

import Foundation

/// Files whose names follow a pattern, and the row that each becomes.
///
///     files: "aclImdb/train/pos/{id}_{stars}.txt"
///     row: "1\t{stars}\t{id}\t{text}"
///
/// `{text}` is what stands in the file. Rows are in the order of the names'
/// first part, as a number.
public struct DataRow: Codable, Equatable, Sendable {
  /// A folder, and a pattern of names in it.
  public var files: String
  public var row: String

  var folder: String { (files as NSString).deletingLastPathComponent }

  /// The parts of a name that fits: `["id": "17", "stars": "8"]`.
  func parts(of name: String) -> [String: String]? {
    var (parts, rest) = ([String: String](), Substring(name))
    for piece in DataRow.pieces((files as NSString).lastPathComponent) {
      switch piece {
      case .words(let words):
        guard rest.hasPrefix(words) else { return nil }
        rest = rest.dropFirst(words.count)
      case .part(let key):
        let value = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard !value.isEmpty else { return nil }
        parts[key] = String(value)
        rest = rest.dropFirst(value.count)
      }
    }
    return rest.isEmpty ? parts : nil
  }

  /// A number that puts a name in order.
  func order(of name: String) -> Int {
    for case .part(let key) in DataRow.pieces(
      (files as NSString).lastPathComponent)
    {
      return parts(of: name)?[key].flatMap { Int($0) } ?? 0
    }
    return 0
  }

  /// The row's bytes: a text is kept as it is, valid or not.
  func bytes(_ parts: [String: String], text: Data) -> Data {
    var bytes = Data()
    for piece in DataRow.pieces(row) {
      switch piece {
      case .words(let words): bytes += Data(words.utf8)
      case .part("text"): bytes += text
      case .part(let key): bytes += Data((parts[key] ?? "").utf8)
      }
    }
    return bytes + Data("\n".utf8)
  }

  private enum Piece { case words(String), part(String) }

  private static func pieces(_ pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    for (position, half) in pattern.components(separatedBy: "{").enumerated() {
      let cut = half.components(separatedBy: "}")
      if position > 0, cut.count > 1 { pieces.append(.part(cut[0])) }
      let words = position > 0 ? cut.dropFirst().joined(separator: "}") : half
      if !words.isEmpty { pieces.append(.words(words)) }
    }
    return pieces
  }
}
