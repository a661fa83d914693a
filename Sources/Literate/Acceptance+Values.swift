// The edits that make the prose say what was noted.

import CommonMark
import Foundation

extension Acceptance.Edit {
  /// The edit that makes a value link say what was noted.
  ///
  /// Its bytes are found by what a link must read, and checked: with the edit
  /// made, the lesson must say the new words in this link, and nothing else
  /// may have changed. A link in a code span reads the same, and is not one.
  init?(
    _ outcome: ReferenceOutcome, at index: Int, of lesson: Lesson,
    in lines: SourceLines
  ) {
    guard case .differs(let actual) = outcome.finding else { return nil }
    let reference = outcome.reference
    let words = rewritten(reference.words, as: actual)
    let link = Array("[\(reference.words)](".utf8)
    let line = max(1, reference.place.line)
    var start = lines.range(line, through: line).lowerBound
    while let found = lines.bytes.range(of: link, from: start) {
      let range = found.lowerBound + 1..<found.upperBound - 2
      if lines.bytes[found.upperBound...].names(reference.target),
        lesson.says(words, at: index, withBytes: range, of: lines)
      {
        self.init(
          range: range, replacement: words,
          words: "line \(line): “\(reference.words)” becomes “\(words)” "
            + "(\(reference.target))")
        return
      }
      start = found.upperBound
    }
    return nil
  }
}

extension Lesson {
  /// Whether replacing these bytes changes the words of one reference, and
  /// no other reference and no block.
  fileprivate func says(
    _ words: String, at index: Int, withBytes range: Range<Int>,
    of lines: SourceLines
  ) -> Bool {
    var bytes = lines.bytes
    bytes.replaceSubrange(range, with: Array(words.utf8))
    let text = String(decoding: bytes, as: UTF8.self)
    guard let changed = try? Lesson(path: path, source: text) else {
      return false
    }
    var expected = references.map(\.words)
    expected[index] = words
    return changed.references.map(\.words) == expected
      && changed.references.map(\.target) == references.map(\.target)
      && changed.blocks.map(\.code) == blocks.map(\.code)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a link's destination begins here, and is `value:target`.
  fileprivate func names(_ target: String) -> Bool {
    ["value:\(target))", "<value:\(target)>)", "value:\(target) "]
      .contains { starts(with: Array($0.utf8)) }
  }
}

/// A number written as the words it replaces are: with as many decimals,
/// thousands set apart, in percent.
func rewritten(_ words: String, as actual: String) -> String {
  guard let old = Numeral(prose: words), var value = Double(actual) else {
    return actual
  }
  let number = words.prefix { $0.isNumber || ".,-−+eE".contains($0) }
  let rest = words.dropFirst(number.count)
  if rest.hasSuffix("%") { value *= 100 }
  let parts = number.lowercased().split(separator: "e")
  let point = parts.first?.split(separator: ".") ?? []
  let digits = point.count > 1 ? point[1].count : 0
  if number.lowercased().contains("e") {
    return String(format: "%.\(digits)e", value) + rest
  }
  guard old.isDecimal || number.contains(",") else { return actual }
  guard old.isDecimal || value == value.rounded() else { return actual }
  var text = String(format: "%.\(digits)f", value)
  if number.contains(",") { text = text.withThousandsApart }
  if words.hasPrefix("−") { text = text.replacing("-", with: "−") }
  return text + rest
}

extension String {
  /// 1234567.5 → 1,234,567.5
  fileprivate var withThousandsApart: String {
    let sign = prefix { $0 == "-" }
    let whole = dropFirst(sign.count).prefix { $0.isNumber }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + dropFirst(sign.count + whole.count)
  }
}

extension [UInt8] {
  func range(of other: [UInt8], from start: Int = 0)
    -> Range<Int>?
  {
    guard !other.isEmpty, count >= other.count else { return nil }
    return (start..<Swift.max(start, count - other.count + 1))
      .first { self[$0] == other[0] && starts(at: $0, with: other) }
      .map { $0..<$0 + other.count }
  }

  private func starts(at position: Int, with other: [UInt8]) -> Bool {
    self[position..<position + other.count].elementsEqual(other)
  }
}
