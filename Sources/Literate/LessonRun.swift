// A program's run, as its frames and streams tell it. Next: Evidence.swift.

import Foundation
import Frames

/// What a run of a lesson's program left behind.
struct LessonRun: Sendable {
  let frames: [Frame]
  /// Whether something stood between the frames that is none of its program.
  var isGarbled = false
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
      let told = try FileHandle(forReadingFrom: frames)
      let transcript = try runProgram(
        folder.appending(path: "lesson").path, [],
        environment: TrapReport.environment(folder: reports)
          .merging(["UNROLLED_FRAMES": frames.path]) { $1 }
          .merging(environment) { $1 },
        in: folder, workingFolder: workingFolder ?? folder,
        timeLimit: timeLimit)
      let (all, isWhole) = Frame.decode(Array(try told.readToEnd() ?? Data()))
      self.frames = Array(all.prefix { $0.isAbout(lesson) })
      isGarbled =
        self.frames.count < all.count
        || !isWhole && transcript.ending.cause == .exited(0)
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

extension Frame {
  /// Whether a lesson's program may have sent this.
  fileprivate func isAbout(_ lesson: Lesson) -> Bool {
    switch self {
    case .begin(let block, _), .end(let block, _), .stopped(let block, _, _):
      lesson.blocks.indices.contains(block - 1)
    default: true
    }
  }
}

extension Data {
  /// The longest text that is kept whole, and what is kept of a longer one.
  private static let readable = 1 << 20
  private static let beginning = 2_000

  /// The text between two offsets, as far as there is one: a program may
  /// have written frames of its own.
  fileprivate func text(from start: Int, to end: Int) -> String {
    let (start, end) = (Swift.max(0, start), Swift.min(end, count))
    guard start < end else { return "" }
    // Nobody reads a flood: its beginning tells what it was.
    guard end - start > Data.readable else {
      return String(decoding: self[start..<end], as: UTF8.self)
    }
    let beginning = self[start..<start + Data.beginning]
    return String(decoding: beginning, as: UTF8.self)
      + "\n… and \(end - start - Data.beginning) bytes more\n"
  }
}
