// Suggestions for misspelt words.

extension String {
  /// The word among `candidates` that is at most two slips away, if any.
  func nearest(among candidates: [String]) -> String? {
    candidates
      .map { (word: $0, slips: slips(to: $0)) }
      .filter { $0.slips <= Swift.max(1, Swift.min(2, count / 2)) }
      .min { $0.slips < $1.slips }?.word
  }

  /// How many letters must be added, dropped or changed (Levenshtein 1965).
  private func slips(to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (i, letter) in enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, target) in other.enumerated() {
        let changed = diagonal + (letter == target ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }
}
