// Ejections on disk.

import Foundation

extension Ejection {
  /// Plans the package of a lesson, and writes it to a new or empty folder.
  ///
  /// - Parameter isLinked: whether the library is used from where it is, and
  ///   not copied.
  @discardableResult
  public static func write(
    _ lesson: Lesson, to folder: String, toolchain: Toolchain,
    isLinked: Bool = false
  ) throws -> Ejection {
    let manager = FileManager.default
    let place = URL(filePath: folder).standardizedFileURL
    let names = try? manager.contentsOfDirectory(atPath: place.path)
    guard names?.isEmpty ?? true else {
      throw Problem(
        path: folder,
        message: "this folder is not empty; name one that is, or is not there")
    }
    guard !lesson.ejectedPrograms.isEmpty else {
      throw Problem(
        path: lesson.path, message: "no block of this lesson runs")
    }
    let library = try library(toolchain: toolchain, isLinked: isLinked)
    let ejection = Ejection(
      lesson, library: library, imports: toolchain.settings.imports,
      flags: Toolchain.optimisation)
    do {
      for (name, text) in ejection.files {
        let file = place.appending(path: name)
        try manager.createDirectory(
          at: file.deletingLastPathComponent(),
          withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
      }
      let origin = URL(filePath: lesson.path).standardizedFileURL.path
      try Data((origin + "\n").utf8).write(
        to: place.appending(path: originName))
      if case .copied(let targets, _) = library {
        for target in targets {
          let copy = place.appending(path: target.folder)
          try manager.createDirectory(
            at: copy.deletingLastPathComponent(),
            withIntermediateDirectories: true)
          try manager.copyItem(
            at: toolchain.package.appending(path: target.path), to: copy)
        }
      }
    } catch {
      throw ToolError.cannotWrite(folder, error.localizedDescription)
    }
    return ejection
  }

  /// Names the lesson's file.
  static let originName = ".lesson"

  static func library(
    toolchain: Toolchain, isLinked: Bool
  ) throws -> EjectedLibrary {
    let settings = toolchain.settings
    if isLinked {
      return .linked(
        folder: toolchain.package.path, product: settings.product,
        environment: settings.environment ?? [:])
    }
    let transcript = try toolchain.swift(
      [
        "package", "dump-package", "--package-path", toolchain.package.path,
        "--scratch-path", toolchain.scratch.path,
      ], in: toolchain.scratch)
    guard transcript.succeeded else {
      throw ToolError.packageUnreadable(
        toolchain.package.path, transcript.errorText)
    }
    let dump = try? JSONDecoder().decode(
      PackageDump.self, from: transcript.output)
    guard let library = dump?.library(settings.product) else {
      throw Problem(
        path: toolchain.package.path,
        message: "the product \(settings.product) is more than Swift and C "
          + "sources of this package, and cannot be copied; say --link to use "
          + "it from where it is")
    }
    return library
  }

  /// The lesson an ejected package came from, with the changes made in it.
  public static func back(from folder: String) throws -> Return {
    let place = URL(filePath: folder).standardizedFileURL
    func text(_ name: String) throws -> String {
      guard
        let data = try? Data(contentsOf: place.appending(path: name)),
        let text = String(validating: data, as: UTF8.self)
      else {
        throw Problem(
          path: "\(folder)/\(name)",
          message: "this file cannot be read; is this folder an ejected "
            + "lesson?")
      }
      return text
    }
    let path = try text(originName).trimmingCharacters(
      in: .whitespacesAndNewlines)
    let lesson = try Lesson(path: path, source: text(lessonName))
    var codes: [Int: String] = [:]
    for program in lesson.ejectedPrograms {
      let found = try program.codes(
        in: text(program.path), path: "\(folder)/\(program.path)")
      codes.merge(found) { $1 }
    }
    return try Return(lesson, codes: codes, folder: folder)
  }
}
