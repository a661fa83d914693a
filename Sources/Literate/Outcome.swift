// What became of a lesson. Next: Comparison.swift, which judges outputs.

import Foundation
import Frames

/// What became of a lesson: of each block, and of each link of its prose.
public struct LessonOutcome: Equatable, Sendable {
  public let lesson: Lesson
  /// One for each block of the lesson, in order.
  public let blocks: [BlockOutcome]
  /// One for each reference of the lesson, in order.
  public let references: [ReferenceOutcome]
  /// Seconds it took to compile and to run.
  public let seconds: Seconds
  /// All of it was found out before: those were the seconds then.
  public internal(set) var isRemembered = false

  public init(
    lesson: Lesson, blocks: [BlockOutcome], references: [ReferenceOutcome],
    seconds: Seconds
  ) {
    self.lesson = lesson
    self.blocks = blocks
    self.references = references
    self.seconds = seconds
  }

  public struct Seconds: Codable, Equatable, Sendable {
    public var compiling: Double
    public var running: Double

    public init(compiling: Double, running: Double) {
      self.compiling = compiling
      self.running = running
    }
  }

  /// Whether everything is as the lesson says.
  public var held: Bool {
    blocks.allSatisfy(\.verdict.held) && references.allSatisfy(\.held)
  }
}

/// What became of a block.
public struct BlockOutcome: Equatable, Sendable {
  public let block: Block
  public let output: [OutputPiece]
  public internal(set) var verdict: Verdict
  /// What the compiler said, for a block it refused.
  public let diagnostics: [Diagnostic]
  /// What it said as it stopped, for a block that must stop the program.
  public let trap: Trap?
  /// When its program was run, for one that is only run when asked for.
  public let date: Date?
  /// What another run of the same program printed, if that was something
  /// else: first, then.
  public internal(set) var wobble: Difference?

  public init(
    block: Block, output: [OutputPiece], verdict: Verdict,
    diagnostics: [Diagnostic] = [], trap: Trap? = nil, date: Date? = nil
  ) {
    self.block = block
    self.output = output
    self.verdict = verdict
    self.diagnostics = diagnostics
    self.trap = trap
    self.date = date
  }

  /// The output as text: what is recorded, pictures by their words.
  public var text: String { output.words }
}

/// A stretch of a block's output.
public enum OutputPiece: Equatable, Sendable {
  case text(String)
  case picture(Picture)

  /// What is recorded of it: a picture's words.
  public var text: String {
    switch self {
    case .text(let text): text
    case .picture(let picture): picture.alternative
    }
  }
}

/// How a block's run compares with what the lesson says.
public enum Verdict: Equatable, Sendable {
  /// As recorded; for a block that prints nothing: it ran.
  case matched
  /// Varies from run to run, and is not compared.
  case varies
  /// Not run, for the reason the lesson gives.
  case excused(reason: String)
  /// Compiled and not run here, for this reason: what is recorded stands.
  case recorded(because: String)
  /// The output is not what was recorded.
  case differed(Difference)
  /// It printed something, and nothing is recorded under it.
  case unrecorded
  /// Something is recorded under it, and it printed nothing.
  case printedNothing
  /// The compiler refuses it.
  case didNotCompile([Diagnostic])
  /// The program stopped in it.
  case trapped(Trap)
  /// It ran longer than a lesson may.
  case timedOut(seconds: Double)
  /// The program ended in it with this status, saying nothing.
  case exited(status: Int)
  /// It must not compile, but does.
  case compiled
  /// It must stop the program, but does not.
  case returned
  /// It must not pass its check, but does.
  case passed
  /// It is a solution, and its check stops the program.
  case failedCheck(Trap)
  /// As recorded, but another run of the same program printed this instead.
  case unsteady(Difference)
  /// The source it shows a section of is not there.
  case noSource(String)
  /// An earlier block ended the program.
  case notRun(because: Int)

  public var held: Bool {
    switch self {
    case .matched, .varies, .excused, .recorded: true
    default: false
    }
  }
}

/// A program's stop: what it said, and where in the lesson it stood.
public struct Trap: Equatable, Sendable {
  public let message: String
  public let line: Int?

  public init(message: String, line: Int?) {
    self.message = message
    self.line = line
  }
}
