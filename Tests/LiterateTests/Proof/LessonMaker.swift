// Throws dice for a lesson: lists in quotes, tildes, long fences, tabs, tables,
// HTML, and links that only look like values.

@testable import Literate

/// Makes lessons, the same from the same dice.
struct LessonMaker {
  private var dice: Dice
  private var made = MadeLesson()

  /// A line without its end.
  private struct Line {
    var pieces: [MadeLesson.Piece]
    /// Accepting may rewrite it, and its end.
    var isOpen = false
    /// Accepting may write under it.
    var opensBelow = false

    init(_ text: String) { pieces = [.kept(text)] }

    init(_ pieces: [MadeLesson.Piece]) { self.pieces = pieces }

    static func open(_ text: String) -> Line {
      var line = Line([.open(text)])
      line.isOpen = true
      return line
    }

    var isBlank: Bool {
      pieces.allSatisfy {
        switch $0 {
        case .kept(let text), .open(let text):
          text.allSatisfy { $0 == " " }
        }
      }
    }

    /// The line behind a list's or a quote's mark.
    func behind(_ mark: String) -> Line {
      var line = self
      line.pieces.insert(isOpen ? .open(mark) : .kept(mark), at: 0)
      return line
    }
  }

  init(dice: Dice) {
    self.dice = dice
  }

  /// One lesson.
  mutating func lesson() -> MadeLesson {
    made = MadeLesson()
    for name in Words.names { made.notes[name] = dice.pick(Words.values) }
    var lines = [Line("# " + words()), Line(""), Line(words()), Line("")]
    for _ in 0...dice.roll(6) { lines += part(depth: 0) + gap() }
    let end = dice.pick(["\n", "\n", "\r\n", "\r"])
    if dice.chance(20) { made.pieces.append(.kept("\u{FEFF}")) }
    for (index, line) in lines.enumerated() {
      made.pieces += line.pieces
      let isCut = index == lines.count - 1 && dice.chance(30)
      if !isCut { made.pieces.append(line.isOpen ? .open(end) : .kept(end)) }
      if line.opensBelow { made.pieces.append(.open("")) }
    }
    return made
  }

  // MARK: - Parts

  private mutating func part(depth: Int) -> [Line] {
    switch dice.roll(depth > 2 ? 8 : 11) {
    case 0, 1, 2: block(isInside: depth > 0)
    case 3: [Line(words())]
    case 4, 5: [sentence()]
    case 6: other()
    case 7: table()
    case 8: inside(mark: "> ", next: "> ", blank: ">", depth: depth)
    case 9: inside(mark: "- ", next: "  ", blank: "", depth: depth)
    default: inside(mark: "12. ", next: "    ", blank: "", depth: depth)
    }
  }

  private mutating func gap() -> [Line] {
    [Line("")] + (dice.chance(20) ? [Line("")] : [])
  }

  /// Some parts in a list or a quote.
  private mutating func inside(
    mark: String, next: String, blank: String, depth: Int
  ) -> [Line] {
    var lines = part(depth: depth + 1)
    if dice.chance(60) { lines += [Line("")] + part(depth: depth + 1) }
    return lines.enumerated().map { index, line in
      line.behind(index == 0 ? mark : line.isBlank ? blank : next)
    }
  }

  private mutating func words() -> String {
    (0...dice.roll(8)).map { _ in dice.pick(Words.prose) }
      .joined(separator: " ")
  }

  /// A sentence with values in it, true and only apparent ones.
  private mutating func sentence() -> Line {
    var pieces: [MadeLesson.Piece] = [.kept(words() + " ")]
    for _ in 0...dice.roll(3) {
      let name = dice.pick(Words.names)
      let number = dice.pick(Words.numbers)
      switch dice.roll(5) {
      case 0: pieces.append(.kept("`[\(number)](value:\(name))`"))
      case 1: pieces.append(.kept("<a href=\"value:\(name)\">\(number)</a>"))
      case 2:
        pieces += [.kept("**["), .open(number), .kept("](<value:\(name)>)**")]
        made.links += 1
      default:
        pieces += [.kept("["), .open(number), .kept("](value:\(name))")]
        made.links += 1
      }
      pieces.append(.kept(" " + words() + " "))
    }
    return Line(pieces + [.kept("end.")])
  }

  private mutating func table() -> [Line] {
    let name = dice.pick(Words.names)
    made.links += 1
    return [
      Line("| a | b |"), Line("|---|--:|"),
      Line([
        .kept("| `[1](value:\(name))` | ["), .open(dice.pick(Words.numbers)),
        .kept("](value:\(name)) |"),
      ]),
    ]
  }

  /// A fence that is only shown, or HTML: nothing in it is ours.
  private mutating func other() -> [Line] {
    dice.pick([
      ["```python", "[1](value:a)", "```"],
      ["~~~~", "```swift", "let no = 1", "```", "~~~~"],
      ["Indented:", "", "    ```python", "    no = 1"],
      ["<!--", "```output", "1", "```", "-->"],
      ["<div>[1](value:a)</div>"],
      ["```math", "h_t = \\tanh(a_t)", "```"],
      ["A note[^1] and another[^no].", "", "[^1]: [see](claim:a=a)."],
    ]).map { Line($0) }
  }

  // MARK: - Blocks

  private mutating func block(isInside: Bool) -> [Line] {
    let indent = String(repeating: " ", count: isInside ? 0 : dice.roll(4))
    let fence = dice.pick(["```", "````", "~~~", "~~~~~"])
    let info = dice.pick(["swift", "swift", " swift hidden", "swift timing"])
    let code = (0...dice.roll(3)).map { _ in dice.pick(Words.code) }
      .filter { isInside ? !$0.contains("\t") : true }
      .filter { !$0.contains(fence) }
    made.codes.append(code.map { $0 + "\n" }.joined())
    var lines = [fence + info] + code + [fence]
    lines = lines.map { $0.isEmpty ? "" : indent + $0 }
    var block = lines.map { Line($0) }
    let output = self.output(isInside: isInside)
    block[block.count - 1].opensBelow = output.isEmpty
    return block + output
  }

  private mutating func output(isInside: Bool) -> [Line] {
    made.printed.append(text())
    guard dice.chance(60) else {
      made.recorded.append(nil)
      return []
    }
    let indent = String(repeating: " ", count: isInside ? 0 : dice.roll(4))
    let fence = dice.pick(["```", "````", "~~~~"])
    let recorded = dice.chance(30) ? made.printed.last ?? "" : text()
    var lines = recorded.withPlainLineEnds.lines
      .filter { !$0.contains(fence) && !$0.contains("\t") }
    if lines.isEmpty { lines = ["1"] }
    made.recorded.append(lines.joined(separator: "\n"))
    lines = [fence + "output"] + lines + [fence]
    return [.open("")] + lines.map { .open($0.isEmpty ? "" : indent + $0) }
  }

  /// What a block prints.
  private mutating func text() -> String {
    (0..<dice.roll(5)).map { _ in dice.pick(Words.printed) }
      .joined(separator: dice.chance(90) ? "\n" : "\r\n")
  }
}
