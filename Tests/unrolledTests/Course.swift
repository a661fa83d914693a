import Foundation

/// A folder of lessons, and the tool run on it.
struct Course {
  let folder: URL
  var site: String { folder.appending(path: "../site").standardized.path }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init(_ lessons: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "unrolled-\(UUID().uuidString)/lessons")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    try write(
      "unrolled.yml",
      """
      title: Sums
      summary: A course for tests.
      product: Unrolled
      environment: { UNROLLED_LIBRARY_ONLY: "1" }
      imports: [LessonRuntime]
      parts:
        - { title: One, summary: The only one., lessons: [sums] }
      """)
    for (name, text) in lessons { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name).standardized)
  }

  func text(_ name: String) throws -> String {
    try String(
      contentsOf: folder.appending(path: name).standardized, encoding: .utf8)
  }

  struct Result {
    let status: Int
    let output: String
    let error: String
  }

  /// What a command is told about where things are.
  enum Place {
    case nothing
    case lessons
    /// The lessons, and the package they link against.
    case workshop

    init(for command: String) {
      switch command {
      case "test", "accept", "run", "build", "explain": self = .workshop
      case "new", "data": self = .lessons
      default: self = .nothing
      }
    }
  }

  /// Runs `unrolled` on these lessons, in the package's folder.
  func run(
    _ arguments: String..., in place: Place? = nil, package: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    var words = arguments
    switch place ?? Place(for: arguments[0]) {
    case .nothing: break
    case .lessons: words += ["--lessons", folder.path]
    case .workshop:
      words += ["--lessons", folder.path]
      words += ["--package", (package ?? Self.root).path]
    }
    return try run(Self.tool, words, environment: environment)
  }

  /// Runs the package manager, as a reader would.
  func runSwift(_ arguments: String...) throws -> Result {
    try run(
      URL(filePath: "/usr/bin/env"), ["swift"] + arguments, environment: [:])
  }

  private func run(
    _ executable: URL, _ arguments: [String], environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { $1 }
    process.currentDirectoryURL = Self.root
    let (out, err) = (
      folder.appending(path: "out"), folder.appending(path: "err")
    )
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: Int(process.terminationStatus),
      output: try String(contentsOf: out, encoding: .utf8),
      error: try String(contentsOf: err, encoding: .utf8))
  }

  /// The tool stands beside the test bundle.
  private static let tool: URL = {
    var folder = Bundle.main.bundleURL
    #if os(macOS)
      if let bundle = Bundle.allBundles.first(where: {
        $0.bundlePath.hasSuffix(".xctest")
      }) {
        folder = bundle.bundleURL.deletingLastPathComponent()
      }
    #endif
    return folder.appending(path: "unrolled")
  }()
}
