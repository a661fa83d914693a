// A page's program, run without a page: what it says must be what is
// recorded.

import Foundation
import Frames

extension PageBuild {
  /// What a lesson says when its page's program runs in node: of the blocks
  /// in it, and of the prose that names their values. Nil where a page has
  /// no program.
  ///
  /// - Parameter settings: what knobs are set to, by their names.
  public func outcome(
    of lesson: Lesson, settings: [(name: String, value: String)] = [],
    timeLimit: Double = 300
  ) throws(ToolError) -> LessonOutcome? {
    let program = try program(of: lesson)
    guard let bytes = program.bytes else { return nil }
    let run = try run(
      bytes, settings: Settings.text(settings), timeLimit: timeLimit)
    let outcome = LessonOutcome(lesson: lesson, evidence: Evidence(run: run))
    let noted = Set(run.blocks.values.flatMap(\.notes.keys))
    return LessonOutcome(
      lesson: lesson,
      blocks: outcome.blocks.filter {
        program.blocks.contains($0.block.number)
      },
      references: outcome.references.filter {
        noted.isSuperset(of: $0.reference.names)
      }, seconds: outcome.seconds)
  }

  private func run(
    _ bytes: [UInt8], settings: String, timeLimit: Double
  ) throws(ToolError) -> LessonRun {
    let folder = scratch.appending(path: "run-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let packed = folder.appending(path: "lesson.wasm.lzma")
    let program = folder.appending(path: "lesson.wasm")
    let frames = folder.appending(path: "frames")
    let node = try ToolError.find("node")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: packed)
      let xz = try ToolError.find("xz")
      try runProgram(xz, PageProgram.unpack + [packed.path], in: folder)
        .output.write(to: program)
      let transcript = try runProgram(
        node,
        [
          host.path, "--frames=\(frames.path)", "--settings=\(settings)",
          program.path,
        ], in: folder, timeLimit: timeLimit)
      let lines = (try? String(contentsOf: frames, encoding: .utf8)) ?? ""
      return LessonRun(
        transcript,
        frames: try lines.split(separator: "\n").compactMap {
          Frame(try JSONDecoder().decode([String].self, from: Data($0.utf8)))
        })
    } catch {
      throw .cannotRun(node, error.localizedDescription)
    }
  }
}

extension LessonRun {
  /// A page's program has one stream: why it stopped is the end of what it
  /// printed.
  fileprivate init(_ transcript: Transcript, frames: [Frame]) {
    let words = Data("Fatal error: ".utf8)
    let hasStopped = transcript.ending.cause == .exited(1)
    let end =
      hasStopped
      ? transcript.output.range(of: words, options: .backwards)?.lowerBound
      : nil
    self.init(
      frames: frames,
      output: transcript.output[..<(end ?? transcript.output.endIndex)],
      error: end.map { Data(transcript.output[$0...]) } ?? transcript.error,
      ending: hasStopped
        ? Ending(
          cause: .signalled(Int(SIGTRAP)), seconds: transcript.ending.seconds)
        : transcript.ending, trapLines: [])
  }
}

extension ProseReference {
  /// The names of the values it speaks of.
  fileprivate var names: [String] {
    switch kind {
    case .value(let name): [name]
    case .claim(let claim): claim.names
    }
  }
}
