// What a page puts in place of a lesson's nodes. Next: LessonPage.swift.

import CommonMark
import Literate

extension LessonText {
  func rewrite(_ node: Node) -> Rewrite {
    if let formula = Formula(node) {
      return .replace(typesetting.markup(formula))
    }
    switch node.kind {
    case .heading: return heading(node)
    case .code(let info, let literal, _): return code(node, info, literal)
    case .link(let destination): return link(node, destination)
    case .footnoteReference(let label): return footnote(node, label)
    case .inlineCode(let code): return inlineCode(node, code)
    case .other("strong"): return strong(node)
    case .table:
      return .enclose(
        before: node.isLadder ? String.ladderStart : String.tableStart,
        after: "</div>")
    case .html: return .drop
    default: return .keep
    }
  }

  private func heading(_ node: Node) -> Rewrite {
    guard let position = entry.outline.position(of: node.place) else {
      return .keep
    }
    let section = entry.outline.sections[position]
    let (tag, anchor) = ("h\(section.level)", section.anchor.escaped)
    return .wrap(
      before: "<\(tag) id=\"\(anchor)\">",
      after: "<a class=\"anchor\" href=\"#\(anchor)\" "
        + "aria-label=\"Link to: \(section.title.escaped)\">#</a></\(tag)>")
  }

  private func code(_ node: Node, _ info: String, _ literal: String) -> Rewrite
  {
    let language = String(info.prefix { $0 != " " })
    if language == "output" || isFolded(node) { return .drop }
    if let index = blocks.firstIndex(where: { $0.block.place == node.place }) {
      return .replace(theme.render(.block, view(of: blocks[index])))
    }
    let code = plainMarkup(literal, language: language)
    if isInside(asides, node) {
      return .replace("<pre tabindex=\"0\"><code>\(code)</code></pre>")
    }
    return .replace(
      theme.render(
        .listing,
        ListingView(
          number: node.place.line, language: language.languageName, code: code)
      ))
  }

  var blocks: [BlockOutcome] { outcome.blocks }

  /// - Parameter lines: how many of its first lines are not shown.
  func view(
    of block: BlockOutcome, inExercise: Bool = false, skipping lines: Int = 0
  ) -> BlockView {
    BlockView(
      block, sourceFile: entry.lesson.fileName,
      firstFigure: firstFigure(ofBlockAt: block.block.number - 1),
      links: atlas.shelf.links(entry.uses[block.block.number - 1]),
      excerptAddress: excerptAddress(block.block),
      inExercise: inExercise, skipping: lines, knobs: knobs(of: block.block))
  }

  /// Figures are numbered through the lesson, from 1.
  func firstFigure(ofBlockAt index: Int) -> Int {
    1 + blocks[..<index].map(\.figureCount).reduce(0, +)
  }

  /// A knob that two blocks ask for stands under the first.
  private func knobs(of block: Block) -> KnobsView? {
    let calls = knobs.enumerated().filter { position, call in
      block.lines.contains(call.line)
        && !knobs[..<position].contains { $0.name == call.name }
    }.map(\.element)
    let isLive = program?.blocks.contains(block.number) ?? false
    return KnobsView(calls, block: block.number, bar: isLive ? bar : nil)
  }

  /// The row of buttons that runs the lesson.
  var bar: LiveBar? {
    program?.bytes == nil
      ? nil : LiveBar(recordedIn: outcome.seconds.running.seconds)
  }

  /// Whether this is a part of an exercise that its section ends with.
  private func isFolded(_ node: Node) -> Bool {
    if let hint = hint(node) {
      return exercises.contains { $0.id == hint.id }
    }
    guard let found = blocks.first(where: { $0.block.place == node.place }),
      let id = found.block.fence.exercise,
      found.block.fence.role != .exercise(id)
    else { return false }
    return exercises.contains { $0.id == id }
  }

  /// The section around an exercise.
  func enclosure(_ exercise: LessonExercise) -> Enclosure {
    let label =
      exercise.title == nil
      ? "aria-label=\"Exercise \(exercise.number)\""
      : "aria-labelledby=\"\(exercise.anchor.escaped)\""
    // A heading may have said so already.
    let says = exercise.title?.hasPrefix("Exercise") ?? false
    let view = ExerciseView(
      exercise, in: self,
      command: "unrolled practice \(entry.lesson.shortName)")
    return Enclosure(
      range: exercise.range,
      before: "<section class=\"exercise\" \(label)>"
        + (says
          ? "" : "<p class=\"eyebrow\">Exercise \(exercise.number)</p>"),
      after: theme.render(.exercise, view) + "</section>")
  }

  // MARK: - Inlines

  private func link(_ node: Node, _ destination: String) -> Rewrite {
    switch atlas.target(of: destination, in: entry.lesson) {
    case .checked: return checked(node)
    case .here(let address):
      return .wrap(before: "<a href=\"\(address.escaped)\">", after: "</a>")
    case .elsewhere, .nowhere: return .keep
    }
  }

  /// Code in the prose is linked like that in blocks; not in a heading or in
  /// a link, which is one already, nor where another library is spoken of.
  private func inlineCode(_ node: Node, _ code: String) -> Rewrite {
    guard !atlas.shelf.isEmpty, !places.contains(node.place),
      !isInside(asides, node),
      let declaration = atlas.shelf.names.inProse(code, of: entry.names),
      let html = atlas.shelf.markup(code, naming: declaration)
    else { return .keep }
    return .replace(html)
  }

  private func strong(_ node: Node) -> Rewrite {
    guard let term = entry.terms.first(where: { $0.place == node.place })
    else { return .keep }
    return .wrap(
      before: "<strong id=\"\(term.anchor.escaped)\">", after: "</strong>")
  }

  private func excerptAddress(_ block: Block) -> String? {
    guard case .excerpt(let path, let mark) = block.fence.role else {
      return nil
    }
    return atlas.shelf.address(ofMark: mark, in: path)
  }

  private func checked(_ node: Node) -> Rewrite {
    let found = outcome.references.first { $0.reference.place == node.place }
    guard let found else { return .keep }
    let view = ReferenceView(
      found, blocks: blocks, isLive: program?.bytes != nil)
    return .wrap(before: view.before, after: view.after)
  }

  private func footnote(_ node: Node, _ number: String) -> Rewrite {
    let mark = "<sup class=\"sn-ref\" aria-hidden=\"true\">\(number)</sup>"
    let first = document.allNodes.first {
      if case .footnoteReference(number) = $0.kind { true } else { false }
    }
    guard first?.place == node.place else { return .replace(mark) }
    return .footnote(
      before: mark + "<span class=\"sn\" role=\"note\">"
        + "<b aria-hidden=\"true\">\(number)</b>",
      after: "</span>")
  }
}

/// What the listing template is filled in with: code of another language.
private struct ListingView: Sendable {
  let number: Int
  let language: String
  let code: String
}

extension BlockOutcome {
  var figureCount: Int { output.filter { $0.markup != nil }.count }
}

extension String {
  /// A fence's word as a reader would say it.
  fileprivate var languageName: String {
    switch self {
    case "": "Text"
    case "sh", "bash", "console": "Terminal"
    case "yml", "yaml": "YAML"
    case "json": "JSON"
    default: prefix(1).uppercased() + dropFirst()
    }
  }
}
