// Text falls into words. Next: WordIndex.swift.

/// How a text falls into words.
///
///     WordSplitter().words(of: "It's bad!")  // ["it's", "bad"]
///
/// - Source: Keras 3.15.1, `text_to_word_sequence` in
///   `keras/src/legacy/preprocessing/text.py`.
public struct WordSplitter: Equatable, Sendable {
  /// Characters that separate words, beside the split character.
  public let filters: String
  /// The character between words.
  public let split: Unicode.Scalar
  /// Whether letters are made small.
  public let lower: Bool

  private let separators: Separators

  /// Words between these characters.
  public init(
    filters: String = Tokenizer.punctuation, split: Unicode.Scalar = " ",
    lower: Bool = true
  ) {
    self.filters = filters
    self.split = split
    self.lower = lower
    separators = Separators(filters, split)
  }

  /// The words of a text, as they are looked up.
  public func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in (lower ? text.lowercased() : text).unicodeScalars {
      if separators.contains(scalar) {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}
