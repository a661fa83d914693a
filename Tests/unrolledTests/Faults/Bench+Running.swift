// Running the tool on a bench: to its end, or not.

import Foundation

extension Bench {
  struct Result {
    let status: Int
    let output: String
    let error: String
  }

  /// A run that is under way.
  struct Run {
    let process: Process
    let output: URL
    let error: URL

    func result() throws -> Result {
      process.waitUntilExit()
      defer {
        for file in [output, error] {
          try? FileManager.default.removeItem(at: file)
        }
      }
      let status = Int(process.terminationStatus)
      return Result(
        status: process.terminationReason == .exit ? status : 128 + status,
        output: try String(contentsOf: output, encoding: .utf8),
        error: try String(contentsOf: error, encoding: .utf8))
    }
  }

  /// The words of a command, with the folders of this bench.
  func words(_ command: String, _ options: [String]) -> [String] {
    [command] + options + [
      "--lessons", lessons.path, "--package", package.path,
    ]
      + (command == "build"
        ? [
          "--output", site.path,
          "--theme", Bench.root.appending(path: "Site/theme").path,
        ] : [])
  }

  @discardableResult
  func run(_ command: String, _ options: String...) throws -> Result {
    try start(Bench.tool.path, words(command, options)).result()
  }

  /// Runs the tool where something was done before, by a shell.
  func run(after preparation: String, _ command: String, _ options: String...)
    throws -> Result
  {
    let words = ([Bench.tool.path] + words(command, options))
      .map { "'\($0)'" }.joined(separator: " ")
    return try start("/bin/sh", ["-c", "\(preparation)\n\(words)"]).result()
  }

  /// Starts the tool, and kills it after some seconds.
  func kill(_ command: String, _ options: [String], after seconds: Double)
    throws
  {
    let run = try start(Bench.tool.path, words(command, options))
    Thread.sleep(forTimeInterval: seconds)
    #if canImport(Darwin)
      Darwin.kill(run.process.processIdentifier, SIGKILL)
    #else
      Glibc.kill(run.process.processIdentifier, SIGKILL)
    #endif
    _ = try run.result()
  }

  func start(_ command: String, _ options: [String] = []) throws -> Run {
    let name = UUID().uuidString
    let process = Process()
    let (output, error) = (
      folder.appending(path: "\(name).out"),
      folder.appending(path: "\(name).err")
    )
    for file in [output, error] { try Data().write(to: file) }
    process.executableURL = URL(filePath: command)
    process.arguments = options
    process.currentDirectoryURL = package
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    return Run(process: process, output: output, error: error)
  }

  /// The tool stands beside the test bundle.
  static let tool: URL = {
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
