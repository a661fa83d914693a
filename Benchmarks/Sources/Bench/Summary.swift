// Several runs as one number, and how far they lay apart.

/// The values of all rounds.
struct Summary: Codable {
  var values: [Double] = []

  /// The middle one.
  var median: Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    guard !sorted.isEmpty else { return .nan }
    return sorted.count % 2 == 1
      ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  /// Whether rounds lie so far apart that their middle says little.
  var isUnsteady: Bool {
    (values.max() ?? 0) > 1.5 * (values.min() ?? 0)
  }

  /// `9.44 (9.40–9.55)`; the middle one alone where there is only one.
  var text: String {
    guard let least = values.min(), let most = values.max() else { return "–" }
    return values.count == 1
      ? short(median) : "\(short(median)) (\(short(least))–\(short(most)))"
  }
}

/// A number with three digits that count: `0.512`, `9.44`, `128`.
func short(_ value: Double) -> String {
  guard value.isFinite else { return "–" }
  let size = abs(value)
  return fixed(value, size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0)
}

/// A number with so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  var unit = 1.0
  for _ in 0..<decimals { unit *= 10 }
  let whole = Int((abs(value) * unit).rounded())
  let sign = value < 0 && whole > 0 ? "-" : ""
  let digits = "\(whole)"
  guard decimals > 0 else { return sign + digits }
  let padded =
    String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// `1 thread`, `2 threads`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)" + (number == 1 ? "" : "s")
}
