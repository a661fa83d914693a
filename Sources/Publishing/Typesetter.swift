// Sets formulas with KaTeX: one process for all of them. Next: Site/theme/
// formulas.cjs, which that process runs.

import Foundation
import Literate

/// Where formulas are set, and where what was set is kept.
public struct Typesetter: Sendable {
  /// The folder of `formulas.cjs`.
  let theme: String
  /// A folder for results, of the build's own.
  let cache: String
  /// Folders that Node.js looks for KaTeX in, beside those it knows.
  let packages: [String]
  /// Folders that `node` is looked for in.
  let searchPath: [String]

  public init(
    theme: String, cache: String,
    packages: [String] = ["/usr/share/nodejs", ".build/katex/node_modules"],
    searchPath: [String] = Typesetter.environmentPath
  ) {
    self.theme = theme
    self.cache = cache
    self.packages = packages
    self.searchPath = searchPath
  }

  public static var environmentPath: [String] {
    (ProcessInfo.processInfo.environment["PATH"] ?? "")
      .split(separator: ":").map(String.init)
  }

  /// Sets every formula; those of one letter are only made sure of a font.
  func typeset(_ uses: [FormulaUse]) throws(SiteError) -> Typesetting {
    guard !uses.isEmpty else { return Typesetting() }
    let all = Set(uses.map(\.formula)).sorted { $0.sortKey < $1.sortKey }
    let formulas = all.filter { $0.letter == nil }
    let reply = try reply(
      to: Request(
        cache: cache + "/formulas.json",
        formulas: formulas.map {
          .init(tex: $0.tex, display: $0.isDisplayed)
        },
        letters: all.compactMap(\.letter).joined()))
    let problems = problems(reply, formulas, uses)
    guard problems.isEmpty else { throw .problems(problems) }
    return Typesetting(
      html: Dictionary(
        uniqueKeysWithValues: zip(formulas, reply.results.map(\.html))),
      style: reply.style)
  }

  private func problems(
    _ reply: Reply, _ formulas: [Formula], _ uses: [FormulaUse]
  ) -> [Problem] {
    zip(formulas, reply.results).flatMap { formula, result -> [Problem] in
      guard let reason = result.error else { return [] }
      return uses.filter { $0.formula == formula }.map {
        Problem(
          path: $0.path, line: $0.line, column: $0.column,
          message: "KaTeX cannot set this formula: \(reason)")
      }
    }
  }
}

extension Formula {
  /// An order that is the same every time.
  fileprivate var sortKey: String { (isDisplayed ? "1" : "0") + tex }
}

// MARK: - The process

/// What the script is asked.
private struct Request: Encodable {
  struct Formula: Encodable {
    let tex: String
    let display: Bool
  }

  let cache: String
  let formulas: [Formula]
  let letters: String
}

/// What it answers.
private struct Reply: Decodable {
  struct Result: Decodable {
    let html: String
    let error: String?
  }

  let results: [Result]
  let style: String
}

extension Typesetter {
  private var node: String? {
    searchPath.flatMap { ["\($0)/node", "\($0)/nodejs"] }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Question and answer are files: neither side waits for the other.
  private func reply(to request: Request) throws(SiteError) -> Reply {
    guard let node else { throw .noNode }
    let script = "\(theme)/formulas.cjs"
    guard FileManager.default.fileExists(atPath: script) else {
      throw .missing(file: script)
    }
    let name = "formulas-\(UUID().uuidString)"
    let files = ["question", "answer", "error"].map {
      URL(filePath: "\(cache)/\(name).\($0)")
    }
    defer {
      for file in files { try? FileManager.default.removeItem(at: file) }
    }
    let status: Int32
    do {
      try FileManager.default.createDirectory(
        atPath: cache, withIntermediateDirectories: true)
      for file in files { try Data().write(to: file) }
      try JSONEncoder().encode(request).write(to: files[0])
      status = try run(node, [script], files)
    } catch {
      throw .formulas(reason: error.localizedDescription)
    }
    if status == 3 { throw .noKaTeX }
    guard status == 0, let answer = try? Data(contentsOf: files[1]),
      let reply = try? JSONDecoder().decode(Reply.self, from: answer)
    else {
      let said = (try? String(contentsOf: files[2], encoding: .utf8)) ?? ""
      throw .formulas(reason: "\(script) ended with \(status): \(said)")
    }
    return reply
  }

  private func run(
    _ node: String, _ arguments: [String], _ files: [URL]
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: node)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    let known = environment["NODE_PATH"].map { [$0] } ?? []
    environment["NODE_PATH"] = (known + packages.map(\.absolutePath))
      .joined(separator: ":")
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension String {
  fileprivate var absolutePath: String { URL(filePath: self).path }
}
