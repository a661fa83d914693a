// Words and their numbers, in order. Next: Vocabulary.swift.

/// Words and their numbers, from 1, in order.
///
///     tokenizer.wordIndex["name"]   // 5
///     tokenizer.wordIndex.word(5)   // "name"
///     print(tokenizer.wordIndex)    // {'what': 1, 'is': 2, …
public struct WordIndex: Equatable, Sendable {
  /// The words, the one with number 1 first.
  public private(set) var words: [String] = []
  private var numbers: [String: Int] = [:]

  /// An index without words.
  public init() {}

  /// The index of these words, numbered from 1.
  ///
  /// - Throws: `DataError` if a word is there twice.
  public init(_ words: [String]) throws(DataError) {
    for word in words {
      guard numbers[word] == nil else {
        throw DataError(.repeatedWord(word))
      }
      append(word)
    }
  }

  /// The index of these words, of which some may be there twice: a word's
  /// number is then its last, as if a tokenizer had met its own `oovToken`.
  public init(allowingRepeats words: [String]) {
    for word in words { append(word) }
  }

  /// How many words there are.
  public var count: Int { words.count }

  /// The number of a word, or nil.
  public subscript(word: String) -> Int? { numbers[word] }

  /// The word of a number, or nil.
  public func word(_ number: Int) -> String? {
    number >= 1 && number <= words.count ? words[number - 1] : nil
  }

  /// Gives the next number to a word; a word that is there takes the new
  /// number, as in a Python dictionary.
  mutating func append(_ word: String) {
    words.append(word)
    numbers[word] = words.count
  }
}

extension WordIndex: CustomStringConvertible {
  /// As Python prints a dictionary, in lines of up to 70 characters; only the
  /// first 100 words.
  public var description: String {
    var text = "{"
    var column = 1
    for (place, word) in words.prefix(100).enumerated() {
      var item = quoted(word) + ": \(place + 1)"
      item += place + 1 < words.count ? "," : "}"
      if place > 0 && column + 1 + item.unicodeScalars.count > 70 {
        text += "\n " + item
        column = 1 + item.unicodeScalars.count
      } else {
        text += (place > 0 ? " " : "") + item
        column += (place > 0 ? 1 : 0) + item.unicodeScalars.count
      }
    }
    if words.isEmpty { text += "}" }
    if words.count > 100 {
      text += "\n … " + grouped(words.count - 100) + " more}"
    }
    return text
  }

  private func quoted(_ word: String) -> String {
    let hasSingle = word.utf8.contains(39)
    let mark = hasSingle && !word.utf8.contains(34) ? "\"" : "'"
    return mark + word + mark
  }
}
