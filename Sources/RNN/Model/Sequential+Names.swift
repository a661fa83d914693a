// What layers are called.

extension Sequential {
  /// `SimpleRNN` becomes `simple_rnn`, the second one `simple_rnn_1`.
  func freeName(_ kind: String) -> String {
    let base = snakeCase(kind)
    var name = base
    var number = 0
    while layers.contains(where: { $0.name == name }) {
      number += 1
      name = base + "_\(number)"
    }
    return name
  }
}

/// `SimpleRNN` as `simple_rnn`: a capital starts a word after a small letter,
/// or before one.
func snakeCase(_ name: String) -> String {
  let letters = Array(name.unicodeScalars)
  func isSmall(_ index: Int) -> Bool {
    index < letters.count && letters[index].value >= 97
  }
  var result = ""
  for (index, letter) in letters.enumerated() {
    let isCapital = letter.value >= 65 && letter.value <= 90
    if isCapital && index > 0
      && (isSmall(index - 1) || isSmall(index + 1))
    {
      result += "_"
    }
    result.unicodeScalars.append(letter)
  }
  return result.lowercased()
}
