// A lesson as a package of its own. Next: EjectedLibrary.swift, and
// Ejection+Back.swift for the way home.

/// The files of a package that is one lesson: its programs, block by block,
/// with the library beside them.
///
///     lesson.md                  the lesson as it was
///     Package.swift  README.md
///     Sources/lesson/main.swift  its program; one more for each `fresh`, …
///     Library/…                  the library's sources
public struct Ejection: Equatable, Sendable {
  /// Files by their paths in the package, but for the library's.
  public let files: [String: String]
  /// The numbers of the blocks that stay in the lesson.
  public let left: [Int]

  /// - Parameters:
  ///   - imports: what every lesson's program imports.
  ///   - flags: how the library is compiled to be quick.
  init(
    _ lesson: Lesson, library: EjectedLibrary, imports: [String],
    flags: [String]
  ) {
    let programs = lesson.ejectedPrograms
    let main = programs.map(\.name)
    var files = [
      Ejection.lessonName: lesson.source,
      "Package.swift": library.manifest(
        name: lesson.slug, programs: main),
      ".gitignore": ".build/\n",
    ]
    for program in programs {
      files[program.path] = program.source(of: lesson, imports: imports)
    }
    let left = lesson.blocks.map(\.number).filter { number in
      !programs.contains { $0.script.own.contains(number) }
    }
    files["README.md"] = Ejection.readme(
      lesson, programs: main, left: left, library: library, flags: flags)
    self.files = files
    self.left = left
  }

  static let lessonName = "lesson.md"

  private static func readme(
    _ lesson: Lesson, programs: [String], left: [Int],
    library: EjectedLibrary, flags: [String]
  ) -> String {
    let before = library.environment.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value) " }.joined()
    let several = programs.count > 1
    let commands = programs.map { name in
      let which = several ? " " + name : ""
      let optimised = (["-c", "release"] + flags).joined(separator: " ")
      return "\(before)swift run\(which)\n"
        + "\(before)swift run \(optimised)\(which)   # many times quicker\n"
    }.joined()
    let numbers = left.map(String.init).joined(separator: ", ")
    let rest =
      left.isEmpty
      ? ""
      : "\nBlocks that do not run in a program of their own stay in the "
        + "lesson alone: \(numbers).\n"
    return """
      # \(lesson.title)

      The lesson “\(lesson.title)” as a Swift package: its text is in \
      [lesson.md](lesson.md), its blocks are in \
      \(programs.map { "[\($0)](Sources/\($0)/main.swift)" }
        .joined(separator: ", ")).

      ```sh
      \(commands)```

      A block that must stop the program does so in a copy of it, and says a \
      lot; the program goes on.

      Change what stands between `//>` and `//<`, and run it again. To put \
      your changes into the lesson it came from, in the folder you took it \
      from:

      ```sh
      unrolled eject --back FOLDER
      ```
      \(rest)
      """
  }
}

/// One of a lesson's programs, on its way into a package.
struct EjectedProgram: Equatable {
  let script: Script

  /// What the package calls it: `lesson`, `lesson-fresh-2`.
  var name: String {
    guard script.name != "main" else { return "lesson" }
    let words = script.name.split { !$0.isLetter && !$0.isNumber }
    return (["lesson"] + words.filter { $0 != "main" })
      .joined(separator: "-")
  }

  var path: String { "Sources/\(name)/main.swift" }

  /// The program's source: the blocks, each between its marks.
  func source(of lesson: Lesson, imports: [String]) -> String {
    var source = """
      // \(lesson.title)
      //
      // The blocks of the lesson. Change what stands between //> and //<; the
      // rest is not put back into it.

      \(imports.map { "import \($0)\n" }.joined())
      """
    for block in script.blocks {
      let isOwn = script.own.contains(block.number)
      let traps = block.fence.role == .traps
      let heading = lesson.heading(above: block.codeLine)
      source += "\n"
      if traps { source += "LessonRuntime._traps(\(block.number)) {\n" }
      source +=
        isOwn
        ? BlockMark.begin(block.number).line + " · \(heading)\n"
        : "// Block \(block.number), as in another program; change it there.\n"
      source += block.ejectedCode
      if isOwn { source += BlockMark.end(block.number).line + "\n" }
      if traps { source += "}\n" }
    }
    return source
  }
}

/// The lines around a block.
enum BlockMark: Equatable {
  case begin(Int)
  case end(Int)

  var line: String {
    switch self {
    case .begin(let number): "//> block \(number)"
    case .end(let number): "//< block \(number)"
    }
  }

  init?(_ line: String) {
    guard let match = line.firstMatch(of: /^\s*\/\/([<>]) block (\d+)\b/),
      let number = Int(match.2)
    else { return nil }
    self = match.1 == ">" ? .begin(number) : .end(number)
  }
}

extension Lesson {
  /// The programs that run from block to block: not the exercises, whose
  /// parts are programs one by one, nor what computes in Double, which needs
  /// another library.
  var ejectedPrograms: [EjectedProgram] {
    scripts.filter { script in
      script.purpose == .runs && !script.isDouble
        && !blocks.contains {
          script.own.contains($0.number) && $0.fence.exercise != nil
        }
    }.map { EjectedProgram(script: $0) }
  }
}

extension Block {
  /// Its code, the value it ends with within `show( )`.
  var ejectedCode: String {
    let code =
      code.hasSuffix("\n") || code.isEmpty ? code : code + "\n"
    guard let last = TrailingExpression(in: code) else { return code }
    let bytes = Array(code.utf8)
    return String(
      decoding: bytes[..<last.range.lowerBound] + Array("show(".utf8)
        + bytes[last.range] + Array(")".utf8)
        + bytes[last.range.upperBound...], as: UTF8.self)
  }
}
