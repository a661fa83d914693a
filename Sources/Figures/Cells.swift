// A vector in coloured cells. Next: Band.swift.

/// How the numbers of several vectors are written into cells of one size.
struct Cells {
  /// The size at which a colour is strongest.
  let limit: Double
  let width: Double
  let height: Double
  /// Nil where the numbers find no room.
  let decimals: Int?

  init(_ values: [Double], limit: Double, width: Double, height: Double) {
    self.limit = limit
    self.width = width
    self.height = height
    let isWhole = values.allSatisfy { $0 == $0.rounded() && abs($0) < 1000 }
    let choices = isWhole ? [0] : [3, 2, 1]
    decimals = choices.first { decimals in
      height >= 18
        && values.allSatisfy {
          let number = Numeral(cell: $0, decimals: decimals).description
          return Lettering.width(of: number, size: 13) <= width - 2
        }
    }
  }

  /// The same, wider or narrower, with numbers as exact.
  func width(_ width: Double) -> Cells {
    Cells(limit: limit, width: width, height: height, decimals: decimals)
  }

  private init(
    limit: Double, width: Double, height: Double, decimals: Int?
  ) {
    self.limit = limit
    self.width = width
    self.height = height
    self.decimals = decimals
  }

  /// A cell, its number in it; without room for one, a line through what is
  /// below zero.
  func draw(
    _ value: Double, x: Double, y: Double, in drawing: inout Drawing
  ) {
    let shade = value.isNaN ? "zero" : HeatMap.shade(of: value / limit)
    drawing.box(shade, x: x, y: y, width: width, height: height)
    let middle = y + height / 2
    if let decimals {
      drawing.words(
        Numeral(cell: value, decimals: decimals).description, x: x + width / 2,
        y: middle + 5, "cell")
    } else if shade.utf8.first == UInt8(ascii: "n") {
      drawing.line(
        "axis", from: (x + width / 4, middle), to: (x + width * 0.75, middle))
    }
  }

  /// A state that nothing has been put into yet.
  func drawEmpty(x: Double, y: Double, in drawing: inout Drawing) {
    drawing.box(
      "zero", x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1)
    guard decimals != nil else { return }
    drawing.words("0", x: x + width / 2, y: y + height / 2 + 5, "cell faint")
  }
}
