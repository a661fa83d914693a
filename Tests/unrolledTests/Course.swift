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
    try Data(text.utf8).write(to: folder.appending(path: name))
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

  /// Runs `unrolled` on these lessons, in the package's folder.
  func run(_ arguments: String..., environment: [String: String] = [:])
    throws -> Result
  {
    let isPlain = ["new", "data"].contains(arguments[0])
    let needsFolder = !["doctor", "help", "--help", "tset", "eject"]
      .contains(arguments[0])
    let process = Process()
    process.executableURL = Self.tool
    process.arguments =
      arguments
      + (needsFolder
        ? ["--lessons", folder.path] : [])
      + (needsFolder && !isPlain ? ["--package", Self.root.path] : [])
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
