// A program's run, as its frames and streams tell it. Next: Evidence.swift.

import Foundation
import Frames

/// What a run of a lesson's program left behind.
struct LessonRun: Sendable {
  let frames: [Frame]
  let output: Data
  let error: Data
  let ending: Ending
  /// The lesson's lines that stops of this run point at.
  let trapLines: [Int]
}

extension LessonRun {
  /// Runs the program that stands in `folder`.
  init(
    lesson: Lesson, in folder: URL, timeLimit: Double,
    environment: [String: String] = [:], workingFolder: URL? = nil
  ) throws(ToolError) {
    let frames = folder.appending(path: "frames")
    let reports = folder.appending(path: "reports")
    do {
      try? FileManager.default.removeItem(at: reports)
      try FileManager.default.createDirectory(
        at: reports, withIntermediateDirectories: true)
      try Data().write(to: frames)
      let transcript = try runProgram(
        folder.appending(path: "lesson").path, [],
        environment: TrapReport.environment(folder: reports)
          .merging(["UNROLLED_FRAMES": frames.path]) { $1 }
          .merging(environment) { $1 },
        in: folder, workingFolder: workingFolder ?? folder,
        timeLimit: timeLimit)
      self.frames = Frame.decode(Array(try Data(contentsOf: frames))).frames
      output = transcript.output
      error = transcript.error
      ending = transcript.ending
      trapLines = TrapReport.lines(in: reports, lesson: lesson)
    } catch {
      throw .cannotRun(lesson.path, "\(error.localizedDescription)")
    }
  }
}

extension LessonRun {
  /// The blocks that began, by number.
  var blocks: [Int: BlockRun] {
    var blocks: [Int: BlockRun] = [:]
    var (current, mark) = (0, Mark(output: 0, error: 0))
    func close(at next: Mark) {
      let text = output.text(from: mark.output, to: next.output)
      if !text.isEmpty {
        blocks[current, default: .init()].output.append(.text(text))
      }
      blocks[current, default: .init()].said += error.text(
        from: mark.error, to: next.error)
      mark = next
    }
    for frame in frames {
      switch frame {
      case .begin(let block, let next):
        close(at: next)
        current = block
        blocks[block] = BlockRun()
      case .picture(let picture, let next):
        close(at: next)
        blocks[current, default: .init()].output.append(.picture(picture))
      case .end(let block, let next):
        close(at: next)
        blocks[block]?.ended = true
      case .stopped(let block, let status, let next):
        close(at: next)
        blocks[block]?.status = status
      case .note(let name, let value):
        blocks[current, default: .init()].notes[name] = value
      case .knob: break
      }
    }
    close(at: Mark(output: output.count, error: error.count))
    blocks[0] = nil
    return blocks
  }
}

extension Data {
  fileprivate func text(from start: Int, to end: Int) -> String {
    guard start >= 0, start < end, end <= count else { return "" }
    return String(decoding: self[start..<end], as: UTF8.self)
  }
}
