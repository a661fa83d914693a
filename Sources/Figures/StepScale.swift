// How one direction of a step view writes its numbers: with as many decimals,
// in what unit, how strongly coloured. Next: StepView.swift.

/// The scale of all numbers of one direction.
///
/// Numbers are rounded to whole multiples of 10⁻ᵖ once, here. The page's
/// script gets the multiples, and so writes the same digits.
struct StepScale: Equatable {
  /// The power of ten the numbers are multiples of.
  let unit: Int
  /// The decimals in a cell.
  let decimals: Int
  /// Decimals that are kept beyond those, for sums that are written out.
  let spare: Int
  /// Where a colour is strongest, in units.
  let limit: Double

  /// - Parameters:
  ///   - values: all numbers to be written.
  ///   - coloured: those the colours are made for.
  init(_ values: [Double], coloured: [Double], spare: Int) {
    let largest = HeatMap("", [values]).largest
    let order = Decade.order(of: largest)
    unit = (-2..<4).contains(order) ? 0 : order
    decimals = max(0, 3 - max(0, order - unit))
    self.spare = spare
    let size = Decade.power(unit)
    limit = HeatMap("", [coloured.map { $0 / size }]).strongest
  }

  /// 10ᵖ.
  var whole: Double { Decade.power(decimals + spare) }

  func number(_ value: Double) -> StepNumber {
    rounded(value / Decade.power(unit))
  }

  /// A number that is in units already, such as a product of others.
  func rounded(_ value: Double) -> StepNumber {
    let multiple = (abs(value) * whole).rounded()
    guard multiple < 9e15 else {
      return StepNumber(
        multiple: 0, word: Numeral(value).description, scale: self)
    }
    return StepNumber(
      multiple: value < 0 ? -Int(multiple) : Int(multiple), word: nil,
      scale: self)
  }
}

/// A number of a step view.
struct StepNumber {
  let multiple: Int
  /// What stands in its place if it is none.
  let word: String?
  let scale: StepScale

  var value: Double { Double(multiple) / scale.whole }

  /// As it stands in a cell.
  var text: String { text(decimals: scale.decimals) }

  func text(decimals: Int) -> String {
    if let word { return word }
    let dropped = scale.decimals + scale.spare - decimals
    var size = 1
    for _ in 0..<max(0, dropped) { size *= 10 }
    let rounded = (multiple.magnitude + UInt(size / 2)) / UInt(size)
    if rounded == 0 { return multiple == 0 ? "0" : tiny }
    var digits = "\(rounded)"
    while digits.utf8.count <= decimals { digits = "0" + digits }
    if decimals > 0 {
      var pointed = ""
      let before = digits.utf8.count - decimals
      for (place, digit) in digits.unicodeScalars.enumerated() {
        if place == before { pointed += "." }
        pointed.unicodeScalars.append(digit)
      }
      digits = pointed
    }
    return sign + digits
  }

  private var sign: String { multiple < 0 ? Numeral.minus : "" }

  /// What would be all zeros: a digit and its power of ten, 3e−5.
  private var tiny: String {
    var size: UInt = 1
    var power = scale.decimals + scale.spare
    while multiple.magnitude / size >= 10 {
      size *= 10
      power -= 1
    }
    let digit = (multiple.magnitude + size / 2) / size
    return sign
      + (digit < 10
        ? "\(digit)e" + Numeral.minus + "\(power)"
        : "1e" + Numeral.minus + "\(power - 1)")
  }

  var shade: String {
    word != nil ? "idle" : HeatMap.shade(of: value / scale.limit)
  }

  /// As the page's script reads it.
  var json: String { word.map { "\"" + $0 + "\"" } ?? "\(multiple)" }
}
