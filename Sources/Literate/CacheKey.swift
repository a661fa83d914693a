// What a program's outcome depends on. Next: RunCache.swift.

import Foundation

/// Everything a program's outcome depends on, and nothing else: no prose, no
/// line numbers, no word that only changes how a block is shown.
struct CacheKey: Codable, Equatable, Sendable {
  /// Raised when the engine comes to write or to judge programs otherwise.
  private var engine = 1
  /// Compiled and run, or only compiled.
  private let isRun: Bool
  private let imports: [String]
  private let code: [Code]
  private let library: String
  private let isDouble: Bool
  private let compiler: String
  private let flags: [String]
  /// Variables it is run with.
  private let environment: [String: String]
  /// Data sets, each with the sizes and times of its files.
  private let data: [String: [String: FileStamp]]

  /// A block as the compiler sees it.
  private struct Code: Codable, Equatable {
    let text: String
    let traps: Bool
    /// Where it stands, if it asks.
    let place: String?

    init(_ block: Block, of lesson: Lesson) {
      text = block.code
      traps = block.fence.role == .traps
      let asks = ["#line", "#file", "#column"]
        .contains { block.code.contains($0) }
      place = asks ? "\(lesson.path):\(block.codeLine)" : nil
    }
  }

  init(
    _ script: Script, of lesson: Lesson, toolchain: Toolchain,
    environment: [String: String], isRun: Bool
  ) throws(ToolError) {
    self.isRun = isRun
    self.environment = isRun ? environment : [:]
    imports = toolchain.settings.imports
    code = script.blocks.map { Code($0, of: lesson) }
    library = try toolchain.libraryName(isDouble: script.isDouble)
    isDouble = script.isDouble
    compiler = toolchain.compiler
    flags = toolchain.flags(onlyChecking: !isRun)
    var data: [String: [String: FileStamp]] = [:]
    if isRun {
      for name in script.needs.data {
        data[name] = toolchain.settings.data?[name]?.stamps(of: name)
      }
    }
    self.data = data
  }

  /// The name of its entry.
  var digest: Digest {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Digest((try? encoder.encode(self)) ?? Data())
  }

  /// What is not as it was when another outcome was kept.
  func changes(
    since old: CacheKey, blocks: [Block]
  ) -> [String] {
    var changes: [String] = []
    if engine != old.engine { changes.append("the engine") }
    if library != old.library || isDouble != old.isDouble {
      changes.append("the library")
    }
    if compiler != old.compiler { changes.append("the compiler") }
    if flags != old.flags { changes.append("the compiler’s flags") }
    if imports != old.imports { changes.append("the imports") }
    if environment != old.environment { changes.append("its settings") }
    for name in Set(data.keys).union(old.data.keys).sorted()
    where data[name] != old.data[name] {
      changes.append("the files of data set \(name)")
    }
    return changes + codeChanges(since: old, blocks)
  }

  /// The blocks whose code is not among the old ones.
  private func codeChanges(since old: CacheKey, _ blocks: [Block]) -> [String] {
    guard code != old.code else { return [] }
    let changed = zip(code, blocks).filter { !old.code.contains($0.0) }
      .map { "the code of block \($0.1.number)" }
    if !changed.isEmpty { return changed }
    return [
      code.count < old.code.count
        ? "a block that is gone" : "the order of the blocks"
    ]
  }
}
