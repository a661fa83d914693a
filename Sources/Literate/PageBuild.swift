// Compiles lessons' programs for their pages. Next: PageRun.swift.

import Foundation

/// Compiles lessons as Embedded Swift to WebAssembly, for a package that has
/// `Sources/WebAssembly/build.sh`.
///
///     let build = PageBuild(toolchain: toolchain)
///     let programs = try await build?.programs(of: course.lessons)
public struct PageBuild: Sendable {
  let toolchain: Toolchain
  private let script: URL
  /// Runs a program as a page does.
  let host: URL

  /// Nil where the package has no library for pages.
  public init?(toolchain: Toolchain) {
    self.toolchain = toolchain
    let folder = toolchain.package.appending(path: "Sources/WebAssembly")
    script = folder.appending(path: "build.sh")
    host = folder.appending(path: "run.mjs")
    guard FileManager.default.fileExists(atPath: script.path) else {
      return nil
    }
  }

  /// Everything of pages is built beside what is built of lessons.
  var scratch: URL { toolchain.scratch.appending(path: "pages") }

  /// The programs of lessons, in their order, compiled side by side.
  public func programs(of lessons: [Lesson]) async throws -> [PageProgram] {
    let column = try compileColumn()
    let processors = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: (Int, PageProgram).self) {
      group in
      var programs: [Int: PageProgram] = [:]
      for (index, lesson) in lessons.enumerated() {
        if index >= processors, let (index, program) = try await group.next() {
          programs[index] = program
        }
        group.addTask { (index, try program(of: lesson, column)) }
      }
      for try await (index, program) in group { programs[index] = program }
      return lessons.indices.compactMap { programs[$0] }
    }
  }

  /// The program of one lesson.
  public func program(of lesson: Lesson) throws(ToolError) -> PageProgram {
    try program(of: lesson, compileColumn())
  }

  // MARK: - The library

  /// The library as pages have it.
  enum Column: Sendable {
    /// Compiled, and known by this name.
    case compiled(name: String)
    /// This machine's toolchain cannot.
    case refused(String)
  }

  /// Compiles the library, unless it is up to date.
  private func compileColumn() throws(ToolError) -> Column {
    let lock = try FolderLock(scratch.appending(path: "unrolled.lock"))
    defer { withExtendedLifetime(lock) {} }
    let transcript = try run("/bin/sh", [script.path, folder.path])
    let name = try? String(
      contentsOf: folder.appending(path: "name"), encoding: .utf8)
    switch transcript.ending.cause {
    case .exited(0): return .compiled(name: name ?? "")
    case .exited(2):
      return .refused("this toolchain compiles nothing for pages")
    default:
      throw .libraryDoesNotBuild(transcript.errorText + transcript.outputText)
    }
  }

  private var folder: URL { scratch.appending(path: "column") }

  /// The modules that pages have.
  private var imports: [String] {
    toolchain.settings.imports.filter {
      FileManager.default.fileExists(
        atPath: folder.appending(path: "\($0).swiftmodule").path)
    }
  }

  // MARK: - A lesson

  private func program(of lesson: Lesson, _ column: Column)
    throws(ToolError) -> PageProgram
  {
    guard let script = lesson.pageScript else {
      return .refused(lesson.pageLack)
    }
    let blocks = script.pageBlocks
    guard case .compiled(let name) = column else {
      if case .refused(let reason) = column { return .refused(reason) }
      return .refused(lesson.pageLack)
    }
    let cache = PageCache(folder: scratch.appending(path: lesson.slug))
    let key = PageCache.key(column: name, imports: imports, blocks: blocks)
    let entry: PageCache.Entry
    if let kept = cache.entry(key) {
      entry = kept
    } else {
      entry = try compile(blocks, of: lesson)
      cache.keep(entry, key)
    }
    switch entry {
    case .compiled(let bytes):
      return PageProgram(
        .compiled(bytes), blocks: Set(blocks.map(\.number)))
    case .refused(let index, let words):
      let number = blocks.indices.contains(index) ? blocks[index].number : 0
      return .refused("block \(number) does not compile for a page: \(words)")
    }
  }

  private func compile(_ blocks: [Block], of lesson: Lesson)
    throws(ToolError) -> PageCache.Entry
  {
    let folder = scratch.appending(path: "\(lesson.slug)-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "main.swift")
    let wasm = folder.appending(path: "lesson.wasm")
    let program = Program(
      lesson: lesson, blocks: blocks, imports: imports, isForPage: true)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true)
      try Data(program.source.utf8).write(to: source)
    } catch {
      throw .cannotWrite(folder.path, error.localizedDescription)
    }
    let transcript = try run(
      "/bin/sh", [script.path, self.folder.path, source.path, wasm.path])
    if transcript.succeeded {
      let xz = try ToolError.find("xz")
      return .compiled(
        Array(try run(xz, PageProgram.pack + [wasm.path]).output))
    }
    let said = transcript.errorText
    let error =
      Diagnostic.errors(in: said, of: lesson, program: program).first
      ?? .unplaced(said, of: program, main: source.path)
    let index = blocks.lastIndex { $0.codeLine <= error.line } ?? 0
    return .refused(index, error.message)
  }

  private func run(_ executable: String, _ arguments: [String])
    throws(ToolError) -> Transcript
  {
    do {
      return try runProgram(executable, arguments, in: scratch)
    } catch {
      throw .cannotRun(executable, error.localizedDescription)
    }
  }
}
