// Outcomes for machines: each thing that does not hold, with its place.
// Next: JUnitReport.swift.

/// One thing of a lesson that does not hold.
public struct Finding: Codable, Equatable, Sendable {
  public let path: String
  public let line: Int
  public let column: Int?
  /// Whether it only follows from another.
  public let isNote: Bool
  public let message: String
  /// The lines that differ, the lines the compiler shows.
  public let details: String

  /// The findings in a report's words.
  ///
  /// A report says all there is to say, to people; what is told to machines
  /// is read out of it, so that there is one wording.
  init(_ words: [String], path: String) {
    let first = words.first ?? ""
    var rest = first.hasPrefix(path) ? first.dropFirst(path.count) : ""
    func number() -> Int? {
      guard rest.first == ":" else { return nil }
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { return nil }
      rest = rest.dropFirst(1 + digits.count)
      return number
    }
    self.path = path
    line = number() ?? 1
    column = number()
    isNote = rest.hasPrefix(": note: ")
    let colon = rest.firstRange(of: isNote ? ": note: " : ": error: ")
    let message = colon.map { rest[$0.upperBound...] } ?? first[...]
    let lines = String(message).lines
    self.message = lines[0]
    details = (lines.dropFirst() + words.dropFirst()).joined(separator: "\n")
  }
}

extension LessonReport {
  /// What does not hold about a block, thing by thing.
  func findings(_ block: BlockOutcome) -> [Finding] {
    guard !block.verdict.held else { return [] }
    let path = outcome.lesson.path
    var findings: [[String]] = []
    for words in words(block) {
      if words.hasPrefix(path + ":") || findings.isEmpty {
        findings.append([words])
      } else {
        findings[findings.count - 1].append(words)
      }
    }
    return findings.map { Finding($0, path: path) }
  }

  /// What does not hold about a link of the prose.
  func findings(_ reference: ReferenceOutcome) -> [Finding] {
    reference.held
      ? [] : [Finding([words(reference)], path: outcome.lesson.path)]
  }

  /// Everything that does not hold.
  public var findings: [Finding] {
    outcome.blocks.flatMap { findings($0) }
      + outcome.references.flatMap { findings($0) }
  }
}
