import Foundation
import Frames
import Testing

@testable import Literate

/// A lesson's own program, compiled for a page and run in node, prints what
/// is recorded in the lesson: the live column holds real lessons.
@Suite(.serialized) struct LiveLessonTests {
  @Test(arguments: ["06-text-becomes-numbers.md", "12-a-model-whole.md"])
  func runsInNodeAsRecorded(name: String) throws {
    let folder = House.root.appending(path: "Lessons").path
    let lesson = try Lesson(reading: "\(folder)/\(name)")
    let run = try runInNode(lesson)
    let outcome = LessonOutcome(lesson: lesson, evidence: Evidence(run: run))
    let live = outcome.blocks.filter { LiveLessonTests.isLive($0.block) }
    #expect(live.count > 10)
    for block in live {
      let held = block.verdict.held
      #expect(
        held, "block \(block.block.number): \(block.verdict) \(block.text)")
    }
    for reference in outcome.references {
      let held = reference.held
      #expect(held, "\(reference.reference.target)")
    }
  }

  /// A page has no compiler to refuse a block, and no process to copy.
  private static func isLive(_ block: Block) -> Bool {
    block.fence.role == .runs || block.fence.role == .timing
  }

  private func runInNode(_ lesson: Lesson) throws -> LessonRun {
    let scratch = House.root.appending(path: ".build/live")
    let base = scratch.appending(path: "lesson-\(lesson.number ?? 0)")
    let program = base.appendingPathExtension("swift")
    let wasm = base.appendingPathExtension("wasm")
    let frames = base.appendingPathExtension("frames")
    try FileManager.default.createDirectory(
      at: scratch, withIntermediateDirectories: true)
    let source = Program(
      lesson: lesson, blocks: lesson.blocks.filter(Self.isLive),
      imports: ["Tensors", "RNN", "Figures", "LessonRuntime"], isForPage: true
    ).source
    try Data(source.utf8).write(to: program)
    let tools = House.root.appending(path: "Tests/LiveColumn")
    let compiled = try runProgram(
      "/bin/sh",
      [
        tools.appending(path: "build.sh").path, program.path, wasm.path,
        scratch.path,
      ], in: scratch)
    try #require(compiled.succeeded, "\(compiled.errorText)")
    let ran = try runProgram(
      try ToolError.find("node"),
      [
        tools.appending(path: "run.mjs").path, "--frames=\(frames.path)",
        wasm.path,
      ], in: scratch)
    try #require(ran.succeeded, "\(ran.errorText)")
    let lines = try String(contentsOf: frames, encoding: .utf8)
      .split(separator: "\n")
    return LessonRun(
      frames: try lines.compactMap {
        Frame(try JSONDecoder().decode([String].self, from: Data($0.utf8)))
      }, output: ran.output, error: ran.error, ending: ran.ending,
      trapLines: [])
  }
}
