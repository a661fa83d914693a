// The live column, compiled as Embedded Swift and run in node: the same
// program must say and show there what it says and shows here.

import Foundation
import Frames
import Testing

// The page calculates in Float; there is nothing to compare in Double.
#if !Double
  @Suite(
    .enabled(
      if: LiveColumn.node != nil,
      "node is missing from PATH: the live column cannot be run"),
    .serialized)
  struct LiveColumnTests {
    @Test(arguments: [
      "language", "training", "checks", "layers", "knobs",
    ])
    func saysAndShowsTheSame(_ name: String) throws {
      let native = try LiveColumn.runNatively(name)
      let page = try LiveColumn.runInNode(name)
      #expect(native.status == 0)
      #expect(page.status == 0, "\(page.error)")
      #expect(!native.output.isEmpty)
      #expect(page.output == native.output)
      #expect(!native.frames.isEmpty)
      #expect(page.frames == native.frames)
    }

    @Test func aTurnedKnobTurnsInBoth() throws {
      let settings = "learning rate=0.125\nunits=3\ncell=GRU\nbias=false\n"
      let native = try LiveColumn.runNatively("knobs", settings: settings)
      let page = try LiveColumn.runInNode("knobs", settings: settings)
      #expect(
        native.output == "0.125 0.1 3 GRU false good film\n", "\(native)")
      #expect(page.output == native.output)
      #expect(page.frames == native.frames)
      let asRecorded = try LiveColumn.runInNode("knobs")
      #expect(asRecorded.output == "0.2 0.1 8 LSTM true good film\n")
      #expect(
        asRecorded.frames.first
          == .knob(
            Knob("learning rate", .numbers(0.01...3), recorded: "0.2")))
    }

    /// A page's program has no tables to compose characters with.
    @Test func whatAReaderTypesIsComposedBefore() throws {
      let page = try LiveColumn.runInNode(
        "knobs", settings: "review=cafe\u{301}\n")
      let words = page.output.trimmingPrefix("0.2 0.1 8 LSTM true ")
      #expect(words.unicodeScalars.map(\.value) == [99, 97, 102, 233, 10])
    }

    @Test(arguments: ["units=65", "cell=lstm", "learning rate=fast"])
    func aKnobThatCannotBeTurnedThatFarStops(settings: String) throws {
      let native = try LiveColumn.runNatively("knobs", settings: settings)
      #expect(native.status != 0)
      #expect(native.error.contains("cannot be set to"), "\(native)")
      let page = try LiveColumn.runInNode("knobs", settings: settings)
      #expect(page.status == 1)
      #expect(page.output.contains("cannot be set to"), "\(page)")
    }

    @Test func aProgramThatStopsSaysWhy() throws {
      let page = try LiveColumn.runInNode("mistake")
      #expect(page.status == 1)
      let lines = page.output.split(separator: "\n")
      #expect(lines.first == "before")
      #expect(lines.count == 2)
      #expect(lines.last?.hasPrefix("Fatal error: ") == true)
      #expect(lines.last?.contains("[2] and [3]") == true)
      #expect(page.frames == [.begin(block: 1, at: Mark(output: 0, error: 0))])
    }
  }
#endif

/// What a program did.
struct ProgramRun {
  var status: Int32
  var output: String
  var error: String
  var frames: [Frame]
}

/// Compiles and runs the programs of Tests/LiveColumn.
enum LiveColumn {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// What compiles and runs programs as for a page.
  static let tools = root.appending(path: "Sources/WebAssembly")

  /// Where SwiftPM put the modules and objects of this build.
  static let build: URL = {
    let bundle =
      CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
    var folder = URL(filePath: bundle)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let modules = folder.appending(path: "Modules").path
      if FileManager.default.fileExists(atPath: modules) { break }
    }
    return folder
  }()

  /// Everything made here, beside this build's own products.
  static let scratch = build.appending(path: "live")

  static let node = tool("node")

  static func tool(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":")
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  // MARK: - Running

  static func runInNode(
    _ name: String, settings: String = ""
  ) throws -> ProgramRun {
    try FileManager.default.createDirectory(
      at: scratch, withIntermediateDirectories: true)
    let program = scratch.appending(path: name + ".wasm")
    let frames = scratch.appending(path: name + ".jsonl")
    let build = ["/bin/sh", tools.appending(path: "build.sh").path]
    let pages = root.appending(path: ".build/lessons/pages")
    let column = pages.appending(path: "column").path
    try lock(pages.appending(path: "unrolled.lock")) {
      try make(build + [column])
    }
    try make(build + [column, source(name).path, program.path])
    var result = try run([
      try #require(node).path, tools.appending(path: "run.mjs").path,
      "--frames=" + frames.path, "--settings=" + settings, program.path,
    ])
    let lines = try String(contentsOf: frames, encoding: .utf8)
      .split(separator: "\n")
    result.frames = try lines.map { line in
      let fields = try JSONDecoder().decode(
        [String].self, from: Data(line.utf8))
      return try #require(Frame(fields))
    }
    return result
  }

  static func runNatively(
    _ name: String, settings: String = ""
  ) throws -> ProgramRun {
    let program = scratch.appending(path: name)
    let frames = scratch.appending(path: name + ".frames")
    let manager = FileManager.default
    try manager.createDirectory(
      at: scratch, withIntermediateDirectories: true)
    let modules = [
      "CShims", "Tensors", "RNN", "Frames", "LessonRuntime", "Figures",
    ]
    let objects = try modules.flatMap { module in
      let folder = build.appending(path: module + ".build")
      return try manager.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      ).filter { $0.pathExtension == "o" }.map { $0.path }
    }
    let shims = build.appending(path: "CShims.build/module.modulemap").path
    // As the engine compiles lessons.
    try make(
      [
        try #require(tool("swiftc")).path, "-swift-version", "6",
        "-default-isolation", "MainActor", "-module-name", "Lesson",
        "-I", build.appending(path: "Modules").path,
        "-Xcc", "-fmodule-map-file=" + shims, source(name).path,
      ] + objects + ["-lm", "-o", program.path])
    try? manager.removeItem(at: frames)
    #expect(manager.createFile(atPath: frames.path, contents: nil))
    var result = try run(
      [program.path],
      environment: [
        "UNROLLED_FRAMES": frames.path, "UNROLLED_SETTINGS": settings,
      ])
    let decoded = Frame.decode(Array(try Data(contentsOf: frames)))
    #expect(decoded.whole)
    result.frames = decoded.frames
    return result
  }

  private static func source(_ name: String) -> URL {
    root.appending(path: "Tests/LiveColumn/" + name + ".swift")
  }

  /// The library is compiled where lessons' pages have it, once for all:
  /// who is at it holds the lock that `Literate.PageBuild` waits for, too.
  private static func lock(_ file: URL, _ body: () throws -> Void) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
    defer { close(descriptor) }
    try body()
  }

  /// Runs a compiler, and shows what it says if it fails.
  private static func make(_ command: [String]) throws {
    let result = try run(command)
    try #require(result.status == 0, "\(result.output)\(result.error)")
  }

  /// Runs a program to its end. What it writes goes to files: a pipe would
  /// fill up, and a frame counts the bytes before it.
  private static func run(
    _ command: [String], environment: [String: String] = [:]
  ) throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "error"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return ProgramRun(
      status: process.terminationStatus, output: texts[0], error: texts[1],
      frames: [])
  }
}
