import CommonMark
import Foundation
import Frames
import Testing

@testable import Literate

/// No document, output, frame or claim ends the engine or stands it still:
/// 100,000 of each kind in a proof.
@Suite struct FuzzTests {
  @Test func theParser() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("documents").each(1_000) { dice in
        var maker = LessonMaker(dice: dice)
        let made = maker.lesson()
        _ = dice.next()
        let text = dice.mutated(made.source)
        let document = Document(parsing: text)
        try hold("kept", Array(document.source.utf8) == Array(text.utf8), text)
        _ = document.html { node in
          if case .link = node.kind {
            .wrap(before: "<i>", after: "</i>")
          } else {
            .keep
          }
        }
        guard let lesson = try? Lesson(path: "1-a.md", source: text) else {
          return
        }
        // What can be read can be recorded, or is left alone.
        let printed = lesson.blocks.map { _ in dice.nonsense(upTo: 6) }
        let first = Acceptance(
          of: LessonOutcome(lesson, printing: printed, notes: made.notes))
        guard (try? first.check()) != nil else { return }
        let again = try Lesson(path: "1-a.md", source: first.text)
        let second = Acceptance(
          of: LessonOutcome(again, printing: printed, notes: made.notes))
        try hold(
          "accepted twice", second.edits.isEmpty, "\(text)\n→\n\(first.text)")
      }
    }
    if result == nil { Batch("documents").report() }
  }

  @Test func theComparator() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("comparisons").each(1_000) { dice in
        let recorded = dice.text()
        let printed = dice.chance(50) ? dice.mutated(recorded) : dice.text()
        let comparison = Comparison(
          tolerance: dice.chance(30) ? dice.pick([1e-9, 0.1, 1e300]) : nil)
        try hold("itself", comparison.agrees(recorded, recorded), recorded)
        let difference = Difference(
          recorded: recorded.lines, printed: printed.lines,
          by: comparison)
        // What was printed agrees with what would be recorded.
        let accepted = Difference(
          recorded: difference.accepted.lines, printed: printed.lines,
          by: comparison)
        try hold("accepted", accepted.isEmpty, "\(recorded)\n→\n\(printed)")
        _ = difference.description
        _ = difference.whole
      }
    }
    if result == nil { Batch("comparisons").report() }
  }

  @Test func theFrameReader() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("frames").each(1_000) { dice in
        let frames = (0..<dice.roll(6)).map { _ in dice.frame() }
        let bytes = frames.flatMap(\.encoded)
        let whole = Frame.decode(bytes)
        try hold("whole", whole.whole, "\(frames)")
        try hold(
          "read as written",
          whole.frames.map(\.encoded) == frames.map(\.encoded), "\(frames)")

        var broken = bytes
        for _ in 0...dice.roll(3) {
          let at = dice.roll(broken.count + 1)
          broken.replaceSubrange(
            at..<min(broken.count, at + dice.roll(4)),
            with: dice.chance(50)
              ? dice.bytes(upTo: 6)
              : Array(dice.pick(["1\n", "999999999\n", "-1", "\n"]).utf8))
        }
        let some = Frame.decode(broken)
        try dice.judge(some.frames)
      }
    }
    if result == nil { Batch("frames").report() }
  }

  @Test func claims() async {
    let result = await #expect(processExitsWith: .success) {
      try Batch("claims").each(1_000) { dice in
        let text = dice.chance(50) ? dice.claim() : dice.mutated(dice.claim())
        guard let claim = Claim(text) else { return }
        let values = Dictionary(
          claim.names.map { ($0, dice.pick(Words.values)) }
        ) { $1 }
        let (left, right) = (
          claim.left.value { values[$0] }, claim.right.value { values[$0] }
        )
        try hold("has a value", left != nil && right != nil, text)
        guard let left, let right, left.isNaN || right.isNaN else { return }
        try hold("not a number", !claim.comparison.holds(left, right), text)
      }
    }
    if result == nil { Batch("claims").report() }
  }
}

extension Dice {
  /// Something printed: words, numbers of every spelling, tables.
  fileprivate mutating func text() -> String {
    if chance(3) { return String(repeating: nonsense(upTo: 3), count: 3_000) }
    return (0..<roll(12)).map { _ in
      switch roll(4) {
      case 0: nonsense(upTo: 6)
      case 1: "loss \(pick(Words.values)), \(pick(Words.numbers))"
      case 2: "[[\(number()) \(number())]  \(number())]"
      default: "\(number())\(pick(Words.tokens))\(number())"
      }
    }.joined(separator: "\n")
  }

  /// Digits, signs, points and exponents, now and then a number.
  private mutating func number() -> String {
    var parts = ["", "-", "−", "+", "0", "00", "7", "12", "999999999999999999"]
    parts += [
      ".", ".5", ",", ",000", "e", "e5", "E-3", "e-9223372036854775808",
    ]
    parts += [
      "e99999999999999999999", "nan", "inf", "0x1p", "_", "%", "٣", "½",
    ]
    return several(parts, upTo: 5)
  }

  /// One of each kind, with fields of any sort.
  fileprivate mutating func frame() -> Frame {
    let offsets = [0, 1, 5, -5, 80, 999_999_999, .max, .min]
    let at = Mark(output: pick(offsets), error: pick(offsets))
    let block = pick([0, 1, 2, 3, -1, 99, .max, .min])
    return switch roll(5) {
    case 0: .begin(block: block, at: at)
    case 1: .end(block: block, at: at)
    case 2: .stopped(block: block, status: pick(offsets), at: at)
    case 3:
      .picture(
        Picture(markup: nonsense(upTo: 5), alternative: nonsense(upTo: 5)),
        at: at)
    default:
      chance(50)
        ? .note(name: pick(Words.names), value: .number(pick(Words.values)))
        : .note(name: nonsense(upTo: 2), value: .text(nonsense(upTo: 3)))
    }
  }

  /// Holds a lesson against a run that left these frames.
  fileprivate mutating func judge(_ frames: [Frame]) throws {
    let lesson = try Lesson(
      path: "1-a.md",
      source: "# A\n\nB [1](value:a).\n\n```swift\n1\n```\n\n"
        + "```swift traps\n2\n```\n\n```swift\n3\n```\n")
    let endings: [Ending.Cause] = [
      .exited(0), .exited(3), .signalled(5), .timedOut,
    ]
    let run = LessonRun(
      frames: frames, output: Data(bytes(upTo: 100)),
      error: Data(bytes(upTo: 100)),
      ending: Ending(cause: pick(endings), seconds: 1), trapLines: [6])
    let outcome = LessonOutcome(lesson: lesson, evidence: Evidence(run: run))
    _ = LessonReport(outcome).description
    _ = Acceptance(of: outcome).text
  }

  /// A claim, for the most part.
  fileprivate mutating func claim() -> String {
    term(depth: 0) + pick(["<", "≤", ">=", "=", "!=", "≠", "=="])
      + term(depth: 0)
  }

  private mutating func term(depth: Int) -> String {
    switch roll(depth > 4 ? 2 : 6) {
    case 0: pick(Words.names)
    case 1: pick(["0.1", "1e-3", "7", ".5", "1e999", "3."])
    case 2: "-" + term(depth: depth + 1)
    case 3: "abs(" + term(depth: depth + 1) + ")"
    case 4: "(" + term(depth: depth + 1) + ")"
    default:
      term(depth: depth + 1) + pick(["+", "−", "*", "÷", "/"])
        + term(depth: depth + 1)
    }
  }
}
