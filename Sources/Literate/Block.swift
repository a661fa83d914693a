// One `swift` fence of a lesson. Next: Fence.swift, which reads its words.

import CommonMark

/// A block of Swift in a lesson, and what was recorded under it.
public struct Block: Equatable, Sendable {
  /// Its number in the lesson, from 1.
  public let number: Int
  public let fence: Fence
  /// The lines between the fences.
  public let code: String
  /// The fence lines' place in the file, the fences included.
  public let place: Place
  /// The `output` fence under it, if there is one.
  public let recorded: Recorded?

  /// The line of the file on which its code begins.
  public var codeLine: Int { place.line + 1 }

  /// The lines of the file from its code to its closing fence.
  public var lines: ClosedRange<Int> { codeLine...max(codeLine, place.endLine) }
}

/// An `output` fence.
public struct Recorded: Equatable, Sendable {
  /// Its text, without the last line feed.
  public let text: String
  public let place: Place
}
