// All lessons as packages of their own, for those who take them home.

import Foundation

/// What the packages of a course's lessons hold.
public struct LessonPackages: Equatable, Sendable {
  /// The library's sources, which every package holds, by path.
  public let library: [String: [UInt8]]
  /// What only a lesson's package holds: by slug, then by path.
  public let own: [String: [String: String]]

  public init(
    library: [String: [UInt8]], own: [String: [String: String]]
  ) {
    self.library = library
    self.own = own
  }

  /// Nil if the library cannot be copied: no package would stand alone.
  public init?(_ course: Course, toolchain: Toolchain) throws {
    let found: EjectedLibrary
    do {
      found = try Ejection.library(toolchain: toolchain, isLinked: false)
    } catch is Problem {
      return nil
    }
    guard case .copied(let targets, _) = found else { return nil }
    var library: [String: [UInt8]] = [:]
    for target in targets {
      let folder = toolchain.package.appending(path: target.path)
      for (path, bytes) in try LessonPackages.files(below: folder) {
        library["\(target.folder)/\(path)"] = bytes
      }
    }
    self.library = library
    var own: [String: [String: String]] = [:]
    for lesson in course.lessons where !lesson.ejectedPrograms.isEmpty {
      let ejection = Ejection(
        lesson, library: found, imports: toolchain.settings.imports,
        flags: Toolchain.optimisation)
      own[lesson.slug] = ejection.files.merging(
        [Ejection.originName: lesson.path + "\n"]) { $1 }
    }
    self.own = own
  }

  private static func files(below folder: URL) throws -> [String: [UInt8]] {
    let manager = FileManager.default
    var files: [String: [UInt8]] = [:]
    for path in try manager.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path).path
      var isFolder: ObjCBool = false
      if manager.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue, let data = manager.contents(atPath: file)
      {
        files[path] = Array(data)
      }
    }
    return files
  }
}
