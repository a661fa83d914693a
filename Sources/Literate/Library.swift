// The library of a course: its source, to be read. Next: NameIndex.swift.

import Foundation

/// What `unrolled.yml` says of the library's pages.
///
///     library:
///       rooms:
///         - { folder: Tensors, summary: An array with a shape. }
///       walk:
///         - { name: Tensor, file: Tensors/Tensor.swift }
public struct LibrarySettings: Codable, Equatable, Sendable {
  /// Folders of `Sources`, and what lives there.
  public var rooms: [Room]
  /// The files to read first, in order, each by a name.
  public var walk: [Step]?

  public struct Room: Codable, Equatable, Sendable {
    public var folder: String
    public var summary: String

    public init(folder: String, summary: String) {
      (self.folder, self.summary) = (folder, summary)
    }
  }

  public struct Step: Codable, Equatable, Sendable {
    public var name: String
    public var file: String

    public init(name: String, file: String) {
      (self.name, self.file) = (name, file)
    }
  }
}

/// The files of a library.
public struct Library: Equatable, Sendable {
  public let rooms: [LibrarySettings.Room]
  public let walk: [LibrarySettings.Step]
  /// Room by room, in the order of their paths.
  public let files: [SourceFile]

  /// A library of these files; none, unless there are some.
  public init(
    rooms: [LibrarySettings.Room] = [], walk: [LibrarySettings.Step] = [],
    files: [SourceFile] = []
  ) {
    self.rooms = rooms
    self.walk = walk
    self.files = files
  }

  /// Reads the files of a package's folder of sources.
  ///
  /// - Throws: every folder and file that settings name and that is missing.
  public init(
    _ settings: LibrarySettings?, sources: URL
  ) throws(LessonError) {
    guard let settings else {
      self.init()
      return
    }
    var problems: [Problem] = []
    func problem(_ message: String) {
      problems.append(
        Problem(path: CourseSettings.fileName, message: message))
    }
    var paths: [String] = []
    for room in settings.rooms {
      let found = Library.paths(in: room.folder, of: sources)
      if found.isEmpty {
        problem("library: there is no Swift in “Sources/\(room.folder)”")
      }
      paths += found
    }
    for step in settings.walk ?? [] where !paths.contains(step.file) {
      problem("library: no room has the file “\(step.file)” of its walk")
    }
    let files = Library.files(paths, in: sources)
    guard problems.isEmpty else { throw LessonError(problems: problems) }
    self.init(
      rooms: settings.rooms, walk: settings.walk ?? [], files: files)
  }

  private static func paths(in folder: String, of sources: URL) -> [String] {
    let room = sources.appending(path: folder).path
    return (FileManager.default.enumerator(atPath: room)?.allObjects ?? [])
      .compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }
      .sorted { $0.fileOrder < $1.fileOrder }
  }

  /// Each is parsed by whichever processor is free.
  private static func files(_ paths: [String], in sources: URL)
    -> [SourceFile]
  {
    paths.inParallel { path in
      let data =
        FileManager.default.contents(
          atPath: sources.appending(path: path).path) ?? Data()
      return SourceFile(
        path: path,
        code: String(decoding: data, as: UTF8.self).withPlainLineEnds)
    }
  }
}

extension String {
  /// A folder's own files before those of the folders in it, and `Cell.swift`
  /// before `Cell+Steps.swift`.
  fileprivate var fileOrder: String {
    let parts = split(separator: "/").map(String.init)
    let stem = (parts.last ?? "").dropLast(6)
      .replacingOccurrences(of: "+", with: " ")
    return (parts.dropLast() + ["", stem]).joined(separator: "/")
  }
}
