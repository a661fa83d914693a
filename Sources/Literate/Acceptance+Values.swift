// The edits that make the prose say what was noted.

import CommonMark
import Foundation

extension Acceptance.Edit {
  /// The edit that makes a value link say what was noted. Its bytes are found
  /// by what the link must read, from the line it stands on: nothing else is
  /// ever touched.
  init?(
    _ outcome: ReferenceOutcome, in lines: SourceLines,
    beside used: [Range<Int>]
  ) {
    guard case .differs(let actual) = outcome.finding else { return nil }
    let reference = outcome.reference
    let link = "[\(reference.words)]("
    let line = max(1, reference.place.line)
    var start = lines.range(line, through: line).lowerBound
    while let found = lines.bytes.range(of: Array(link.utf8), from: start) {
      let words = found.lowerBound + 1..<found.upperBound - 2
      let rest = lines.bytes[found.upperBound...]
      if !used.contains(words), rest.names(reference.target) {
        range = words
        replacement = rewritten(reference.words, as: actual)
        self.words =
          "line \(line): “\(reference.words)” becomes "
          + "“\(replacement)” (\(reference.target))"
        return
      }
      start = found.upperBound
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether a link's destination begins here, and is `value:target`.
  fileprivate func names(_ target: String) -> Bool {
    ["value:\(target))", "<value:\(target)>)", "value:\(target) "]
      .contains { starts(with: Array($0.utf8)) }
  }
}

/// A number with as many decimals as the words it replaces.
private func rewritten(_ words: String, as actual: String) -> String {
  guard let old = Numeral(words), let value = Double(actual) else {
    return actual
  }
  if words.contains("e") {
    let decimals = words.split(separator: "e")[0].split(separator: ".")
    return String(
      format: "%.\(decimals.count > 1 ? decimals[1].count : 0)e", value)
  }
  guard old.isDecimal else { return actual }
  let digits = words.split(separator: ".").last?.count ?? 0
  let text = String(format: "%.\(digits)f", value)
  return words.hasPrefix("−") ? text.replacing("-", with: "−") : text
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
