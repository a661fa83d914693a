// Text becomes word numbers. Next: WordSplitter.swift, WordIndex.swift,
// Vocabulary.swift.

import Tensors

/// Numbers the words of texts, the most frequent first.
///
///     var tokenizer = Tokenizer()
///     try tokenizer.fit(on: ["What is your name?", "How are you?"])
///     tokenizer.wordIndex["your"]            // 3
///     tokenizer.sequences(of: ["your name"])  // [[3, 4]]
///
/// The rules are Keras' to the letter. Two that surprise: `wordIndex` holds
/// every word, `numWords` only counts when texts become sequences, and then
/// ids stay *below* it.
///
/// Two differ. Keras would accept a single text, and take its letters for
/// texts; here only a list is one. And Swift's strings are equal if they read
/// the same: an é of one character and one of two make one word here.
///
/// - Source: Keras 3.15.1, `keras/src/legacy/preprocessing/text.py`.
public struct Tokenizer: Sendable {
  /// Characters that separate words, beside the split character.
  public static let punctuation = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n"

  /// Ids from this on are left out of sequences; nil keeps all.
  public let numWords: Int?
  /// How texts fall into words.
  public let splitter: WordSplitter
  /// What stands for unknown words; nil leaves them out.
  public let oovToken: String?
  /// Every word, numbered from 1; 0 is for padding.
  public private(set) var wordIndex = WordIndex()

  private var counts: [(word: String, count: Int)] = []
  private var places: [String: Int] = [:]

  /// A tokenizer that knows no words yet.
  ///
  /// - Parameters:
  ///   - numWords: ids from this on are left out of sequences.
  ///   - filters: characters that become the split character.
  ///   - lower: whether letters are made small.
  ///   - split: the character between words.
  ///   - oovToken: gets id 1 and stands for unknown words.
  public init(
    numWords: Int? = nil, filters: String = Tokenizer.punctuation,
    lower: Bool = true, split: Unicode.Scalar = " ",
    oovToken: String? = nil
  ) {
    if let numWords {
      require(numWords > 0, "expected a positive numWords; got \(numWords)")
    }
    self.numWords = numWords
    splitter = WordSplitter(filters: filters, split: split, lower: lower)
    self.oovToken = oovToken
  }

  /// Learns the words of these texts, beside those it knows, and numbers all
  /// of them anew.
  ///
  /// - Throws: `DataError` if there are no texts.
  public mutating func fit(on texts: [String]) throws(DataError) {
    guard !texts.isEmpty else { throw DataError(.noTexts) }
    for text in texts {
      for word in words(of: text) {
        if let place = places[word] {
          counts[place].count += 1
        } else {
          places[word] = counts.count
          counts.append((word, 1))
        }
      }
    }
    // Frequent words first; of equally frequent ones, the one seen first.
    let order = counts.indices.sorted {
      counts[$0].count != counts[$1].count
        ? counts[$0].count > counts[$1].count : $0 < $1
    }
    wordIndex = WordIndex()
    if let oovToken { wordIndex.append(oovToken) }
    for place in order { wordIndex.append(counts[place].word) }
  }

  /// How often each word was seen, in the order they were first seen.
  public var wordCounts: [(word: String, count: Int)] { counts }

  /// Whether letters are made small.
  public var lower: Bool { splitter.lower }

  /// The words of a text, as they are looked up.
  public func words(of text: String) -> [String] {
    splitter.words(of: text)
  }

  /// The ids of each text's words.
  ///
  /// Words that were never seen, or whose id is `numWords` or more, become
  /// the id of the `oovToken`; without one they are left out.
  public func sequences(of texts: [String]) -> [[Int]] {
    let oov = oovToken.flatMap { wordIndex[$0] }
    return texts.map { text in
      words(of: text).compactMap { word in
        guard let id = wordIndex[word], id < numWords ?? Int.max else {
          return oov
        }
        return id
      }
    }
  }

  /// The words of ids, without those that stand for no word.
  public func texts(of sequences: [[Int]]) -> [String] {
    sequences.map { sequence in
      var text = ""
      for id in sequence {
        guard let word = wordIndex.word(id) else { continue }
        text += text.isEmpty ? word : " " + word
      }
      return text
    }
  }
}
