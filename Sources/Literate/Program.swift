// A lesson's one program. Next: Toolchain.swift, which compiles it.

/// The Swift source of a lesson: its blocks in order, each between calls that
/// say which block is running, each at its own file and line.
public struct Program: Equatable, Sendable {
  public private(set) var source: String
  /// Lines on which `show(` was put before a trailing expression.
  private var shows: [Show] = []
  /// Where each block begins: its first line here, and in the lesson.
  private var starts: [Start] = []
  private let path: String
  private let isForPage: Bool

  private struct Start: Equatable {
    let generated: Int
    let lesson: Int
  }

  private struct Show: Equatable {
    let line: Int
    let column: Int
  }

  /// The program of some blocks of a lesson. One that must not compile is a
  /// block like any other here: it is for the compiler to refuse.
  ///
  /// - Parameter isForPage: whether it is to run in a page, as WebAssembly.
  public init(
    lesson: Lesson, blocks: [Block], imports: [String], isForPage: Bool = false
  ) {
    path = lesson.path
    self.isForPage = isForPage
    source = imports.map { "import \($0)\n" }.joined()
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    let traps = block.fence.role == .traps
    starts.append(
      Start(
        generated: source.count { $0 == "\n" } + 1, lesson: block.codeLine))
    source +=
      traps
      ? "LessonRuntime._traps(\(block.number)) {\n"
      : "LessonRuntime._begin(\(block.number))\n"
    source +=
      "#sourceLocation(file: \(quoted(path)), line: \(block.codeLine))\n"
    source += shown(block)
    source += "#sourceLocation()\n"
    source += traps ? "}\n" : "LessonRuntime._end(\(block.number))\n"
  }

  /// The block's code, its trailing expression within `show( )`.
  private mutating func shown(_ block: Block) -> String {
    var code = block.code.hasSuffix("\n") ? block.code : block.code + "\n"
    if isForPage { code = pageCode(code) }
    guard let last = TrailingExpression(in: code) else { return code }
    shows.append(
      Show(line: block.codeLine + last.line, column: last.column))
    let bytes = Array(code.utf8)
    return String(
      decoding: bytes[..<last.range.lowerBound] + Array(Program.show.utf8)
        + bytes[last.range] + Array(")".utf8)
        + bytes[last.range.upperBound...], as: UTF8.self)
  }

  private static let show = "LessonRuntime.show("

  /// The lesson's line nearest to a line of this source.
  func lessonLine(of line: Int?) -> Int {
    let start = starts.last { $0.generated <= line ?? 1 } ?? starts.first
    return start?.lesson ?? 1
  }

  /// A column as the compiler counts it, in the lesson's own counting.
  func column(_ column: Int, line: Int) -> Int {
    guard let show = shows.first(where: { $0.line == line }),
      column > show.column
    else { return column }
    return max(show.column, column - Program.show.utf8.count)
  }
}

/// A string literal of Swift.
private func quoted(_ text: String) -> String {
  "\"" + text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] } + "\""
}
