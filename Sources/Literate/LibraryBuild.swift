// The library that lessons link against, built when its sources changed.
// Next: LessonRun.swift.

import Foundation
import Synchronization

/// One build of the library, in a scratch folder of its own.
struct LibraryBuild: Sendable {
  let toolchain: Toolchain
  /// Its scalars are Double.
  let isDouble: Bool

  /// Beside each other: one package manager locks one folder.
  var scratch: URL {
    isDouble
      ? toolchain.scratch.deletingLastPathComponent()
        .appending(path: toolchain.scratch.lastPathComponent + "-double")
      : toolchain.scratch
  }

  var products: URL {
    scratch.appending(path: "release").resolvingSymlinksInPath()
  }

  /// The library itself.
  var archive: URL {
    products.appending(path: "lib\(toolchain.settings.product).a")
  }

  private var lock: URL { scratch.appending(path: "unrolled.lock") }
  private var stampFile: URL { scratch.appending(path: "library.json") }

  private var arguments: [String] {
    [
      "build", "-c", "release", "--product", toolchain.settings.product,
      "--package-path", toolchain.package.path, "--scratch-path",
      scratch.path,
    ] + (isDouble ? ["--traits", "Double"] : []) + Toolchain.optimisation
      + ["-Xswiftc", "-g", "-Xcc", "-fno-omit-frame-pointer"]
  }

  // MARK: - Up to date

  /// What a build was made of, and what came of it.
  private struct Stamp: Codable {
    let arguments: [String]
    let environment: [String: String]
    let compiler: String
    let sources: Fingerprint
    let archive: FileStamp
    let name: Digest
  }

  /// Builds the library, unless it is up to date.
  ///
  /// - Returns: a name for this build, another one for another.
  func name() throws(ToolError) -> String {
    do {
      // Readers do not wait for each other.
      let reading = try FolderLock(lock, isShared: true)
      defer { withExtendedLifetime(reading) {} }
      if let name = upToDate { return name.description }
    }
    let writing = try FolderLock(lock)
    defer { withExtendedLifetime(writing) {} }
    if let name = upToDate { return name.description }
    return try build().description
  }

  /// Keeps the library as it is while `body` uses it.
  func whileUnchanged<Result>(
    _ body: () throws(ToolError) -> Result
  ) throws(ToolError) -> Result {
    let reading = try FolderLock(lock, isShared: true)
    defer { withExtendedLifetime(reading) {} }
    return try body()
  }

  private var upToDate: Digest? {
    guard let data = try? Data(contentsOf: stampFile),
      let stamp = try? JSONDecoder().decode(Stamp.self, from: data),
      stamp.arguments == arguments,
      stamp.environment == toolchain.settings.environment ?? [:],
      stamp.compiler == toolchain.compiler,
      stamp.archive == FileStamp(archive.path), stamp.sources.change() == nil
    else { return nil }
    return stamp.name
  }

  private func build() throws(ToolError) -> Digest {
    let start = Date.now.timeIntervalSince1970
    let transcript = try toolchain.swift(arguments, in: scratch)
    guard transcript.succeeded else {
      throw .libraryDoesNotBuild(transcript.errorText + transcript.outputText)
    }
    let name = digest
    let sources = Fingerprint(of: inputs)
    // What was saved while the compiler was at work may not be in it.
    let isSettled = Double(sources.latest) / 1e9 < start
    if isSettled, let archive = FileStamp(archive.path), !inputs.isEmpty {
      let stamp = Stamp(
        arguments: arguments,
        environment: toolchain.settings.environment ?? [:],
        compiler: toolchain.compiler, sources: sources, archive: archive,
        name: name)
      try? JSONEncoder().encode(stamp).write(to: stampFile, options: .atomic)
    } else {
      try? FileManager.default.removeItem(at: stampFile)
    }
    return name
  }

  /// Of what lessons see and link: the modules and the archive.
  private var digest: Digest {
    let modules = products.appending(path: "Modules")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: modules.path))
      ?? []
    let files =
      names.filter { $0.hasSuffix(".swiftmodule") }.sorted()
      .map { modules.appending(path: $0) } + [archive]
    return files.reduce(into: Digest()) { digest, file in
      digest.add((try? Data(contentsOf: file)) ?? Data())
    }
  }

  /// The files the package manager says it builds from, the folders they are
  /// in up to their packages', and the packages' descriptions.
  private var inputs: Set<String> {
    let manifest = scratch.appending(path: "release.yaml")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else {
      return []
    }
    let kinds = [".swift", ".c", ".h", ".modulemap", ".cpp", ".m", ".mm"]
    var inputs = Set<String>()
    var folders = Set<String>()
    for part in text.split(separator: "\"") {
      let path = String(part)
      guard path.hasPrefix("/"), !path.hasPrefix(scratch.path),
        kinds.contains(where: path.hasSuffix)
      else { continue }
      inputs.insert(path)
      folders.insert((path as NSString).deletingLastPathComponent)
    }
    for folder in folders { inputs.formUnion(around(folder)) }
    return inputs
  }

  /// A folder of sources, those above it, and the package's description.
  private func around(_ folder: String) -> Set<String> {
    var (found, folder) = (Set<String>(), folder)
    while folder.count > 1 {
      let manifest = folder + "/Package.swift"
      if FileManager.default.fileExists(atPath: manifest) {
        return found.union([manifest, folder + "/Package.resolved"])
      }
      found.insert(folder)
      folder = (folder as NSString).deletingLastPathComponent
    }
    return []
  }
}

/// The names of the builds a toolchain has looked at: once each.
final class LibraryNames: Sendable {
  private let names = Mutex<[Bool: String]>([:])

  func name(of build: LibraryBuild) throws(ToolError) -> String {
    if let name = names.withLock({ $0[build.isDouble] }) { return name }
    let name = try build.name()
    names.withLock { $0[build.isDouble] = name }
    return name
  }
}
