// Documents nobody would write.

extension Dice {
  /// The text with a few changes: bytes cut out, doubled, moved, flipped, and
  /// pieces of Markdown and Swift put in, at times very often.
  mutating func mutated(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...roll(8) {
      let (start, length) = (roll(bytes.count + 1), roll(40))
      let range = start..<min(bytes.count, start + length)
      switch roll(8) {
      case 0: bytes.removeSubrange(range)
      case 1: bytes.insert(contentsOf: bytes[range], at: roll(bytes.count + 1))
      case 2: bytes = Array(bytes[..<start])
      case 3 where start < bytes.count:
        bytes[start] = UInt8(truncatingIfNeeded: next())
      case 4 where chance(20): bytes.insert(contentsOf: repeated(), at: start)
      default:
        bytes.insert(contentsOf: Array(pick(Words.tokens).utf8), at: start)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One or two tokens over and over: what nests, or makes a parser look back.
  private mutating func repeated() -> [UInt8] {
    let token = pick(Words.tokens) + (chance(50) ? pick(Words.tokens) : "")
    let unit = Array(token.utf8)
    return (0..<1 << roll(13)).flatMap { _ in unit }
  }

  /// Words from anywhere, with no sense at all.
  mutating func nonsense(upTo limit: Int) -> String {
    let pools = [Words.tokens, Words.printed, Words.prose, Words.numbers]
    return (0..<roll(limit)).map { _ in pick(pick(pools)) }.joined()
  }

  /// Bytes, any.
  mutating func bytes(upTo limit: Int) -> [UInt8] {
    (0..<roll(limit)).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}
