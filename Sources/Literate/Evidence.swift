// What was found out about a program. Next: Judge.swift.

import Foundation
import Frames

/// Everything that was found out about one of a lesson's programs.
struct Evidence: Codable, Sendable {
  /// What the compiler said, by block.
  var errors: [Int: [Diagnostic]] = [:]
  /// What the blocks did that began, by number.
  var blocks: [Int: BlockRun] = [:]
  /// Something else stood among what it told of its blocks.
  var isGarbled = false
  /// How it ended, if it was run.
  var ending: Ending?
  /// The lesson's lines that stops of this run point at.
  var trapLines: [Int] = []
  var seconds = LessonOutcome.Seconds(compiling: 0, running: 0)
  /// When it was run.
  var date: Date?
  /// Not run here, for this reason.
  var absence: String?
  /// What another run printed where it was not the same, by block.
  var otherwise: [Int: BlockRun] = [:]
  /// It was found out before.
  var isRemembered = false
}

/// What one block did in a run.
struct BlockRun: Codable, Equatable, Sendable {
  var output: [OutputPiece] = []
  /// What it said on standard error.
  var said = ""
  /// It came to its end.
  var ended = false
  /// The status it stopped with, for a block that must stop the program.
  var status: Int?
  /// The values it noted.
  var notes: [String: NoteValue] = [:]
}

extension Evidence {
  /// What a run tells.
  init(run: LessonRun) {
    blocks = run.blocks
    isGarbled = run.isGarbled
    ending = run.ending
    trapLines = run.trapLines
    seconds.running = run.ending.seconds
  }

  /// The block that ended the program, or kept it from being compiled.
  var culprit: Int {
    errors.keys.min()
      ?? blocks.filter { !$0.value.ended && $0.value.status == nil }.keys.max()
      ?? 0
  }

  /// Whether the same program would tell the same again: it ended by itself.
  var isLasting: Bool {
    // A compiler that crashed may have been killed.
    let hasCrashed = errors.values.joined().contains {
      $0.message.contains("failed due to signal")
    }
    if hasCrashed || isGarbled { return false }
    guard let ending else { return !errors.isEmpty }
    return switch ending.cause {
    case .exited: true
    // Ended by a limit, or by somebody.
    case .signalled(let signal): signal != 9 && signal != 25
    case .timedOut: false
    }
  }
}

// MARK: - Moving

/// Where a block stood when something was found out about it.
struct BlockPlace: Codable, Equatable, Sendable {
  let number: Int
  let codeLine: Int
  let lineCount: Int

  init(_ block: Block) {
    number = block.number
    codeLine = block.codeLine
    lineCount = block.lines.count
  }

  var lines: Range<Int> { codeLine..<codeLine + lineCount }
}

extension Evidence {
  /// The same, of the same blocks at other places: prose moves them.
  func moved(from old: [BlockPlace], to new: [BlockPlace]) -> Evidence {
    guard old != new else { return self }
    let pairs = zip(old, new).sorted { $0.0.codeLine < $1.0.codeLine }
    let numbers = Dictionary(
      pairs.map { ($0.0.number, $0.1.number) }, uniquingKeysWith: { $1 })
    func number(_ number: Int) -> Int { numbers[number] ?? number }
    func line(_ line: Int) -> Int {
      guard let pair = pairs.last(where: { $0.0.codeLine <= line }) else {
        return line
      }
      return line - pair.0.codeLine + pair.1.codeLine
    }
    var moved = self
    moved.errors = [:]
    for (block, errors) in errors {
      moved.errors[number(block)] = errors.map {
        Diagnostic(
          line: line($0.line), column: $0.column, message: $0.message)
      }
    }
    moved.blocks = [:]
    for (block, run) in blocks { moved.blocks[number(block)] = run }
    moved.otherwise = [:]
    for (block, run) in otherwise { moved.otherwise[number(block)] = run }
    moved.trapLines = trapLines.map(line)
    return moved
  }
}
