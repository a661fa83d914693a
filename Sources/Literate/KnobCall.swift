// The knobs of a lesson, as its code has them.

import Frames
import SwiftParser
import SwiftSyntax

/// A call of `knob` in a lesson: `let rate = knob("learning rate", 0.2, …)`.
public struct KnobCall: Equatable, Sendable {
  /// What the reader calls it: `learning rate`.
  public let name: String
  /// What the code calls it: `rate`.
  public let variable: String?
  /// What it may be, if the code spells that out.
  public let knob: Knob?
  /// Its line in the lesson's file.
  public let line: Int

  /// `learning rate (rate): a number from 0.01 to 3.0, recorded with 0.2`
  public var description: String {
    let short = variable.flatMap { $0 == name ? nil : " (\($0))" } ?? ""
    let words = knob.map { ": \($0.choice), recorded with \($0.recorded)" }
    return name + short + (words ?? "")
  }
}

extension Lesson {
  /// The knobs of the blocks that run, in order; a knob's name stands in
  /// quotation marks in the code.
  public var knobs: [KnobCall] {
    blocks.filter(\.fence.isRun).flatMap { block in
      let finder = KnobFinder(block)
      finder.walk(finder.tree)
      return finder.calls
    }
  }

  /// Settings by the whole names of knobs, each checked where the code spells
  /// out what it may be.
  ///
  /// - Parameter words: `name=value`; the name is the knob's, or that of the
  ///   variable, or the beginning or the last word of one, if only one knob
  ///   fits.
  public func settings(_ words: [String]) throws(Problem)
    -> [(name: String, value: String)]
  {
    let knobs = self.knobs
    var settings: [(name: String, value: String)] = []
    for word in words {
      let parts = word.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !word.contains("\n") else {
        throw Problem(
          path: path,
          message: "“\(word)” sets nothing; write name=value, like "
            + "\"\(knobs.first?.name ?? "learning rate")=…\"")
      }
      let call = try knobs.only(called: String(parts[0]), in: self)
      if let refusal = call.knob?.refusal(of: String(parts[1])) {
        throw Problem(path: path, line: call.line, message: refusal)
      }
      settings.append((call.name, String(parts[1])))
    }
    return settings
  }
}

extension TestOptions {
  /// Turns knobs, by their whole names.
  public mutating func turn(_ settings: [(name: String, value: String)]) {
    environment["UNROLLED_SETTINGS"] =
      settings.isEmpty ? nil : Settings.text(settings)
  }
}

extension [KnobCall] {
  /// The one knob that a word means.
  fileprivate func only(called word: String, in lesson: Lesson)
    throws(Problem) -> KnobCall
  {
    let fits: [(KnobCall) -> Bool] = [
      { $0.name == word }, { $0.variable == word },
      { $0.name.split(separator: " ").last.map(String.init) == word },
      { !word.isEmpty && $0.name.hasPrefix(word) },
    ]
    for fit in fits {
      let found = filter(fit)
      // The same knob may be asked for twice.
      if let first = found.first, found.allSatisfy({ $0.name == first.name }) {
        return first
      }
      if found.count > 1 { throw problem(word, "may be", found, lesson) }
    }
    guard !isEmpty else {
      throw Problem(
        path: lesson.path,
        message: "this lesson has no knobs; write let rate = "
          + "knob(\"learning rate\", 0.2, in: 0.01...3) in a block")
    }
    throw problem(word, "is no knob of this lesson; there are", self, lesson)
  }

  private func problem(
    _ word: String, _ verb: String, _ calls: [KnobCall], _ lesson: Lesson
  ) -> Problem {
    Problem(
      path: lesson.path,
      message: "“\(word)” \(verb)"
        + calls.map { "\n    " + $0.description }.joined())
  }
}

/// Finds the calls in a block.
private final class KnobFinder: SyntaxVisitor {
  let tree: SourceFileSyntax
  private(set) var calls: [KnobCall] = []
  private let block: Block
  private let places: SourceLocationConverter

  init(_ block: Block) {
    self.block = block
    tree = SourceFileSyntax.parsed(block.code)
    places = SourceLocationConverter(fileName: "", tree: tree)
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(
    _ node: FunctionCallExprSyntax
  ) -> SyntaxVisitorContinueKind {
    let arguments = Array(node.arguments)
    if node.calledExpression.trimmedDescription == "knob",
      arguments.count > 1, let name = arguments[0].expression.words
    {
      let place = node.startLocation(converter: places)
      calls.append(
        KnobCall(
          name: name, variable: node.variable,
          knob: Knob(name, arguments, isPlain: node.isPlainValue),
          line: block.codeLine + place.line - 1))
    }
    return .visitChildren
  }
}

extension FunctionCallExprSyntax {
  private var binding: PatternBindingSyntax? {
    parent?.as(InitializerClauseSyntax.self)?.parent?
      .as(PatternBindingSyntax.self)
  }

  /// The variable that this call is the value of.
  fileprivate var variable: String? {
    binding?.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
  }

  /// Whether it is a variable's value, and the variable's type is its own.
  fileprivate var isPlainValue: Bool {
    binding.map { $0.typeAnnotation == nil } ?? false
  }
}

extension ExprSyntax {
  /// What a plain string literal says.
  fileprivate var words: String? {
    self.as(StringLiteralExprSyntax.self)?.representedLiteralValue
  }

  /// A number as it is written, if this is one.
  fileprivate var number: String? {
    let text = trimmedDescription.filter { $0 != "_" }
    return Double(text) == nil ? nil : text
  }

  /// Both ends of `0.01...3`.
  fileprivate var ends: (from: String, to: String)? {
    guard let sequence = self.as(SequenceExprSyntax.self),
      sequence.elements.count == 3
    else { return nil }
    let parts = Array(sequence.elements)
    guard parts[1].trimmedDescription == "...", let from = parts[0].number,
      let to = parts[2].number
    else { return nil }
    return (from, to)
  }
}

extension Knob {
  /// The knob that a call's arguments spell out.
  ///
  /// - Parameter isPlain: whether nothing around the call says its type.
  fileprivate init?(
    _ name: String, _ arguments: [LabeledExprSyntax], isPlain: Bool
  ) {
    let value = arguments[1].expression
    let limits = arguments.count > 2 ? arguments[2] : nil
    switch limits?.label?.text {
    case nil:
      if let words = value.words {
        self.init(name, .text, recorded: words)
      } else if let truth = value.as(BooleanLiteralExprSyntax.self) {
        self.init(name, .truth, recorded: truth.literal.text)
      } else {
        return nil
      }
    case "among":
      guard let words = value.words,
        let list = limits?.expression.as(ArrayExprSyntax.self)
      else { return nil }
      let all = list.elements.compactMap(\.expression.words)
      guard all.count == list.elements.count else { return nil }
      self.init(name, .words(all), recorded: words)
    case "in":
      guard let ends = limits?.expression.ends, let value = value.number
      else { return nil }
      let isWhole = [ends.from, ends.to, value].allSatisfy { Int($0) != nil }
      if isWhole {
        // 0...3 may be a range of Double, if something around it says so.
        guard isPlain, let from = Int(ends.from), let to = Int(ends.to),
          from <= to
        else { return nil }
        self.init(name, .wholes(from...to), recorded: value)
      } else {
        guard let from = Double(ends.from), let to = Double(ends.to),
          from <= to
        else { return nil }
        self.init(name, .numbers(from...to), recorded: value)
      }
    default: return nil
    }
  }
}
