// Text as lines, whatever they end with.

extension String {
  /// The lines between line feeds.
  var lines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The text as Markdown can hold it: every line ends with a line feed, and
  /// a zero byte, which Markdown has no place for, is a replacement mark.
  var withPlainLineEnds: String {
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n" where last == "\r": break
      case "\0": text.append("\u{FFFD}")
      default: text.append(scalar)
      }
      last = scalar
    }
    return String(text)
  }
}
