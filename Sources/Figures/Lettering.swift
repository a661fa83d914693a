// How much room words need. Next: Drawing.swift.

/// Estimates of the width of words, in units of the drawing.
///
/// A chart is drawn once; in a narrow column its style sheet lets the words
/// grow, to 22 units at most, so that they stay legible on a phone. Room is
/// therefore kept for the largest size, and no one font is relied on.
enum Lettering {
  static let largest = 22.0

  /// The distance between lines that keeps them apart at the largest size.
  static let leading = 24.0

  /// The most room these words may take.
  ///
  /// - Parameter size: the largest they are drawn; in a picture with two
  ///   layouts, words do not grow.
  static func width(of words: String, size: Double = largest) -> Double {
    var ems = 0.0
    for scalar in words.unicodeScalars { ems += width(of: scalar) }
    return ems * size
  }

  /// The most room for words in semibold, as names of lines are.
  static func boldWidth(of words: String) -> Double {
    1.08 * width(of: words)
  }

  /// `words` in lines of at most `width`, broken at spaces.
  static func lines(
    of words: String, width limit: Double, size: Double = largest
  ) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      if let last = lines.last,
        width(of: last + " " + word, size: size) <= limit
      {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { shortened($0, to: limit, size: size) }
  }

  /// `words`, or as much of them as fits, and an ellipsis.
  static func shortened(
    _ words: String, to limit: Double, size: Double = largest
  ) -> String {
    guard width(of: words, size: size) > limit else { return words }
    var kept = words
    while !kept.isEmpty, width(of: kept + "…", size: size) > limit {
      kept.removeLast()
    }
    return kept + "…"
  }

  /// In ems, from the wider of the usual sans serif faces.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "f", "t", "r", " ", ".", ",", ":", ";", "'",
      "|", "(", ")", "[", "]", "!", "/", "-":
      return 0.36
    case "m", "w", "M", "W", "@", "%", "…", "×", "−", "∞":
      return 0.86
    case "A"..."Z":
      return 0.7
    case "\u{300}"..."\u{36F}":
      return 0
    default:
      return scalar.value >= 0x2E80 ? 1 : 0.58
    }
  }
}
