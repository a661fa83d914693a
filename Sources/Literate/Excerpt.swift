// Sections of real source, shown in a lesson.

import Foundation

/// A section of a source file: what stands under `// MARK: - Step`, up to the
/// next mark of the file or the end of what the mark stands in.
public struct Excerpt: Equatable, Sendable {
  /// What was found where an excerpt points.
  public enum Finding: Equatable, Sendable {
    case section(String)
    case missing(String)
  }

  /// The package's folder of sources.
  let sources: URL

  /// The source that a block shows, if it shows any.
  func finding(_ block: Block) -> Finding? {
    guard case .excerpt(let path, let mark) = block.fence.role else {
      return nil
    }
    let file = sources.appending(path: path)
    guard let data = FileManager.default.contents(atPath: file.path),
      let text = String(validating: data, as: UTF8.self)
    else {
      return .missing(
        "there is no file \(path) in \(sources.lastPathComponent)"
          + Excerpt.hint(nearestFile(to: path)))
    }
    let lines = text.withPlainLineEnds.lines
    guard let section = Excerpt.section(mark, of: lines) else {
      let marks = lines.compactMap(\.mark)
      return .missing(
        "\(path) has no “// MARK: - \(mark)”"
          + Excerpt.hint(mark.nearest(among: marks))
          + (marks.isEmpty
            ? "; write one above what is to be shown"
            : "; it has " + marks.joined(separator: ", ")))
    }
    return .section(section.joined(separator: "\n") + "\n")
  }

  private static func hint(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean “\($0)”?" } ?? ""
  }

  private func nearestFile(to path: String) -> String? {
    let folder = sources.appending(path: path).deletingLastPathComponent()
    let prefix = path.split(separator: "/").dropLast().joined(separator: "/")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.nearest(among: names.sorted()).map {
      prefix.isEmpty ? $0 : "\(prefix)/\($0)"
    }
  }

  /// The lines under a mark, without the indentation they share and without
  /// empty lines at their ends; nil if there is no such mark.
  static func section(_ mark: String, of lines: [String]) -> [String]? {
    guard let start = lines.firstIndex(where: { $0.mark == mark }) else {
      return nil
    }
    let depth = lines[start].indentation
    var section: [String] = []
    for line in lines[(start + 1)...] {
      // What closes the braces the mark stands in is less indented than it.
      let isOutside =
        !line.isBlank && line.indentation < depth
      if line.mark != nil || isOutside { break }
      section.append(line)
    }
    while section.first?.isBlank ?? false { section.removeFirst() }
    while section.last?.isBlank ?? false { section.removeLast() }
    let shared =
      section.filter { !$0.isBlank }.map(\.indentation).min() ?? 0
    return section.map { String($0.dropFirst(shared)) }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  fileprivate var indentation: Int {
    prefix { $0 == " " || $0 == "\t" }.count
  }

  /// What a `// MARK: - Step` line marks.
  fileprivate var mark: String? {
    let line = drop { $0.isWhitespace }
    guard line.hasPrefix("// MARK:") else { return nil }
    let name = line.dropFirst(8).drop { $0 == " " || $0 == "-" }
    return name.isEmpty ? nil : String(name)
  }
}
