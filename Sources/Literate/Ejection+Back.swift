// From an ejected package back into the lesson.

import CommonMark
import Foundation
import SwiftSyntax

/// The changes of an ejected lesson, on their way into its Markdown.
public struct Return: Equatable, Sendable {
  /// The lesson as it was ejected.
  public let lesson: Lesson
  /// Its text with the blocks changed, and no other byte.
  public let text: String
  /// The numbers of the blocks that changed.
  public let changed: [Int]
  private let folder: String

  /// - Parameter codes: the code of blocks as it is now, by their numbers.
  init(_ lesson: Lesson, codes: [Int: String], folder: String)
    throws(Problem)
  {
    let lines = SourceLines(lesson.source)
    let changed = lesson.blocks.filter { block in
      codes[block.number].map { $0 != block.code.withFinalLineEnd } ?? false
    }
    var bytes = lines.bytes
    for block in changed.reversed() {
      let place = block.place
      let range = lines.range(place.line + 1, through: place.endLine - 1)
      var content = (codes[block.number] ?? "").lines
      if content.last?.isEmpty ?? false { content.removeLast() }
      bytes.replaceSubrange(
        range, with: Array(lines.written(content, like: place.line).utf8))
    }
    self.lesson = lesson
    self.folder = folder
    self.changed = changed.map(\.number)
    text = String(decoding: bytes, as: UTF8.self)
    try check(codes)
  }

  /// What is written must be the same lesson, but for these blocks.
  private func check(_ codes: [Int: String]) throws(Problem) {
    let result = try? Lesson(path: lesson.path, source: text)
    let wanted = lesson.blocks.map {
      (codes[$0.number] ?? $0.code).withFinalLineEnd
    }
    guard let result,
      result.blocks.map(\.code.withFinalLineEnd) == wanted,
      result.blocks.map(\.fence) == lesson.blocks.map(\.fence),
      result.blocks.map(\.recorded?.text)
        == lesson.blocks.map(\.recorded?.text),
      result.references.map(\.target) == lesson.references.map(\.target)
    else {
      throw Problem(
        path: lesson.path,
        message: "these changes would break the lesson; nothing was written")
    }
  }

  /// Writes the lesson, if it is as it was ejected, and the copy of it in the
  /// package, so that one can go on.
  public func write() throws(Problem) {
    guard !changed.isEmpty else { return }
    try lesson.rewrite(
      as: text, changedSince: "was ejected",
      advice: "eject it again, into another folder")
    let copy = "\(folder)/\(Ejection.lessonName)"
    do {
      try Data(text.utf8).write(to: URL(filePath: copy), options: .atomic)
    } catch {
      throw Problem(
        path: copy, message: "cannot be written: \(error.localizedDescription)")
    }
  }
}

extension EjectedProgram {
  /// The code of the blocks between their marks, as a lesson has it.
  func codes(in source: String, path: String) throws(Problem) -> [Int: String] {
    var codes: [Int: String] = [:]
    var open: (number: Int, lines: [String])?
    for (index, line) in source.lines.enumerated() {
      func problem(_ message: String) -> Problem {
        Problem(path: path, line: index + 1, message: message)
      }
      switch (BlockMark(line), open) {
      case (.begin(let number)?, nil):
        guard codes[number] == nil, script.own.contains(number) else {
          throw problem("there is no such block here, or it is here twice")
        }
        open = (number, [])
      case (.end(let number)?, let block?) where block.number == number:
        codes[number] = block.lines.map { $0 + "\n" }.joined()
        open = nil
      case (_?, _):
        throw problem("this mark has no place here; each //> has its //<")
      case (nil, _): open?.lines.append(line)
      }
    }
    if let open {
      throw Problem(
        path: path,
        message: "block \(open.number) has no end; write "
          + BlockMark.end(open.number).line)
    }
    if let lost = script.own.subtracting(codes.keys).min() {
      throw Problem(
        path: path,
        message: "the marks of block \(lost) are gone; an empty block keeps "
          + "them")
    }
    for block in script.blocks where codes[block.number] != nil {
      if codes[block.number] == block.ejectedCode.plainLineEnds {
        codes[block.number] = block.code.withFinalLineEnd
      } else if block.ejectedCode != block.code.withFinalLineEnd {
        codes[block.number] = codes[block.number].map(withoutShow)
      }
    }
    return codes
  }
}

/// Code whose last statement is `show(value)`, with the value alone.
private func withoutShow(_ code: String) -> String {
  let file = SourceFileSyntax.parsed(code)
  guard let last = file.statements.last, case .expr(let expression) = last.item,
    let call = expression.as(FunctionCallExprSyntax.self),
    call.calledExpression.trimmedDescription == "show",
    call.arguments.count == 1, call.arguments.first?.label == nil,
    call.trailingClosure == nil, let left = call.leftParen,
    let right = call.rightParen
  else { return code }
  let bytes = Array(code.utf8)
  let start = call.positionAfterSkippingLeadingTrivia.utf8Offset
  let end = call.endPositionBeforeTrailingTrivia.utf8Offset
  let inner =
    left.endPositionBeforeTrailingTrivia
    .utf8Offset..<right
    .positionAfterSkippingLeadingTrivia.utf8Offset
  return String(
    decoding: bytes[..<start] + bytes[inner] + bytes[end...], as: UTF8.self)
}

extension String {
  /// As a block's code stands in a program: its last line ends.
  fileprivate var withFinalLineEnd: String {
    let text = plainLineEnds
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  fileprivate var plainLineEnds: String { replacing("\r\n", with: "\n") }
}
