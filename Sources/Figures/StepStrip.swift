// Many numbers of one step as colours. Next: StepLayout+Ledger.swift.

/// A row of numbers without room for digits: hundredths of the size at which
/// a colour is strongest, and the size of the largest.
///
/// Forward that size is the same for all rows. What comes back through many
/// steps is a thousand times fainter at the first than at the last: there
/// every row has its own.
struct StepStrip {
  /// Hundredths; nil where there is no number.
  let hundredths: [Int?]
  let most: String

  /// - Parameter scale: that of all rows; nil for one of its own.
  init(_ values: [Double], _ scale: StepScale?) {
    let largest = HeatMap("", [values]).largest
    let limit =
      scale.map { $0.limit * Decade.power($0.unit) }
      ?? (largest > 0 ? largest : 1)
    hundredths = values.map { value in
      guard value.isFinite else { return nil }
      return Int(min(max(value / limit, -1), 1) * 100)
    }
    most = Numeral(largest).description
  }

  var shades: [String] {
    hundredths.map { share in
      share.map { HeatMap.shade(of: Double($0) / 100) } ?? "zero"
    }
  }

  /// As the page's script reads it.
  var json: String {
    Markup.json(
      ["\"" + most + "\""] + hundredths.map { $0.map { "\($0)" } ?? "null" })
  }
}
