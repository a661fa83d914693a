// The compiler, and the library that lessons link against.
// Next: LibraryBuild.swift.

import Foundation

/// Compiles lessons against the package's prebuilt, optimised library.
public struct Toolchain: Sendable {
  /// The package's folder.
  public let package: URL
  public let settings: CourseSettings
  private let swift: String
  private let swiftc: String

  /// Where everything of lessons is built: a scratch folder of its own, since
  /// a package's folder is locked while it builds or tests itself.
  public var scratch: URL { package.appending(path: ".build/lessons") }

  /// Which compiler this is: where it is, how large and how old.
  let compiler: String

  private let names = LibraryNames()

  /// Finds the compiler.
  public init(package: URL, settings: CourseSettings) throws(ToolError) {
    self.package = package
    self.settings = settings
    swift = try ToolError.find("swift")
    swiftc = try ToolError.find("swiftc")
    let path = URL(filePath: swiftc).resolvingSymlinksInPath().path
    let stamp = FileStamp(path)
    compiler = "\(path) \(stamp?.size ?? 0) \(stamp?.time ?? 0)"
  }

  // MARK: - The library

  /// Builds the library that lessons link against; does nothing when it is
  /// up to date.
  public func buildLibrary() throws(ToolError) {
    _ = try libraryName(isDouble: false)
  }

  /// A name for the library as it is now, which is built if it must be.
  func libraryName(isDouble: Bool) throws(ToolError) -> String {
    try names.name(of: library(isDouble: isDouble))
  }

  private func library(isDouble: Bool) -> LibraryBuild {
    LibraryBuild(toolchain: self, isDouble: isDouble)
  }

  /// Runs the package manager.
  func swift(_ arguments: [String], in scratch: URL) throws(ToolError)
    -> Transcript
  {
    try run(
      swift, arguments, environment: settings.environment ?? [:], in: scratch)
  }

  /// The flags that let kernels use the machine's fused multiply-add. They
  /// stand here and not in the package: one with unsafe flags could not be
  /// depended on.
  static var optimisation: [String] {
    #if arch(arm64)
      ["-Xswiftc", "-DUNROLLED_FMA"]
    #else
      hasFusedMultiplyAdd
        ? ["-Xcc", "-march=native", "-Xswiftc", "-DUNROLLED_FMA"] : []
    #endif
  }

  private static var hasFusedMultiplyAdd: Bool {
    #if os(Linux)
      let flags =
        (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))
      return flags?.contains(" fma ") ?? false
    #else
      return false
    #endif
  }

  /// The first line the compiler says about itself.
  public func version() throws(ToolError) -> String {
    let text = try run(swiftc, ["--version"], in: scratch).outputText
    let words = text.split(separator: " ")
    guard let at = words.firstIndex(of: "version"), at + 1 < words.count else {
      return text
    }
    return "Swift \(words[at + 1])"
  }

  // MARK: - Lessons

  /// Compiles a program to an executable in `folder`, or only checks it.
  ///
  /// - Returns: the compiler's errors, at their places in the lesson.
  func compile(
    _ program: Program, lesson: Lesson, in folder: URL, onlyChecking: Bool,
    isDouble: Bool = false
  ) throws(ToolError) -> [Diagnostic] {
    let main = folder.appending(path: "main.swift")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true)
      try Data(program.source.utf8).write(to: main, options: .atomic)
    } catch {
      throw .cannotWrite(folder.path, "\(error.localizedDescription)")
    }
    let library = library(isDouble: isDouble)
    let transcript = try library.whileUnchanged { () throws(ToolError) in
      try run(
        swiftc,
        [main.path] + flags(onlyChecking: onlyChecking)
          + places(library, folder: folder, onlyChecking: onlyChecking),
        in: scratch)
    }
    let errors = Diagnostic.errors(
      in: transcript.errorText, of: lesson, program: program)
    if !transcript.succeeded && errors.isEmpty {
      if let why = Toolchain.lackOfRoom(transcript.errorText) {
        throw .cannotWrite(folder.path, why)
      }
      return [.unplaced(transcript.errorText, of: program, main: main.path)]
    }
    return errors
  }

  /// What a compiler that could not write says: no fault of the lesson.
  private static func lackOfRoom(_ text: String) -> String? {
    [ENOSPC, EDQUOT, EROFS, EFBIG].map { String(cString: strerror($0)) }
      .first(where: text.contains)
      ?? (text.contains("failed due to signal \(SIGXFSZ)")
        ? String(cString: strerror(EFBIG)) : nil)
  }

  /// How lessons are compiled.
  func flags(onlyChecking: Bool) -> [String] {
    let flags = [
      "-swift-version", "6", "-default-isolation", "MainActor",
      "-diagnostic-style", "llvm", "-suppress-warnings", "-module-name",
      "Lesson",
    ]
    // Not `-typecheck`: what is used before it has a value is found later.
    return flags + (onlyChecking ? ["-emit-sil"] : ["-Onone", "-g"])
  }

  /// Where modules are found and results go; the library last, since linkers
  /// look for what they already miss.
  private func places(
    _ library: LibraryBuild, folder: URL, onlyChecking: Bool
  ) -> [String] {
    var flags = ["-I", library.products.appending(path: "Modules").path]
    for map in moduleMaps(library) {
      flags += ["-Xcc", "-fmodule-map-file=\(map.path)"]
    }
    return flags
      + (onlyChecking
        ? ["-o", "/dev/null"]
        : [
          "-o", folder.appending(path: "lesson").path, library.archive.path,
        ])
  }

  /// The module maps of the package's C targets.
  private func moduleMaps(_ library: LibraryBuild) -> [URL] {
    let folders = try? FileManager.default.contentsOfDirectory(
      at: library.products, includingPropertiesForKeys: nil)
    return (folders ?? [])
      .map { $0.appending(path: "module.modulemap") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
      .sorted { $0.path < $1.path }
  }

  private func run(
    _ executable: String, _ arguments: [String],
    environment: [String: String] = [:], in scratch: URL
  ) throws(ToolError) -> Transcript {
    do {
      try FileManager.default.createDirectory(
        at: scratch, withIntermediateDirectories: true)
      return try runProgram(
        executable, arguments, environment: environment, in: scratch,
        workingFolder: package)
    } catch {
      throw .cannotRun(executable, "\(error.localizedDescription)")
    }
  }
}
