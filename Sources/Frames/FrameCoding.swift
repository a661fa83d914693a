// Frames as bytes. A frame is the number of its fields, then each field's
// length and bytes, a line feed after every item:
//
//     3⏎6⏎number⏎4⏎loss⏎5⏎0.042⏎
//
// A length before every field lets a picture hold any byte, and lets a reader
// see that a frame was cut short when its program was killed.

extension Frame {
  /// The frame as bytes.
  public var encoded: [UInt8] {
    let fields = self.fields
    var bytes = Array("\(fields.count)\n".utf8)
    for field in fields {
      let content = Array(field.utf8)
      bytes += Array("\(content.count)\n".utf8)
      bytes += content
      bytes.append(lineFeed)
    }
    return bytes
  }

  /// The frames in `bytes`, up to the first that is incomplete.
  ///
  /// - Returns: the frames, and `false` if something was left over that is
  ///   not a whole frame.
  public static func decode(_ bytes: [UInt8]) -> (frames: [Frame], whole: Bool)
  {
    var reader = FieldReader(bytes: bytes)
    var frames: [Frame] = []
    while !reader.isAtEnd {
      guard let fields = reader.fields(), let frame = Frame(fields) else {
        return (frames, false)
      }
      frames.append(frame)
    }
    return (frames, true)
  }
}

private let lineFeed: UInt8 = 10

/// Walks over encoded frames.
private struct FieldReader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  /// All fields of the next frame.
  mutating func fields() -> [String]? {
    guard let count = number() else { return nil }
    var fields: [String] = []
    for _ in 0..<count {
      guard let field = field() else { return nil }
      fields.append(field)
    }
    return fields
  }

  private mutating func field() -> String? {
    guard let length = number(), position + length < bytes.count else {
      return nil
    }
    let content = bytes[position..<position + length]
    position += length
    guard bytes[position] == lineFeed else { return nil }
    position += 1
    return String(decoding: content, as: UTF8.self)
  }

  /// Digits up to a line feed, nine at most: more than any lesson writes, and
  /// no overflow where `Int` has 32 bits.
  private mutating func number() -> Int? {
    var value = 0
    let start = position
    while position < bytes.count, bytes[position] != lineFeed {
      let digit = Int(bytes[position]) - 48
      guard (0...9).contains(digit), value < 100_000_000 else { return nil }
      value = value * 10 + digit
      position += 1
    }
    guard position > start, position < bytes.count else { return nil }
    position += 1
    return value
  }
}
