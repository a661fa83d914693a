// Characters between words. They serve WordSplitter.swift.

/// The characters a tokenizer takes for the space between words.
struct Separators: Equatable, Sendable {
  /// For each ASCII character, whether it is one: texts are long, and nearly
  /// all of their characters are found here.
  private var ascii = [Bool](repeating: false, count: 128)
  private var others: [Unicode.Scalar] = []

  init(_ filters: String, _ split: Unicode.Scalar) {
    for scalar in filters.unicodeScalars { insert(scalar) }
    insert(split)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128
      ? ascii[Int(scalar.value)] : others.contains(scalar)
  }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    if scalar.value < 128 {
      ascii[Int(scalar.value)] = true
    } else {
      others.append(scalar)
    }
  }
}
